using System.Net;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Storage;
using CimentoBot.Tests.Shared.Postgres;
using Npgsql;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>The PostgreSQL database lets nobody in for a while.</summary>
public sealed class DatabaseAwayTests
{
    [SkippableFact]
    public async Task TheUserIsToldReadinessFallsHealthStaysAndAfterwardsTheInterviewGoesOn()
    {
        await using var instances = await TwoInstances.StartAsync(StorageProvider.Postgres);
        var clinician = instances.Team.Chat("clinician");
        await clinician.SendTextAsync("nouveau");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(instances.First));

        await LetInAsync(instances.Database, letIn: false);
        var told = await clinician.SendTextAsync("site : L3");
        Assert.Equal(200, told.Status);
        Assert.StartsWith("CimentoBot n’accède pas à sa base de données", Assert.Single(told.Deliveries).Text, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(instances.First));
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), await AskAsync(instances.Second));

        await LetInAsync(instances.Database, letIn: true);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), await AskAsync(instances.First));
        Assert.NotNull(await TeamOfTheTest.InterviewAsync(clinician));
    }

    private static async Task<(HttpStatusCode Health, HttpStatusCode Ready)> AskAsync(RunningHost host)
    {
        using var health = await host.GetAsync("/healthz");
        using var ready = await host.GetAsync("/readyz");
        return (health.StatusCode, ready.StatusCode);
    }

    private static async Task LetInAsync(string database, bool letIn)
    {
        var server = new NpgsqlConnectionStringBuilder(database) { Pooling = false };
        var name = server.Database;
        server.Database = "postgres";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // The name is a number.
        await using var command = new NpgsqlCommand(
            $"ALTER DATABASE {name} ALLOW_CONNECTIONS {letIn}; SELECT COUNT(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = '{name}' AND NOT {letIn}",
            connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
