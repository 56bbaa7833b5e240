namespace CimentoBot.Playground.Processes;

/// <summary>Waiting for something to become true, with an end to the patience.</summary>
public static class Until
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>Asks again and again until the answer is yes; false when the time was up first.</summary>
    public static async Task<bool> TrueAsync(Func<CancellationToken, Task<bool>> question, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        using var ticks = new PeriodicTimer(Interval);
        try
        {
            do
            {
                if (await question(limit.Token))
                {
                    return true;
                }
            }
            while (await ticks.WaitForNextTickAsync(limit.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The time was up.
        }

        return false;
    }

    /// <summary>As <see cref="TrueAsync(Func{CancellationToken, Task{bool}}, TimeSpan, CancellationToken)"/>, for a question answered at once.</summary>
    public static Task<bool> TrueAsync(Func<bool> question, TimeSpan patience, CancellationToken cancellationToken) =>
        TrueAsync(_ => Task.FromResult(question()), patience, cancellationToken);
}
