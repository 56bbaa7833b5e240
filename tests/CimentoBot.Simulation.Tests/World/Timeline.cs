namespace CimentoBot.Simulation.Tests.World;

/// <summary>What is going to happen, by time. What happens at the same instant happens in the order of its names.</summary>
internal sealed class Timeline(DateTimeOffset start)
{
    private readonly Lock planning = new();
    private readonly PriorityQueue<Action, (long At, string Name, long Number)> plan = new(InOrder.Instance);
    private long planned;

    public DateTimeOffset Now { get; private set; } = start;

    public void At(DateTimeOffset when, string name, Action action)
    {
        lock (planning)
        {
            plan.Enqueue(action, (Math.Max(when.UtcTicks, Now.UtcTicks), name, planned++));
        }
    }

    public void In(TimeSpan time, string name, Action action) => At(Now + time, name, action);

    /// <summary>Lets the next thing happen; false where nothing does until then, and then it is then.</summary>
    public bool Step(DateTimeOffset until)
    {
        Action action;
        lock (planning)
        {
            if (!plan.TryPeek(out _, out var next) || next.At > until.UtcTicks)
            {
                Now = until > Now ? until : Now;
                return false;
            }

            Now = new(next.At, TimeSpan.Zero);
            action = plan.Dequeue();
        }

        action();
        return true;
    }

    private sealed class InOrder : IComparer<(long At, string Name, long Number)>
    {
        public static readonly InOrder Instance = new();

        public int Compare((long At, string Name, long Number) x, (long At, string Name, long Number) y) =>
            x.At != y.At ? x.At.CompareTo(y.At)
            : string.CompareOrdinal(x.Name, y.Name) is not 0 and var names ? names
            : x.Number.CompareTo(y.Number);
    }
}

/// <summary>The clock of one process: it stands still while something is done, and its timers end with the process.</summary>
internal sealed class ClockOfAProcess(Timeline timeline) : TimeProvider
{
    private volatile bool stopped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => timeline.Now;

    public override long GetTimestamp() => timeline.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Stop() => stopped = true;

    private sealed class Timer(ClockOfAProcess clock, TimerCallback callback, object? state) : ITimer
    {
        private long settings;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var mine = Interlocked.Increment(ref settings);
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                Plan(dueTime, period, mine);
            }

            return true;
        }

        public void Dispose() => Interlocked.Increment(ref settings);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Plan(TimeSpan due, TimeSpan period, long mine) => clock.Timelined.In(due, "timer", () =>
        {
            if (Interlocked.Read(ref settings) != mine || clock.stopped)
            {
                return;
            }

            if (period > TimeSpan.Zero)
            {
                Plan(period, period, mine);
            }

            callback(state);
        });
    }

    private Timeline Timelined => timeline;
}
