using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>The evening before a session: posts its agenda in the channel, and takes up again what was postponed to it.</summary>
internal sealed class AgendaPoster(
    Desk desk, BoardAgenda agendas, BoardCases boards, BoardDirectory directory, BoardThread thread, IOutbox outbox, TimeProvider clock, ILogger<AgendaPoster> logger)
    : IOutboxHandler
{
    /// <summary>Who reopens where nobody did.</summary>
    private const string Nobody = "";

    public bool Takes(string kind) => kind is SessionEve.AgendaKind or SessionEve.RestKind or SessionEve.ReturnKind;

    public Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken) => message.Kind == SessionEve.ReturnKind
        ? TakeUpAgainAsync(message.Subject, cancellationToken)
        : PostAsync(message, SessionEve.SessionOf(message), once, cancellationToken);

    /// <summary>Posts the agenda, unless the session has passed, has no case left, or the channel is a board's no longer.</summary>
    private async Task PostAsync(OutboxMessage message, LocalDate session, AtMostOnce once, CancellationToken cancellationToken)
    {
        var channel = message.Subject;
        if (desk.Files.Today > session || !await directory.IsBoardAsync(channel, cancellationToken))
        {
            return;
        }

        var agenda = await agendas.OfAsync(channel, session, cancellationToken);
        if (agenda.Cases.Count == 0 || await desk.Files.FindAsync(agenda.Cases[0].Code, cancellationToken) is not { Post: { } known })
        {
            return;
        }

        var rules = await directory.RulesOfAsync(channel, cancellationToken);
        var messages = AgendaText.Of(agenda, rules.Language);
        try
        {
            if (message.Kind == SessionEve.AgendaKind)
            {
                await once.TryAsync(
                    "agenda",
                    () => thread.PostAsync(new(channel, session, "", known.ServiceUrl), MessageFactory.Text(messages[0]), cancellationToken),
                    post => outbox.AddAsync(
                        [.. messages.Skip(1).Select((_, index) => SessionEve.Rest(channel, session, index + 1, post.Conversation!, clock.GetUtcNow()))], cancellationToken),
                    cancellationToken);
            }
            else if (SessionEve.PlaceOf(message) is var (part, conversation) && part < messages.Count)
            {
                await once.TryAsync(
                    "part",
                    () => thread.SendAsync(conversation, known.ServiceUrl, MessageFactory.Text(messages[part]), cancellationToken),
                    _ => Task.CompletedTask,
                    cancellationToken);
            }
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A board's channel refused its agenda for good ({Reason}).", reason);
        }
    }

    /// <summary>Reopens a case whose session has come. One that was postponed once more meanwhile has another message, which is due later.</summary>
    private async Task TakeUpAgainAsync(string code, CancellationToken cancellationToken) => await boards.ChangeAsync(
        code,
        board => board is not { IsPostponed: true } || clock.GetUtcNow() < SessionEve.Of(board.Session, desk.Settings.Zone)
            ? board
            : board.Moved(BoardTrigger.Reopen) with { Reopenings = board.Reopenings.Add(new(Nobody, clock.GetUtcNow())) },
        board => [OutboxMessage.New(board.Code, BoardDesk.RewriteKind, clock.GetUtcNow())],
        cancellationToken);
}
