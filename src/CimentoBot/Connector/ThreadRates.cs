using System.Collections.Concurrent;

namespace CimentoBot.Connector;

/// <summary>
/// The rates that Teams allows a bot in one thread, kept on this side: over them Teams answers 429, and counts on. A call books the
/// first moment at which every limit holds, and goes then.
/// </summary>
internal sealed class ThreadRates(TimeProvider clock)
{
    /// <summary>A call that would have to wait longer than this is not made: whoever asked is told when to come again.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>A thread that has rested this long is forgotten, unless it is a busy one: a bot talks in thousands of chats, and seldom again within the hour.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>With more calls than this within the hour a thread is a busy one, whose hour is counted to its end.</summary>
    private const int Busy = 100;

    private static readonly TimeSpan BetweenForgetting = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly (int Calls, TimeSpan Within)[] OfMessages =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, Longest)];

    private static readonly (int Calls, TimeSpan Within)[] OfRosters =
        [(14, TimeSpan.FromSeconds(1)), (16, TimeSpan.FromSeconds(2)), (120, TimeSpan.FromSeconds(30)), (3600, Longest)];

    /// <summary>Moments are counted from here: what the hour is does not matter, and may be put back.</summary>
    private readonly long began = clock.GetTimestamp();

    private readonly ConcurrentDictionary<(string Thread, bool ReadsRoster), List<TimeSpan>> booked = new();

    private TimeSpan forgotAt;

    /// <summary>How many threads are remembered.</summary>
    public int Threads => booked.Count;

    /// <summary>How long the call waits; it is booked unless that is longer than <see cref="LongestWait"/>.</summary>
    /// <param name="thread">The thread, with its service.</param>
    /// <param name="readsRoster">Whether it reads members; else it sends, changes or deletes.</param>
    public TimeSpan Book(string thread, bool readsRoster)
    {
        var now = clock.GetElapsedTime(began);
        if (now - forgotAt >= BetweenForgetting)
        {
            forgotAt = now;
            ForgetThoseAtRest(now);
        }

        while (true)
        {
            var moments = booked.GetOrAdd((thread, readsRoster), _ => []);
            lock (moments)
            {
                // Forgotten in between: another list counts by now.
                if (booked.TryGetValue((thread, readsRoster), out var current) && current == moments)
                {
                    return Book(moments, now, readsRoster ? OfRosters : OfMessages);
                }
            }
        }
    }

    private static TimeSpan Book(List<TimeSpan> moments, TimeSpan now, IEnumerable<(int Calls, TimeSpan Within)> limits)
    {
        moments.RemoveRange(0, moments.TakeWhile(moment => moment <= now - Longest).Count());
        var first = moments.Count > 0 && moments[^1] > now ? moments[^1] : now;
        foreach (var (calls, within) in limits)
        {
            if (moments.Count >= calls && moments[^calls] + within > first)
            {
                first = moments[^calls] + within;
            }
        }

        if (first - now <= LongestWait)
        {
            moments.Add(first);
        }

        return first - now;
    }

    private void ForgetThoseAtRest(TimeSpan now)
    {
        foreach (var (key, moments) in booked)
        {
            lock (moments)
            {
                if (moments.Count == 0 || (moments[^1] <= now - Rest && (moments[^1] <= now - Longest || moments.Count(moment => moment > now - Longest) <= Busy)))
                {
                    booked.TryRemove(new(key, moments));
                }
            }
        }
    }
}
