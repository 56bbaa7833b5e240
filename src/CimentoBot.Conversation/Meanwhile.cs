namespace CimentoBot.Conversation;

/// <summary>
/// Work beside other work: it begins when its time has come, and again each time that comes, until it is disposed of. None begins after
/// that, and none is left under way.
/// </summary>
public sealed class Meanwhile : IAsyncDisposable
{
    private readonly Func<CancellationToken, Task> work;
    private readonly Lock beginning = new();
    private readonly CancellationTokenSource ending = new();
    private readonly ITimer timer;
    private Task last = Task.CompletedTask;
    private bool ended;

    /// <param name="work">What is done, unless it is still under way since the last time. It throws nothing, and soon ends when it is cancelled.</param>
    /// <param name="first">When, counted from now.</param>
    /// <param name="every">When again; infinite = never.</param>
    /// <param name="clock">What counts.</param>
    public Meanwhile(Func<CancellationToken, Task> work, TimeSpan first, TimeSpan every, TimeProvider clock)
    {
        this.work = work;
        timer = clock.CreateTimer(_ => Begin(), null, first, every);
    }

    public async ValueTask DisposeAsync()
    {
        lock (beginning)
        {
            if (ended)
            {
                return;
            }

            ended = true;
        }

        await timer.DisposeAsync();
        if (!last.IsCompleted)
        {
            await ending.CancelAsync();
            await last;
        }

        ending.Dispose();
    }

    private void Begin()
    {
        lock (beginning)
        {
            if (!ended && last.IsCompleted)
            {
                last = work(ending.Token);
            }
        }
    }
}
