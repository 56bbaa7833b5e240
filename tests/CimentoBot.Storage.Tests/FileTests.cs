using Dapper;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage.Tests;

public sealed class FileTests
{
    [Fact]
    public async Task TheFileIsCreatedWithItsFolderAndReadersNeverWait()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);

        await storage.PrepareAsync();

        Assert.True(File.Exists(storage.File));
        Assert.Equal("wal", await storage.AskAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task AskingWhetherTheFileIsThereCreatesNone()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);

        Assert.False(await storage.Health.ReachableAsync(CancellationToken.None));
        Assert.False(File.Exists(storage.File));
    }

    /// <summary>Whoever still reads when the bot stops gives back a connection that nobody wants: the file is let go of all the same.</summary>
    [Fact]
    public async Task WhatIsReadWhileTheDatabaseIsClosedHoldsTheFileNoLonger()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);
        var database = new SqliteDatabase($"Data Source={storage.File}");
        var reading = await database.ReadAsync(
            async connection =>
            {
                database.Dispose();
                Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT 1"));
                return connection;
            },
            CancellationToken.None);
        Assert.Equal(System.Data.ConnectionState.Closed, reading.State);
    }

    /// <summary>Twenty turns at once leave eight connections behind, not twenty for ever.</summary>
    [Fact]
    public async Task ABurstLeavesFewConnectionsOpen()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);
        await storage.PrepareAsync();
        using var database = new SqliteDatabase($"Data Source={storage.File}");
        var all = new TaskCompletionSource();
        var connections = new List<System.Data.Common.DbConnection>();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => database.ReadAsync(
            async connection =>
            {
                connections.Add(connection);
                if (connections.Count == 20)
                {
                    all.SetResult();
                }

                await all.Task;
                return connection.State;
            },
            CancellationToken.None)));

        Assert.Equal(20, connections.Distinct().Count());
        Assert.Equal(8, connections.Count(connection => connection.State is System.Data.ConnectionState.Open));
    }

    [Fact]
    public async Task AFolderThatCannotBeIsSaidInOneLine()
    {
        var impossible = Path.Combine(typeof(FileTests).Assembly.Location, "bot.db");
        using var database = new SqliteDatabase($"Data Source={impossible}");

        var failure = await Assert.ThrowsAsync<StorageUnusableException>(() => database.PrepareAsync(CancellationToken.None));

        Assert.Contains(impossible, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public async Task ACopyIsWholeWhileOthersGoOnWriting()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);
        await storage.Notebook.SetAsync("before", "1", CancellationToken.None);
        var copy = Path.Combine(storage.Folder.FullName, "copy.db");
        using var stop = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var writing = Task.Run(async () =>
        {
            for (var written = 0; !stop.IsCancellationRequested; written++)
            {
                await storage.Notebook.SetAsync($"key {written}", "1", CancellationToken.None);
                begun.TrySetResult();
            }
        });

        await begun.Task;
        await storage.BackUpAsync(copy);
        await stop.CancelAsync();
        await writing;

        Assert.Equal(["copy.db"], Directory.GetFiles(storage.Folder.FullName).Select(Path.GetFileName));
        await using var file = new SqliteConnection($"Data Source={copy};Mode=ReadOnly;Pooling=False");
        await file.OpenAsync();
        await using var check = file.CreateCommand();
        check.CommandText = "SELECT integrity_check FROM pragma_integrity_check UNION ALL SELECT value FROM notebook WHERE name = 'before'";
        await using var rows = await check.ExecuteReaderAsync();
        Assert.True(await rows.ReadAsync());
        Assert.Equal("ok", rows.GetString(0));
        Assert.True(await rows.ReadAsync());
    }

    [Fact]
    public async Task ACopyOverwritesNothingAndNeedsAFile()
    {
        await using var storage = new StorageOfTheTest(StorageProvider.Sqlite);
        var copy = Path.Combine(storage.Folder.FullName, "copy.db");

        await Assert.ThrowsAsync<StorageUnusableException>(() => storage.BackUpAsync(copy));
        Assert.False(File.Exists(storage.File));
        Assert.False(File.Exists(copy));

        await storage.PrepareAsync();
        await File.WriteAllTextAsync(copy, "an earlier one");
        await Assert.ThrowsAsync<StorageUnusableException>(() => storage.BackUpAsync(copy));
        Assert.Equal("an earlier one", await File.ReadAllTextAsync(copy));
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, "Data Source=data/bot.db", true)]
    [InlineData(StorageProvider.Sqlite, "Data Source=:memory:", false)]
    [InlineData(StorageProvider.Sqlite, "Data Source=bot.db;Mode=Memory", false)]
    [InlineData(StorageProvider.Sqlite, "", false)]
    [InlineData(StorageProvider.Sqlite, "Host=db;Username=me", false)]
    [InlineData(StorageProvider.Postgres, "Host=db;Database=bot;Username=me", true)]
    [InlineData(StorageProvider.Postgres, "Host=db;Username=me", false)]
    [InlineData(StorageProvider.Postgres, "Database=bot", false)]
    [InlineData(StorageProvider.Postgres, "Host=db;Database=bot;Port=many", false)]
    [InlineData(StorageProvider.Postgres, "Host=db;Database=bot;Nonsense=1", false)]
    [InlineData(StorageProvider.Postgres, "Data Source=data/bot.db", false)]
    public void OnlyWhatNamesAPlaceIsTaken(StorageProvider provider, string connectionString, bool taken) =>
        Assert.Equal(taken, StorageOptions.ProblemWith(provider, connectionString) is null);
}
