using System.Globalization;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Tells the clinician that holds are agreed no longer, or again: Teams notifies nobody of a card that is rewritten. Where their chat takes nothing, or
/// they were forgotten, the board's thread is told. What may not have arrived is sent once more, and says so: twice harms nobody.
/// </summary>
internal sealed class AgreementTeller(
    Desk desk,
    BoardCases boards,
    BoardDirectory directory,
    BoardThread thread,
    Refusals refusals,
    IOutbox outbox,
    OutboxBell bell,
    TimeProvider clock,
    ILogger<AgreementTeller> logger) : IOutboxHandler
{
    private const string Kind = "board.agreement";

    /// <summary>What the outbox calls the same once more.</summary>
    private const string AgainKind = Kind + ".again";

    private const char Separator = ':';

    public bool Takes(string kind) => kind is Kind or AgainKind;

    /// <summary>A message where there is something to be told: once for each change of the agreement.</summary>
    public static IEnumerable<OutboxMessage> Messages(BoardCase board, DateTimeOffset now) =>
        board.Agreement is { Changes: > 1 } agreement && agreement.Told < agreement.Changes ? [Message(board, Kind, now)] : [];

    public async Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(message.Subject, cancellationToken) is not { } file
            || await boards.FindAsync(message.Subject, cancellationToken) is not { } board
            || message.Name != Message(board, message.Kind, message.DueAt).Name
            || board.Agreement.Told >= board.Agreement.Changes)
        {
            return;
        }

        while (await PlaceOfAsync(file, board, cancellationToken) is { } place)
        {
            var text = AgreementWords.Of(desk.View(file, board, place.Language), isAgain: message.Kind == AgainKind).In(place.Language);
            try
            {
                var isSent = await once.TryAsync(
                    $"agreement {place.Conversation}",
                    () => thread.SendAsync(place.Conversation, place.ServiceUrl, MessageFactory.Text(text), cancellationToken),
                    _ => NoteAsync(),
                    cancellationToken);
                if (!isSent && message.Kind == Kind)
                {
                    await outbox.AddAsync([Message(board, AgainKind, clock.GetUtcNow())], cancellationToken);
                    bell.Ring();
                }

                return;
            }
            catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
            {
                logger.LogWarning("A conversation refuses to be told of an agreement ({Reason}); nothing is sent there until somebody writes there.", reason);
                await refusals.RememberAsync(place.Conversation, reason, cancellationToken);
            }
        }

        Task NoteAsync() => boards.ChangeAsync(
            board.Code,
            now => now! with { Agreement = now.Agreement with { Told = Math.Max(now.Agreement.Told, board.Agreement.Changes) } },
            _ => [],
            cancellationToken);
    }

    private static OutboxMessage Message(BoardCase board, string kind, DateTimeOffset now) =>
        OutboxMessage.New(board.Code, kind, now, string.Create(CultureInfo.InvariantCulture, $"{kind}{Separator}{board.Code}{Separator}{board.Agreement.Changes}"));

    /// <summary>The clinician's chat, else the thread; null where neither takes anything.</summary>
    private async Task<Place?> PlaceOfAsync(CaseFile file, BoardCase board, CancellationToken cancellationToken)
    {
        if (file.Conversation.Length > 0 && !await refusals.RefusesAsync(file.Conversation, cancellationToken))
        {
            return new(file.Conversation, file.ServiceUrl, file.Language);
        }

        return file.Post is { Refused: null, Conversation: { } conversation } post && !await refusals.RefusesAsync(conversation, cancellationToken)
            ? new(conversation, post.ServiceUrl, (await directory.RulesOfAsync(board.Channel, cancellationToken)).Language)
            : null;
    }

    private sealed record Place(string Conversation, string ServiceUrl, Eligibility.Facts.Language Language);
}
