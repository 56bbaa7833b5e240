using System.Diagnostics;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>
/// Waits until everything that was set going has come to a stand. Nearly all of it runs on the thread that sets it going; a little of
/// the framework hops to the pool, and the next thing may only happen once that is done.
/// </summary>
internal static class ThreadPoolQuiet
{
    /// <summary>Nothing of the bot computes for so long: a thread that is busy longer is the test runner's.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    /// <summary>Threads of the pool that the test runner keeps for itself: the fewest that were ever busy.</summary>
    private static int kept = int.MaxValue;

    private static int Busy
    {
        get
        {
            ThreadPool.GetMaxThreads(out var all, out _);
            ThreadPool.GetAvailableThreads(out var free, out _);
            return all - free;
        }
    }

    /// <summary>Learns, while nothing of ours runs, how many threads the test runner keeps.</summary>
    public static void Learn()
    {
        var end = Stopwatch.GetTimestamp() + (Stopwatch.Frequency / 20);
        while (Stopwatch.GetTimestamp() < end)
        {
            kept = Math.Min(kept, Busy);
            Thread.Yield();
        }
    }

    public static void Wait()
    {
        var began = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (ThreadPool.PendingWorkItemCount > 0 || Busy > kept || ThreadPool.PendingWorkItemCount > 0)
        {
            spin.SpinOnce(sleep1Threshold: -1);
            if (Stopwatch.GetElapsedTime(began) > Longest)
            {
                kept = Busy;
            }
        }

        kept = Math.Min(kept, Busy);
    }
}
