using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation.Board;

/// <summary>Does what one kind of message asks for.</summary>
internal interface IOutboxHandler
{
    bool Takes(string kind);

    /// <summary>Sends what messages of one kind about one subject ask for: once, however many they are.</summary>
    /// <param name="message">The first of them.</param>
    /// <param name="once">Makes messages in Teams: what is sent without it may be sent twice.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken);
}

/// <summary>
/// Sends what the outbox holds. What fails is tried again, after a pause that doubles up to some four minutes, or longer where the
/// service asks for it. Several instances may send from one outbox: each sends what it has leased. What one that ended had begun to make
/// in Teams is not made again when its lease is over: it stays unanswered.
/// </summary>
public sealed class OutboxSender : IDisposable
{
    private const int AtOnce = 500;
    private const int MostDoublings = 7;
    private const int SideBySide = 8;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>How long what is being sent is left to an instance without a sign of life.</summary>
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    /// <summary>How soon to look again for what another instance is at.</summary>
    private static readonly TimeSpan WhileOthersSend = TimeSpan.FromSeconds(1);

    /// <summary>One look of this instance at a time.</summary>
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
            var kind = desk.Bedside.IsSuspended ? BoardDesk.RewriteKind : null;
            var taken = await SendAsync(kind, cancellationToken);
            var next = kind is null ? await outbox.NextDueAsync(cancellationToken) : null;
            Instruments.OutboxLookedInto(next, clock.GetUtcNow());
            return isMoreToKeep || taken == AtOnce ? clock.GetUtcNow() : NotBefore(next);
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

    /// <summary>What is due and was not taken is another instance's for now.</summary>
    private DateTimeOffset? NotBefore(DateTimeOffset? next) => next <= clock.GetUtcNow() ? clock.GetUtcNow() + WhileOthersSend : next;

    /// <summary>Sends what is due and nobody else is at.</summary>
    /// <returns>How many messages that were.</returns>
    private async Task<int> SendAsync(string? kind, CancellationToken cancellationToken)
    {
        // Most looks find nothing, and write nothing.
        var now = clock.GetUtcNow();
        if ((kind is null ? await outbox.DueAsync(now, 1, cancellationToken) : await outbox.DueAsync(now, kind, 1, cancellationToken)).Count == 0)
        {
            return 0;
        }

        var holder = Guid.NewGuid().ToString("N");
        var taken = await outbox.TakeAsync(new(holder, now + Length), kind, AtOnce, now, cancellationToken);
        try
        {
            await Lease.HoldAsync(
                Length,
                isDone => outbox.RenewAsync(new(holder, clock.GetUtcNow() + Length), isDone),
                () => SendAsync(holder, taken, cancellationToken),
                clock,
                logger);
            return taken.Count;
        }
        catch
        {
            // What was not reached is anybody's at once.
            await outbox.RenewAsync(new(holder, clock.GetUtcNow()), CancellationToken.None);
            throw;
        }
    }

    private Task SendAsync(string holder, IEnumerable<OutboxMessage> taken, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        taken.GroupBy(message => message.Subject),
        new ParallelOptions { MaxDegreeOfParallelism = SideBySide, TaskScheduler = TaskScheduler.Current, CancellationToken = cancellationToken },
        async (ofOneSubject, token) =>
        {
            foreach (var messages in ofOneSubject.GroupBy(message => (message.Kind, message.Name)))
            {
                await SendTogetherAsync(holder, [.. messages], token);
            }
        });

    private async Task SendTogetherAsync(string holder, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var ids = messages.Select(message => message.Id).ToList();
        var attempts = messages.Max(message => message.Attempts);
        try
        {
            var once = new AtMostOnce(outbox, holder, messages);
            await handlers.First(handler => handler.Takes(messages[0].Kind)).SendAsync(messages[0], once, cancellationToken);
            if (once.IsUnanswered)
            {
                logger.LogWarning("Teams did not say whether a message arrived ({Kind}); it is not sent again.", messages[0].Kind);
                await outbox.MarkUnansweredAsync(ids, clock.GetUtcNow(), cancellationToken);
            }
            else
            {
                await outbox.MarkSentAsync(ids, clock.GetUtcNow(), cancellationToken);
            }
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Instruments.OutboxFailure();

            // The exception's text may quote what was sent: only its type is logged.
            logger.LogWarning("A message to Teams failed ({Failure}); attempt {Attempt}.", failure.GetType().Name, attempts + 1);
            var pause = FirstPause * Math.Pow(2, Math.Min(attempts, MostDoublings));
            var asked = SendFailures.PauseAskedBy(failure, clock.GetUtcNow()) ?? TimeSpan.Zero;
            await outbox.PostponeAsync(holder, ids, clock.GetUtcNow() + (asked > pause ? asked : pause), cancellationToken);
        }
    }
}
