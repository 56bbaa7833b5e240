using System.Globalization;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>
/// Sends reminders to the clinician, and to the board's thread where its rules say so or the clinician was forgotten; what no longer
/// holds is dropped. A reminder that somebody saw says so.
/// </summary>
internal sealed class ReminderPoster(
    Desk desk,
    BoardCases boards,
    BoardDirectory directory,
    BoardThread thread,
    Refusals refusals,
    IOutbox outbox,
    OutboxBell bell,
    INotebook notebook,
    TimeProvider clock,
    ILogger<ReminderPoster> logger) : IOutboxHandler
{
    /// <summary>What the outbox calls a reminder's card that is to say that it was seen.</summary>
    public const string SeenKind = Reminder.KindPrefix + "seen";

    /// <summary>What the outbox calls a reminder's card that is to say what has become of it.</summary>
    private const string ChangedKind = Reminder.KindPrefix + "changed";

    /// <summary>What the outbox calls a reminder on its way to the thread.</summary>
    private const string ThreadKind = Reminder.KindPrefix + "thread";

    private const char Separator = '/';

    /// <summary>A reminder that is later than this would be read as one of another day.</summary>
    private static readonly Duration Latest = Duration.FromHours(12);

    public bool Takes(string kind) => kind.StartsWith(Reminder.KindPrefix, StringComparison.Ordinal);

    /// <summary>A message that makes every card of a reminder say that it was seen; a name, since each is rewritten once for each who saw it.</summary>
    public static OutboxMessage Seen(BoardCase board, string reminder, DateTimeOffset now)
    {
        var times = board.Acknowledgements.Count(seen => seen.Reminder == reminder);
        return OutboxMessage.New(board.Code, SeenKind, now, string.Create(CultureInfo.InvariantCulture, $"{SeenKind}{Separator}{times}{Separator}{reminder}"));
    }

    /// <summary>
    /// Messages that make every reminder's card that was sent say what holds now: an instruction to stop a drug does not outlive what was agreed. By name
    /// once for each state of the case.
    /// </summary>
    public static IEnumerable<OutboxMessage> Changed(BoardCase board, DateTimeOffset now) =>
        board.Reminded.Select(sent => sent.Reminder).Distinct(StringComparer.Ordinal).Select(reminder => OutboxMessage.New(
            board.Code, ChangedKind, now, string.Create(CultureInfo.InvariantCulture, $"{ChangedKind}{Separator}{board.Sequence}{Separator}{reminder}")));

    public async Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken)
    {
        var name = message.Name![(message.Name!.LastIndexOf(Separator) + 1)..];
        if (await desk.Files.FindAsync(message.Subject, cancellationToken) is not { } file
            || await boards.FindAsync(message.Subject, cancellationToken) is not { } board)
        {
            return;
        }

        if (message.Kind is SeenKind or ChangedKind)
        {
            await RewriteAsync(file, board, name, cancellationToken);
        }
        else if (Instant.FromDateTimeOffset(clock.GetUtcNow()) - Reminder.DueIn(name) > Latest)
        {
            Instruments.ReminderDue(late: true);
            logger.LogWarning("A reminder is more than twelve hours late and is not sent ({Kind}).", message.Kind);
            await notebook.SetAsync($"late:{message.Name}", clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellationToken);
        }
        else if (desk.ReminderOf(board, name, desk.Files.Today) is not null)
        {
            Instruments.ReminderDue(late: false);
            await SendAsync(file, board, name, inThread: message.Kind == ThreadKind, once, cancellationToken);
        }
    }

    private async Task SendAsync(CaseFile file, BoardCase board, string name, bool inThread, AtMostOnce once, CancellationToken cancellationToken)
    {
        var rules = await directory.RulesOfAsync(board.Channel, cancellationToken);
        var goesToThread = rules.RemindsThread || file.Conversation.Length == 0;
        if (!inThread && goesToThread)
        {
            // A row of its own: where the one arrives and the other does not, only the other is sent again.
            await outbox.AddAsync([OutboxMessage.New(board.Code, ThreadKind, clock.GetUtcNow(), $"{ThreadKind}{Separator}{name}")], cancellationToken);
            bell.Ring();
        }

        if (file.PlaceOf(inThread) is not { } place
            || (inThread && (!goesToThread || board.Stage is BoardStage.Suspended))
            || board.Reminded.Any(sent => sent.Reminder == name && sent.InThread == inThread)
            || await refusals.RefusesAsync(place.Conversation, cancellationToken))
        {
            return;
        }

        try
        {
            var card = MessageOf(file, board, name, inThread ? rules : null);
            var reminded = new Reminded(name, clock.GetUtcNow(), inThread, place.Conversation, Message: null);
            if (!await once.TryAsync(
                "reminder",
                () => thread.SendAsync(place.Conversation, place.ServiceUrl, card, cancellationToken),
                id => NoteAsync(reminded with { Message = id }),
                cancellationToken))
            {
                await NoteAsync(reminded with { Unanswered = true }, OutboxMessage.New(board.Code, BoardDesk.RewriteKind, clock.GetUtcNow()));
            }
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A conversation refuses a reminder ({Reason}); nothing is sent there until somebody writes there.", reason);
            await refusals.RememberAsync(place.Conversation, reason, cancellationToken);
        }

        Task NoteAsync(Reminded reminded, params IReadOnlyList<OutboxMessage> messages) =>
            boards.ChangeAsync(board.Code, now => now! with { Reminded = now.Reminded.Add(reminded) }, _ => messages, cancellationToken);
    }

    private async Task RewriteAsync(CaseFile file, BoardCase board, string name, CancellationToken cancellationToken)
    {
        var rules = await directory.RulesOfAsync(board.Channel, cancellationToken);
        foreach (var sent in board.Reminded.Where(sent => sent.Reminder == name && sent.Message is not null))
        {
            if (file.PlaceOf(sent.InThread) is not { } place)
            {
                continue;
            }

            try
            {
                await thread.RewriteAsync(sent.Conversation, place.ServiceUrl, sent.Message!, MessageOf(file, board, name, sent.InThread ? rules : null), cancellationToken);
            }
            catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is not null)
            {
                // Somebody deleted the card, or the conversation is closed to the bot: the act is on record all the same.
            }
        }
    }

    private Activity MessageOf(CaseFile file, BoardCase board, string name, BoardRules? ofThread)
    {
        var language = ofThread?.Language ?? file.Language;
        var view = desk.ReminderView(file, board, name, language);
        return CardKit.Message(ReminderCard.Of(view, language), ReminderCard.Summary(view, language));
    }
}
