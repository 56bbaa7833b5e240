using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Tells the clinician that what was agreed about holds is so no longer, or is something else: Teams notifies nobody of a card that is rewritten. The
/// board's thread is told where reminders went there, or the chat takes nothing. What may not have arrived is sent once more, and says so: twice harms nobody.
/// </summary>
internal sealed class AgreementTeller(
    Desk desk,
    BoardCases boards,
    BoardDirectory directory,
    BoardThread thread,
    Refusals refusals,
    IOutbox outbox,
    TimeProvider clock,
    ILogger<AgreementTeller> logger) : IOutboxHandler
{
    private const string Kind = "board.agreement";

    /// <summary>What the outbox calls the same once more.</summary>
    private const string AgainKind = Kind + ".again";

    /// <summary>What the outbox calls the same on its way to the thread beside the chat.</summary>
    private const string ThreadKind = Kind + ".thread";

    /// <summary>Whatever lost the answer to the first has time to pass.</summary>
    private static readonly Duration BeforeAgain = Duration.FromMinutes(3);

    public bool Takes(string kind) => kind.StartsWith(Kind, StringComparison.Ordinal);

    /// <summary>Messages where there is something to be told, by name once a day until somebody was: a chat that takes nothing today may tomorrow.</summary>
    public static IEnumerable<OutboxMessage> Messages(BoardCase board, DateTimeOffset now, LocalDate today)
    {
        if (board.OwesNews)
        {
            yield return Message(board, Kind, now, today);
            if (board.Reminded.Any(sent => sent.InThread))
            {
                yield return Message(board, ThreadKind, now, today);
            }
        }
    }

    public async Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(message.Subject, cancellationToken) is not { } file
            || await boards.FindAsync(message.Subject, cancellationToken) is not { } board
            || !message.Name!.StartsWith(NameOf(board, message.Kind), StringComparison.Ordinal)
            || (message.Kind != ThreadKind && board.Agreement.Told >= board.Agreement.Changes))
        {
            return;
        }

        if (HasTakenPlace(board))
        {
            await NoteAsync();
            return;
        }

        while (await PlaceOfAsync(file, message.Kind, cancellationToken) is var (place, isThread))
        {
            var language = await LanguageOfAsync(file, board, isThread, cancellationToken);
            var text = AgreementWords.Of(desk.View(file, board, language), isAgain: message.Kind == AgainKind, language);
            try
            {
                var isKnown = await once.TryAsync(
                    isThread ? "agreement thread" : "agreement chat",
                    () => thread.SendAsync(place.Conversation, place.ServiceUrl, MessageFactory.Text(text), cancellationToken),
                    _ => NoteAsync(),
                    cancellationToken);
                if (!isKnown && message.Kind == Kind)
                {
                    await outbox.AddAsync([Message(board, AgainKind, clock.GetUtcNow() + BeforeAgain.ToTimeSpan(), desk.Files.Today)], cancellationToken);
                }
                else if (!isKnown)
                {
                    await NoteAsync();
                }

                return;
            }
            catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
            {
                logger.LogWarning("A conversation refuses to be told of an agreement ({Reason}); nothing is sent there until somebody writes there.", reason);
                await refusals.RememberAsync(place.Conversation, reason, cancellationToken);
            }
        }

        Task NoteAsync() => message.Kind == ThreadKind ? Task.CompletedTask : boards.ChangeAsync(
            board.Code,
            now => now! with { Agreement = now.Agreement with { Told = Math.Max(now.Agreement.Told, board.Agreement.Changes) } },
            _ => [],
            cancellationToken);
    }

    private static OutboxMessage Message(BoardCase board, string kind, DateTimeOffset at, LocalDate today) =>
        OutboxMessage.New(board.Code, kind, at, NameOf(board, kind) + LocalDatePattern.Iso.Format(today));

    /// <summary>How the name of a message about the latest change begins.</summary>
    private static string NameOf(BoardCase board, string kind) => FormattableString.Invariant($"{kind}:{board.Code}:{board.Agreement.Changes}:");

    /// <summary>After the procedure nothing is stopped for it any more.</summary>
    private bool HasTakenPlace(BoardCase board) => board.Closings.LastOrDefault(closing => closing.Accepts) is { } accepted
        && new[] { board.Current, board.PresentationOf(accepted) }.All(seen => board.Planned(seen.Facts, accepted).Find(Vocabulary.ProcedureAt)?.Date < desk.Files.Today);

    /// <summary>The clinician's chat, else the thread; null where neither takes anything.</summary>
    private async Task<(Place Place, bool IsThread)?> PlaceOfAsync(CaseFile file, string kind, CancellationToken cancellationToken)
    {
        foreach (var isThread in kind == ThreadKind ? [true] : new[] { false, true })
        {
            if (file.PlaceOf(isThread) is { } place && !await refusals.RefusesAsync(place.Conversation, cancellationToken))
            {
                return (place, isThread);
            }
        }

        return null;
    }

    private async Task<Language> LanguageOfAsync(CaseFile file, BoardCase board, bool inThread, CancellationToken cancellationToken) =>
        inThread ? (await directory.RulesOfAsync(board.Channel, cancellationToken)).Language : file.Language;
}
