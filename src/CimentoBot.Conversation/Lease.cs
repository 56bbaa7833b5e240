using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation;

/// <summary>Work that nobody else may do meanwhile: it holds a lease that ends by time, and is renewed for as long as the work goes on.</summary>
internal static class Lease
{
    /// <summary>How often a lease is renewed before it would end.</summary>
    private const int Renewals = 3;

    /// <param name="length">How long the lease is good for.</param>
    /// <param name="renew">Makes it good for as long again.</param>
    /// <param name="work">What is done under it.</param>
    /// <param name="clock">Says when to renew.</param>
    /// <param name="logger">Told where that fails, which ends no work: it fails by itself where somebody else was faster.</param>
    public static async Task HoldAsync(
        TimeSpan length, Func<CancellationToken, Task> renew, Func<Task> work, TimeProvider clock, ILogger logger)
    {
        await using var renewals = new Meanwhile(RenewAsync, length / Renewals, length / Renewals, clock);
        await work();

        async Task RenewAsync(CancellationToken isDone)
        {
            try
            {
                await renew(isDone);
            }
#pragma warning disable CA1031 // Whatever stops a renewal, the next one tries again; and the work's own end is what counts.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                if (!isDone.IsCancellationRequested)
                {
                    logger.LogWarning("A lease could not be renewed ({Failure}).", failure.GetType().Name);
                }
            }
        }
    }
}
