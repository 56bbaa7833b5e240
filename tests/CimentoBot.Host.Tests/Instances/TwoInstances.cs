using CimentoBot.Conversation.Board;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using CimentoBot.Tests.Shared.Postgres;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>Two instances of the bot behind a load balancer that leads anybody anywhere: one database, one connector, one clock.</summary>
internal sealed class TwoInstances : IAsyncDisposable
{
    private TwoInstances(TeamOfTheTest team, RunningHost second, string database)
    {
        Team = team;
        Second = second;
        Database = database;
    }

    public TeamOfTheTest Team { get; }

    public RunningHost First => Team.Host;

    public RunningHost Second { get; }

    /// <summary>The connection string.</summary>
    public string Database { get; }

    public static async Task<TwoInstances> StartAsync(StorageProvider provider)
    {
        Skip.If(provider is StorageProvider.Postgres && PostgresCluster.Missing is not null, PostgresCluster.Missing);
        var database = provider is StorageProvider.Postgres ? PostgresCluster.NewDatabase() : "";
        (string, string)[] settings = provider is StorageProvider.Postgres
            ? [("Storage:Provider", "Postgres"), ("Storage:ConnectionString", database)]
            : [];
        var team = await TeamOfTheTest.StartAsync(settings);
        return new(team, await team.JoinAsync(settings), database);
    }

    /// <summary>What the connector is asked for first waits until the gate opens.</summary>
    /// <param name="held">Which calls.</param>
    public Gate Hold(Func<HttpRequest, bool> held)
    {
        var gate = new Gate();
        Team.Connector.Answer = request =>
        {
            if (held(request) && gate.IsFirst())
            {
                gate.Wait();
            }

            return null;
        };
        return gate;
    }

    public static Task<DateTimeOffset?> SendAsync(RunningHost instance) =>
        instance.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);

    /// <summary>Lets time pass, a little at a time, until that is over.</summary>
    public async Task<T> PassAsync<T>(Task<T> work)
    {
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20))) != work)
        {
            Team.Clock.Advance(TimeSpan.FromMilliseconds(500));
        }

        return await work;
    }

    public async ValueTask DisposeAsync() => await Team.DisposeAsync();

    /// <summary>Holds one call up.</summary>
    internal sealed class Gate
    {
        private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int calls;

        /// <summary>Somebody waits at the gate.</summary>
        public Task Reached => reached.Task;

        public bool IsFirst() => Interlocked.Increment(ref calls) == 1;

        public void Wait()
        {
            reached.SetResult();
            open.Task.Wait();
        }

        public void Open() => open.SetResult();
    }
}
