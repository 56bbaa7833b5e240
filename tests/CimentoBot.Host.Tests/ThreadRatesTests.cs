using CimentoBot.Connector;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests;

/// <summary>The rates that Teams allows in one thread, kept on this side.</summary>
public sealed class ThreadRatesTests
{
    private readonly FakeTimeProvider clock = new();

    [Fact]
    public void EveryLimitHoldsOverEveryStretchOfTime()
    {
        var rates = new ThreadRates(clock);
        foreach (var (readsRoster, limits) in new[]
        {
            (false, new[] { (7, 1), (8, 2), (60, 30), (1800, 3600) }),
            (true, [(14, 1), (16, 2), (120, 30), (3600, 3600)]),
        })
        {
            var moments = new List<DateTimeOffset>();
            while (rates.Book("thread", readsRoster) is var wait && wait < TimeSpan.FromMinutes(1))
            {
                if (wait <= ThreadRates.LongestWait)
                {
                    moments.Add(clock.GetUtcNow() + wait);
                }
                else
                {
                    clock.Advance(wait);
                }
            }

            Assert.Equal(limits[^1].Item1, moments.Count);
            foreach (var (calls, seconds) in limits)
            {
                var closest = moments.Skip(calls).Zip(moments, (later, earlier) => later - earlier).DefaultIfEmpty(TimeSpan.MaxValue).Min();
                Assert.True(closest >= TimeSpan.FromSeconds(seconds), $"{calls + 1} calls within {closest}");
            }

            clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(TimeSpan.Zero, rates.Book("thread", readsRoster));
        }
    }

    /// <summary>A bot that talks in thousands of chats remembers those of the last minutes, and the hour of the few in which it talks without end.</summary>
    [Fact]
    public void ThreadsAtRestAreForgottenAndTheHourOfABusyOneIsNot()
    {
        var rates = new ThreadRates(clock);
        var calls = 0;
        for (var second = 0; second < 600; second++)
        {
            rates.Book($"chat {second}", readsRoster: false);
            calls += rates.Book("busy", readsRoster: false) <= ThreadRates.LongestWait ? 1 : 0;
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(rates.Threads, 300, 362);
        clock.Advance(TimeSpan.FromMinutes(7));
        rates.Book("another", readsRoster: false);
        Assert.Equal(2, rates.Threads);
        while (rates.Book("busy", readsRoster: false) is var wait && wait < TimeSpan.FromMinutes(1))
        {
            calls += wait <= ThreadRates.LongestWait ? 1 : 0;
            clock.Advance(wait);
        }

        Assert.Equal(1800, calls);
    }
}
