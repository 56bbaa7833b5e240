using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board;

/// <summary>Tells a thread, in one sentence, that what was presented there has changed by the mere passing of days.</summary>
internal sealed class AgeTeller(Desk desk, BoardCases boards, BoardDirectory directory, BoardThread thread, ILogger<AgeTeller> logger) : IOutboxHandler
{
    private const string Kind = "board.aged";

    public bool Takes(string kind) => kind == Kind;

    /// <summary>Once for a case and a day.</summary>
    public static OutboxMessage Message(string code, LocalDate day, DateTimeOffset now) =>
        OutboxMessage.New(code, Kind, now, $"aged:{code}:{LocalDatePattern.Iso.Format(day)}");

    public async Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(message.Subject, cancellationToken) is not { Post: { Refused: null, Conversation: { } conversation } post }
            || await boards.FindAsync(message.Subject, cancellationToken) is not { } board)
        {
            return;
        }

        var rules = await directory.RulesOfAsync(board.Channel, cancellationToken);
        var sentence = BoardWords.Aged(board, desk.Assess(board)).In(rules.Language);
        try
        {
            await once.TryAsync(
                "aged",
                () => thread.SendAsync(conversation, post.ServiceUrl, MessageFactory.Text(sentence), cancellationToken),
                _ => Task.CompletedTask,
                cancellationToken);
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A board's thread is not told that a case has aged ({Reason}).", reason);
        }
    }
}
