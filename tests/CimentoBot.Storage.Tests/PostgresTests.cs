using CimentoBot.Tests.Shared.Postgres;
using Npgsql;

namespace CimentoBot.Storage.Tests;

/// <summary>What is PostgreSQL's own.</summary>
public sealed class PostgresTests
{
    private static CancellationToken None => CancellationToken.None;

    [SkippableFact]
    public async Task AConnectionThatTheServerEndedIsReplacedUnnoticed()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Postgres);
        await storage.Notebook.SetAsync("key", "1", None);
        await EndConnectionsAsync(storage);

        await storage.Notebook.SetAsync("key", "2", None);
        await EndConnectionsAsync(storage);
        Assert.Equal("2", await storage.Notebook.FindAsync("key", None));
        await EndConnectionsAsync(storage);
        Assert.True(await storage.Health.ReachableAsync(None));
    }

    [SkippableFact]
    public async Task WhatTwoTransactionsBlockEachOtherWithIsTriedAgain()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Postgres);
        using var database = new PostgresDatabase(storage.ConnectionString);
        await storage.Notebook.SetAsync("a", "0", None);
        await storage.Notebook.SetAsync("b", "0", None);
        using var bothHaveOne = new Barrier(2);
        var tries = 0;

        await Task.WhenAll(Task.Run(() => BothAsync("a", "b")), Task.Run(() => BothAsync("b", "a")));

        Assert.True(tries > 2, "Nobody had to try again.");
        Assert.Equal("2", await storage.Notebook.FindAsync("a", None));
        Assert.Equal("2", await storage.Notebook.FindAsync("b", None));

        Task BothAsync(string first, string second) => database.WriteAsync(
            async transaction =>
            {
                var tried = Interlocked.Increment(ref tries);
                const string more = "UPDATE notebook SET value = CAST(value AS INTEGER) + 1 WHERE name = @name";
                await transaction.ExecuteAsync(more, new { name = first }, None);
                if (tried <= 2)
                {
                    bothHaveOne.SignalAndWait();
                }

                return await transaction.ExecuteAsync(more, new { name = second }, None);
            },
            None);
    }

    [SkippableFact]
    public async Task AStatementEndsAfterAWhileAndSoDoesATransactionThatDoesNothing()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Postgres);
        using var database = new PostgresDatabase(storage.ConnectionString);

        Assert.Equal("10s", await ShowAsync("statement_timeout"));
        Assert.Equal("30s", await ShowAsync("idle_in_transaction_session_timeout"));
        using var own = new PostgresDatabase(storage.ConnectionString + ";Options=-c statement_timeout=3s");
        Assert.Equal("3s", await own.ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<string>(connection, "SHOW statement_timeout"), None));

        Task<string?> ShowAsync(string setting) =>
            database.ReadAsync(connection => Dapper.SqlMapper.ExecuteScalarAsync<string>(connection, "SHOW " + setting), None);
    }

    [SkippableFact]
    public async Task WhatIsAskedOftenIsPrepared()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Postgres);
        using var database = new PostgresDatabase(storage.ConnectionString + ";Maximum Pool Size=1");
        var notebook = new Notebook(database);
        for (var times = 0; times < 10; times++)
        {
            await notebook.FindAsync("key", None);
        }

        Assert.Equal(1, await database.ReadAsync(
            connection => Dapper.SqlMapper.ExecuteScalarAsync<int>(connection, "SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM notebook%'"),
            None));
    }

    [SkippableFact]
    public async Task AServerThatIsAwayIsSaidInOneLineWithoutThePassword()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        using var database = new PostgresDatabase("Host=/nowhere;Database=bot;Username=me;Password=s3cret-value");

        var failure = await Assert.ThrowsAsync<StorageUnusableException>(() => database.PrepareAsync(None));

        Assert.Contains("/nowhere/bot", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-value", failure.ToString(), StringComparison.Ordinal);
        Assert.False(await database.ReachableAsync(None));
    }

    [SkippableFact]
    public async Task ACopyIsMadeByPgDump()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Postgres);

        var failure = await Assert.ThrowsAsync<StorageUnusableException>(() => storage.BackUpAsync("copy.dump"));

        Assert.Contains("pg_dump", failure.Message, StringComparison.Ordinal);
    }

    /// <summary>All but the one that asks.</summary>
    private static async Task EndConnectionsAsync(StorageOfTheTest storage)
    {
        var name = new NpgsqlConnectionStringBuilder(storage.ConnectionString).Database;
        await storage.AskAsync($"SELECT COUNT(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity WHERE datname = '{name}' AND pid <> pg_backend_pid()");
    }
}
