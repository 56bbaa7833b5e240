using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Conversation.Tests;

/// <summary>Work beside other work is never begun behind its end, and never left under way.</summary>
public sealed class MeanwhileTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task ItBeginsWhenItsTimeHasComeAndEachTimeAfterThat()
    {
        var clock = new FakeTimeProvider();
        var begun = 0;
        await using var work = new Meanwhile(_ => Task.FromResult(++begun), Second, 2 * Second, clock);
        Assert.Equal(0, begun);
        clock.Advance(Second);
        Assert.Equal(1, begun);
        clock.Advance(4 * Second);
        Assert.Equal(3, begun);
    }

    [Fact]
    public async Task WhatIsUnderWayIsNotBegunTwiceAndHasEndedOnceItIsDisposedOf()
    {
        var clock = new FakeTimeProvider();
        var (begun, ended) = (0, 0);
        await using (new Meanwhile(WaitAsync, Second, Second, clock))
        {
            clock.Advance(3 * Second);
            Assert.Equal((1, 0), (begun, ended));
        }

        Assert.Equal((1, 1), (begun, ended));

        async Task WaitAsync(CancellationToken isOver)
        {
            begun++;
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, isOver).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended++;
        }
    }

    [Fact]
    public async Task ATimerThatRingsBehindTheEndBeginsNothing()
    {
        var clock = new LateClock();
        var begun = 0;
        await using (new Meanwhile(_ => Task.FromResult(++begun), Second, Second, clock))
        {
        }

        clock.Ring();
        Assert.Equal(0, begun);
    }

    /// <summary>A clock whose timers ring when they are told to, also when nobody wants to hear them any more.</summary>
    private sealed class LateClock : TimeProvider
    {
        public Action Ring { get; private set; } = () => { };

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Ring = () => callback(state);
            return new FakeTimeProvider().CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
