namespace CimentoBot.Storage.Tests;

public sealed class FileTests
{
    private static readonly long Scripts = typeof(StorageServices).Assembly.GetManifestResourceNames()
        .LongCount(name => name.EndsWith(".sql", StringComparison.Ordinal));

    [Fact]
    public async Task TheFileIsCreatedWithItsFolderAndReadersNeverWait()
    {
        await using var storage = new StorageOfTheTest();

        await storage.PrepareAsync();

        Assert.True(File.Exists(storage.File));
        Assert.Equal("wal", await storage.AskAsync("PRAGMA journal_mode"));
    }

    [Fact]
    public async Task MigratingAgainChangesNothing()
    {
        await using var storage = new StorageOfTheTest();
        await storage.PrepareAsync();
        var scripts = await storage.AskAsync("SELECT COUNT(*) FROM SchemaVersions");

        await storage.RestartAsync();
        await storage.PrepareAsync();
        await storage.PrepareAsync();

        Assert.Equal(scripts, await storage.AskAsync("SELECT COUNT(*) FROM SchemaVersions"));
        Assert.Equal(Scripts, scripts);
    }

    [Fact]
    public async Task ManyWhoComeFirstMigrateOnce()
    {
        await using var storage = new StorageOfTheTest();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => storage.Notebook.FindAsync("key", CancellationToken.None))));

        Assert.Equal(Scripts, await storage.AskAsync("SELECT COUNT(*) FROM SchemaVersions"));
    }

    [Fact]
    public async Task StorageIsReachableWhileItsSchemaAnswersAndAskingCreatesNothing()
    {
        await using var storage = new StorageOfTheTest();

        Assert.False(await storage.Health.ReachableAsync(CancellationToken.None));
        Assert.False(File.Exists(storage.File));
        await storage.PrepareAsync();
        Assert.True(await storage.Health.ReachableAsync(CancellationToken.None));
        await storage.AskAsync("DROP TABLE notebook");
        Assert.False(await storage.Health.ReachableAsync(CancellationToken.None));
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

    [Theory]
    [InlineData("Data Source=data/bot.db", true)]
    [InlineData("Data Source=:memory:", false)]
    [InlineData("Data Source=bot.db;Mode=Memory", false)]
    [InlineData("", false)]
    [InlineData("Host=db;Username=me", false)]
    public void OnlyAFileIsTaken(string connectionString, bool taken) =>
        Assert.Equal(taken, StorageOptions.ProblemWith(connectionString) is null);
}
