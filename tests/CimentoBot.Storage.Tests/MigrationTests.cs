namespace CimentoBot.Storage.Tests;

/// <summary>The schema is brought to the newest version once, however many come.</summary>
public sealed class MigrationTests
{
    /// <summary>All but those that are another database's.</summary>
    private static long ScriptsFor(StorageProvider provider) => typeof(StorageServices).Assembly.GetManifestResourceNames().LongCount(name =>
        name.EndsWith(".sql", StringComparison.Ordinal) && !name.EndsWith(provider is StorageProvider.Sqlite ? ".postgres.sql" : ".sqlite.sql", StringComparison.Ordinal));

    [SkippableTheory]
    [EachDatabase]
    public async Task MigratingAgainChangesNothing(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.PrepareAsync();
        var scripts = await ScriptsAsync(storage);

        await storage.RestartAsync();
        await storage.PrepareAsync();
        await storage.PrepareAsync();

        Assert.Equal(scripts, await ScriptsAsync(storage));
        Assert.Equal(ScriptsFor(provider), scripts);
    }

    /// <summary>A start asks the journal whether there is anything to do: one script that is missing from it is something.</summary>
    [SkippableTheory]
    [EachDatabase]
    public async Task AScriptThatWasNotRunYetIsRunByTheNextStart(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.PrepareAsync();
        await storage.AskAsync("DROP INDEX outbox_begun");
        await storage.AskAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0012-begun.sql'");

        await storage.RestartAsync();
        await storage.PrepareAsync();

        Assert.Equal(ScriptsFor(provider), await ScriptsAsync(storage));
        Assert.Null(await storage.AskAsync("DROP INDEX outbox_begun"));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ManyWhoComeFirstMigrateOnce(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => storage.Notebook.FindAsync("key", CancellationToken.None))));

        Assert.Equal(ScriptsFor(provider), await ScriptsAsync(storage));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task InstancesThatStartAtOnceMigrateOnce(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var instances = Enumerable.Range(0, 4).Select(_ => storage.Another()).ToList();

        await Task.WhenAll(instances.Select(instance => Task.Run(instance.PrepareAsync)));

        Assert.Equal(ScriptsFor(provider), await ScriptsAsync(storage));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhoOnlyLooksIsToldWhatTheNextStartWouldRunAndWhatANewerVersionRan(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.PrepareAsync();
        Assert.Equal((true, null, "", ""), await LookAsync());

        await storage.AskAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0009-audit.sql'");
        await storage.AskAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Later.Migrations.9999-later.sql', CURRENT_TIMESTAMP)");
        Assert.Equal((true, null, "0009-audit.sql", "9999-later.sql"), await LookAsync());

        async Task<(bool, string?, string, string)> LookAsync()
        {
            var state = await StorageExamination.RunAsync(new() { Provider = provider, ConnectionString = storage.ConnectionString }, CancellationToken.None);
            return (state.Exists, state.Problem, string.Join(' ', state.Pending), string.Join(' ', state.Unknown));
        }
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ASchemaOfANewerVersionIsRefusedAndLeftAsItIs(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.PrepareAsync();
        await storage.AskAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('Later.Migrations.9999-later.sql', CURRENT_TIMESTAMP)");
        await storage.AskAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0009-audit.sql'");
        var scripts = await ScriptsAsync(storage);

        await storage.RestartAsync();
        var failure = await Assert.ThrowsAsync<StorageUnusableException>(storage.PrepareAsync);

        Assert.Contains("was migrated by a newer CimentoBot (9999-later.sql)", failure.Message, StringComparison.Ordinal);
        Assert.Equal(scripts, await ScriptsAsync(storage));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task StorageIsReachableWhileItsSchemaAnswers(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        Assert.False(await storage.Health.ReachableAsync(CancellationToken.None));
        await storage.PrepareAsync();
        Assert.True(await storage.Health.ReachableAsync(CancellationToken.None));
        await storage.AskAsync("DROP TABLE notebook");
        Assert.False(await storage.Health.ReachableAsync(CancellationToken.None));
    }

    private static Task<object?> ScriptsAsync(StorageOfTheTest storage) => storage.AskAsync("SELECT COUNT(*) FROM SchemaVersions");
}
