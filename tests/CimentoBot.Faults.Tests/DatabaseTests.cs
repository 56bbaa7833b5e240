using System.Net;
using CimentoBot.Faults.Tests.World;
using CimentoBot.Tests.Shared.Postgres;

namespace CimentoBot.Faults.Tests;

/// <summary>A database that is away, full, or may not be written: people are told, nothing is lost, readiness falls where the bot cannot work.</summary>
public sealed class DatabaseTests
{
    [SkippableFact]
    public async Task WhileItsServerIsAwayTheBotSaysSoAndGoesOnWhereItWasOnceItIsBack()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        var server = new PostgresCluster();
        using var store = new PostgresStore(server.NewDatabaseHere());
        await using var ward = await BeginAsync(store);
        var code = ward.Code;

        server.Kill();
        await ward.ToldAsync(code);
        await ward.IsReadyAsync(false);
        Assert.Equal(HttpStatusCode.OK, await ward.Bot.GetAsync("/healthz"));

        server.Start();
        await ward.IsReadyAsync(true);
        await ward.FinishAsync();
    }

    [SkippableFact]
    public async Task AServerThatMayNotBeWrittenIsNotReadyAndTheBotSaysSo()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        var server = new PostgresCluster();
        using var store = new PostgresStore(server.NewDatabaseHere());
        await using var ward = await BeginAsync(store);
        var code = ward.Code;

        await SwitchAsync(store, "on");
        await ward.IsReadyAsync(false);
        await ward.ToldAsync(code);
        Assert.Equal(HttpStatusCode.OK, await ward.Bot.GetAsync("/healthz"));

        await SwitchAsync(store, "off");
        await ward.IsReadyAsync(true);
        await ward.FinishAsync();
    }

    [SkippableFact]
    public async Task OnAFullDiskTheBotSaysSoAndGoesOnOnceThereIsRoom()
    {
        using var disk = new SmallDisk();
        Skip.If(disk.Missing is not null, disk.Missing);
        using var store = new SqliteStore(disk.Folder);
        await using var ward = await BeginAsync(store);
        var code = ward.Code;

        disk.Fill();
        await ward.ToldToAMessageAsync();

        // The write-ahead log was given back with the connection on which that failed.
        disk.Fill();
        await ward.ToldBeneathACardAsync(code);
        Assert.Equal(HttpStatusCode.OK, await ward.Bot.GetAsync("/healthz"));

        disk.MakeRoom();
        await ward.FinishAsync();
    }

    [SkippableFact]
    public async Task OnADiskThatMayNotBeWrittenTheStartSaysSoInALine()
    {
        using var disk = new SmallDisk();
        Skip.If(disk.Missing is not null, disk.Missing);
        using var store = new SqliteStore(disk.Folder);
        await using (await BeginAsync(store))
        {
            // A file with a case in it.
        }

        disk.MayBeWritten(false);
        await using var bot = BotProcess.Start(store);
        Assert.Equal(1, await bot.Exited);
        Assert.Contains($"'{store.File}' cannot be used", Assert.Single(bot.LastLines), StringComparison.Ordinal);

        disk.MayBeWritten(true);
        await using var again = await Ward.OpenAsync(store);
        Assert.NotNull((await again.Clinician.SendTextAsync("reprendre")).Replies[0].Card);
    }

    /// <summary>An interview whose first two cards were answered.</summary>
    private static async Task<Ward> BeginAsync(Store store)
    {
        var ward = await Ward.OpenAsync(store);
        await ward.Clinician.SendTextAsync("nouveau");
        await ward.AnswerAsync(2);
        return ward;
    }

    /// <summary>As after a fail-over to a server that only follows: no connection may write.</summary>
    private static Task<int> SwitchAsync(Store store, string isReadOnly) => store.ExecuteAsync(
        $"""
        DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = {isReadOnly}', current_database()); END $$;
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
        """);
}
