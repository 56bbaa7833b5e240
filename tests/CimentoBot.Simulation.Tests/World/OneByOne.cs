using System.Collections.Concurrent;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>
/// Runs what the bot does one piece after another, in the order in which it was set going, on the thread that asks for it: two things of
/// the same moment always come in the same order.
/// </summary>
internal sealed class OneByOne : TaskScheduler
{
    private readonly ConcurrentQueue<Task> waiting = new();

    public Task<T> StartAsync<T>(Func<Task<T>> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    public Task StartAsync(Func<Task> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    /// <summary>Runs what waits; false where nothing did.</summary>
    public bool Run()
    {
        var any = false;
        while (waiting.TryDequeue(out var task))
        {
            TryExecuteTask(task);
            any = true;
        }

        return any;
    }

    protected override void QueueTask(Task task) => waiting.Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks() => waiting;
}
