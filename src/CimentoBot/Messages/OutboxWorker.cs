using CimentoBot.Conversation;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Privacy;

namespace CimentoBot.Messages;

/// <summary>Sends what the outbox holds: at once when something was put in, when a message is due, and every few seconds in any case. Then it deletes what was kept for long enough.</summary>
internal sealed class OutboxWorker(
    OutboxSender sender, Deliveries deliveries, RetentionKeeper retention, OutboxBell bell, TimeProvider clock, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    /// <summary>What was left from before the start waits until the bot is ready, which the first look would hold up.</summary>
    private static readonly TimeSpan BeforeTheFirst = TimeSpan.FromSeconds(1);

    /// <summary>What is due and waits for others to have their turn does not keep the worker busy.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var pause = BeforeTheFirst;
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.WaitAsync(pause > Shortest ? pause : Shortest, TimeProvider.System, stoppingToken);
            pause = BetweenLooks;
            try
            {
                if (await sender.SendDueAsync(stoppingToken) is { } next && next - clock.GetUtcNow() < pause)
                {
                    pause = next - clock.GetUtcNow();
                }

                await deliveries.ForgetAsync(stoppingToken);
                pause = await retention.KeepAsync(stoppingToken) ? Shortest : pause;
            }
#pragma warning disable CA1031 // Whatever stops one look (a locked file, a full disk), the next one tries again.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failures.Log(logger, failure);
            }
        }
    }
}
