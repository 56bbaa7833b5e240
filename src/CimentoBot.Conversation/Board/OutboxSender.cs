using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation.Board;

/// <summary>Does what one kind of message asks for.</summary>
internal interface IOutboxHandler
{
    bool Takes(string kind);

    /// <summary>Sends what messages of one kind about one subject ask for: once, however many they are.</summary>
    Task SendAsync(OutboxMessage message, CancellationToken cancellationToken);
}

/// <summary>
/// Sends what the outbox holds. What fails is tried again, after a pause that doubles up to some four minutes, or longer where the
/// service asks for it.
/// </summary>
public sealed class OutboxSender : IDisposable
{
    private const int AtOnce = 500;
    private const int MostDoublings = 7;
    private const int SideBySide = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>Two who look at once would send the same message twice.</summary>
    private readonly SemaphoreSlim sending = new(1);

    private readonly Desk desk;
    private readonly BoardKeeper keeper;
    private readonly IOutbox outbox;
    private readonly IReadOnlyList<IOutboxHandler> handlers;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSender> logger;

    internal OutboxSender(
        Desk desk, BoardKeeper keeper, IOutbox outbox, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, ILogger<OutboxSender> logger)
    {
        this.desk = desk;
        this.keeper = keeper;
        this.outbox = outbox;
        this.handlers = [.. handlers];
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>
    /// Sends what is due, with what the day has changed. One thread that is slow holds up no other. While the guideline is suspended only
    /// the boards' cards are rewritten to say so: what else there is would have to be evaluated, and waits.
    /// </summary>
    /// <returns>When to look again at the latest; null = nothing waits.</returns>
    public async Task<DateTimeOffset?> SendDueAsync(CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            var isMoreToKeep = await KeepAsync(cancellationToken);
            var isSuspended = desk.Bedside.IsSuspended;
            var due = isSuspended
                ? await outbox.DueAsync(clock.GetUtcNow(), BoardDesk.RewriteKind, AtOnce, cancellationToken)
                : await outbox.DueAsync(clock.GetUtcNow(), AtOnce, cancellationToken);
            await SendAsync(due, cancellationToken);
            var next = isSuspended ? null : await outbox.NextDueAsync(cancellationToken);
            Instruments.OutboxLookedInto(next, clock.GetUtcNow());
            return isMoreToKeep ? clock.GetUtcNow() : next;
        }
        finally
        {
            sending.Release();
        }
    }

    /// <summary>What cannot be looked at now holds up nothing that is to be sent.</summary>
    private async Task<bool> KeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await keeper.KeepAsync(cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            logger.LogWarning("The cases before boards could not be looked at ({Failure}).", failure.GetType().Name);
            return false;
        }
    }

    public void Dispose() => sending.Dispose();

    private Task SendAsync(IEnumerable<OutboxMessage> due, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        due.GroupBy(message => message.Subject),
        new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
        async (ofOneSubject, token) =>
        {
            foreach (var messages in ofOneSubject.GroupBy(message => (message.Kind, message.Name)))
            {
                await SendTogetherAsync([.. messages], token);
            }
        });

    private async Task SendTogetherAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(message => message.Id).ToList();
        var attempts = messages.Max(message => message.Attempts);
        try
        {
            await handlers.First(handler => handler.Takes(messages[0].Kind)).SendAsync(messages[0], cancellationToken);
            await outbox.MarkSentAsync(ids, clock.GetUtcNow(), cancellationToken);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Instruments.OutboxFailure();

            // The exception's text may quote what was sent: only its type is logged.
            logger.LogWarning("A message to Teams failed ({Failure}); attempt {Attempt}.", failure.GetType().Name, attempts + 1);
            var pause = FirstPause * Math.Pow(2, Math.Min(attempts, MostDoublings));
            var asked = SendFailures.PauseAskedBy(failure, clock.GetUtcNow()) ?? TimeSpan.Zero;
            await outbox.PostponeAsync(ids, clock.GetUtcNow() + (asked > pause ? asked : pause), cancellationToken);
        }
    }
}
