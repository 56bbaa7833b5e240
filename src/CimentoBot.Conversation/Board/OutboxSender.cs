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
    private readonly IOutbox outbox;
    private readonly IReadOnlyList<IOutboxHandler> handlers;
    private readonly TimeProvider clock;
    private readonly ILogger<OutboxSender> logger;

    internal OutboxSender(Desk desk, IOutbox outbox, IEnumerable<IOutboxHandler> handlers, TimeProvider clock, ILogger<OutboxSender> logger)
    {
        this.desk = desk;
        this.outbox = outbox;
        this.handlers = [.. handlers];
        this.clock = clock;
        this.logger = logger;
    }

    /// <summary>Sends what is due. One thread that is slow holds up no other.</summary>
    /// <returns>When to look again at the latest; null = nothing waits.</returns>
    public async Task<DateTimeOffset?> SendDueAsync(CancellationToken cancellationToken)
    {
        if (desk.Bedside.IsSuspended)
        {
            // What a post says would have to be evaluated: it waits.
            return null;
        }

        await sending.WaitAsync(cancellationToken);
        try
        {
            await SendAsync(await outbox.DueAsync(clock.GetUtcNow(), AtOnce, cancellationToken), cancellationToken);
        }
        finally
        {
            sending.Release();
        }

        return await outbox.NextDueAsync(cancellationToken);
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
            // The exception's text may quote what was sent: only its type is logged.
            logger.LogWarning("A message to Teams failed ({Failure}); attempt {Attempt}.", failure.GetType().Name, attempts + 1);
            var pause = FirstPause * Math.Pow(2, Math.Min(attempts, MostDoublings));
            var asked = SendFailures.PauseAskedBy(failure, clock.GetUtcNow()) ?? TimeSpan.Zero;
            await outbox.PostponeAsync(ids, clock.GetUtcNow() + (asked > pause ? asked : pause), cancellationToken);
        }
    }
}
