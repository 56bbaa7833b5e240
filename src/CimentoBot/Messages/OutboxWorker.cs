using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Messages;

/// <summary>Sends what the outbox holds: at once when something was put in, and every few seconds for what failed before.</summary>
internal sealed class OutboxWorker(BoardPoster poster, OutboxBell bell, ILogger<OutboxWorker> logger) : BackgroundService
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await poster.SendDueAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever stops one look (a locked file, a full disk), the next one tries again.
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                Failures.Log(logger, failure);
            }

            await bell.WaitAsync(BetweenLooks, TimeProvider.System, stoppingToken);
        }
    }
}
