using System.Collections.Immutable;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>
/// That a reminder was seen, by the clinician in their chat or by a member in the thread. Who may is read from the store and the roster,
/// and what was sent from the store, never from the card.
/// </summary>
public sealed class ReminderDesk(Desk desk, BoardCases boards, BoardDirectory directory, BoardRoster roster, OutboxBell bell, TimeProvider clock)
{
    /// <summary>Which reminder a card is.</summary>
    internal const string ReminderId = "reminder";

    /// <summary>Records that reminders were seen: the one that is named, or every one that was sent there.</summary>
    public async Task<CaseAnswer> AnswerAsync(ITurnContext turn, CardSubmission submission, CancellationToken cancellationToken)
    {
        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            return CaseAnswer.Refused(409, SuspensionWords.Notice(reason));
        }

        if (await desk.Files.FindAsync(submission.Case, cancellationToken) is not { } file
            || await boards.FindAsync(submission.Case, cancellationToken) is not { } board)
        {
            return CaseAnswer.Refused(403, Say.NotYours);
        }

        var inThread = !Desk.IsPrivate(turn.Activity);
        if (await WhyNotAsync(turn, file, board, inThread, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var asked = submission.Input(ReminderId);
        var seen = board.Reminded.Where(sent => sent.InThread == inThread && (asked.Length == 0 || sent.Reminder == asked)).Select(sent => sent.Reminder).ToList();
        if (seen.Count == 0)
        {
            return CaseAnswer.Refused(409, ReminderWords.NothingToSee);
        }

        var shown = asked.Length == 0 ? null : turn.Activity.ReplyToId;
        var changed = await RecordAsync(board.Code, Desk.UserOf(turn.Activity), seen, sent => ShownBy(sent, seen, inThread, shown), cancellationToken);
        bell.Ring();
        var language = inThread ? (await directory.RulesOfAsync(board.Channel, cancellationToken)).Language : file.Language;
        var view = desk.ReminderView(file, changed, seen[^1], language);
        return new(ReminderCard.Of(view, language), ReminderCard.Summary(view, language));
    }

    private async Task<CaseAnswer?> WhyNotAsync(ITurnContext turn, CaseFile file, BoardCase board, bool inThread, CancellationToken cancellationToken)
    {
        if (!inThread)
        {
            return file.Owner == Desk.UserOf(turn.Activity) ? null : CaseAnswer.Refused(403, Say.NotYours);
        }

        if (BoardDesk.ChannelOf(turn.Activity) != board.Channel)
        {
            return CaseAnswer.Refused(403, BoardWords.NotOfThisBoard);
        }

        return (await roster.AdmitAsync(turn, cancellationToken)).Refusal;
    }

    /// <summary>Whoever presses a button on a reminder's card shows that it arrived, and where it stands.</summary>
    private static Reminded ShownBy(Reminded sent, IReadOnlyList<string> seen, bool inThread, string? card) =>
        sent.Unanswered && card is not null && sent.InThread == inThread && seen.Contains(sent.Reminder)
            ? sent with { Message = card, Unanswered = false }
            : sent;

    /// <summary>Once for each reminder and person.</summary>
    private async Task<BoardCase> RecordAsync(
        string code, string by, IReadOnlyList<string> reminders, Func<Reminded, Reminded> shown, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> unseen = [];
        var arrived = false;
        return (await boards.ChangeAsync(
            code,
            before =>
            {
                unseen = [.. reminders.Where(name => !before!.Acknowledgements.Any(known => known.By == by && known.Reminder == name))];
                var reminded = before!.Reminded.Select(shown).ToImmutableArray();
                arrived = !reminded.SequenceEqual(before.Reminded);
                return before with
                {
                    Acknowledgements = before.Acknowledgements.AddRange(unseen.Select(name => new Acknowledgement(by, clock.GetUtcNow(), name))),
                    Reminded = arrived ? reminded : before.Reminded,
                };
            },
            board =>
            [
                .. unseen.Select(name => ReminderPoster.Seen(board, name, clock.GetUtcNow())),
                .. arrived ? [OutboxMessage.New(board.Code, BoardDesk.RewriteKind, clock.GetUtcNow())] : Array.Empty<OutboxMessage>(),
            ],
            cancellationToken))!;
    }
}

/// <summary>What a reminder's card shows.</summary>
internal static class ReminderViews
{
    public static ReminderView ReminderView(this Desk desk, CaseFile file, BoardCase board, string name, Language language)
    {
        var first = board.Acknowledgements.FirstOrDefault(seen => seen.Reminder == name);
        return new(
            desk.View(file, board, language),
            name,
            desk.ReminderOf(board, name),
            first is null ? null : new(Instant.FromDateTimeOffset(first.At).InZone(desk.Settings.Zone).LocalDateTime, first.By == file.Owner));
    }
}
