using CimentoBot.Commands;
using CimentoBot.Conversation.Ports;
using CimentoBot.Storage;
using CimentoBot.Tests.Shared.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests;

/// <summary><c>backup &lt;file&gt;</c> while the bot runs.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-backup-");

    private string Copy => Path.Combine(folder.FullName, "copy.db");

    [Fact]
    public async Task ABotThatStartsOnTheCopyKnowsWhatTheOtherKnew()
    {
        await using var host = await RunningHost.StartAsync();
        await host.Services.GetRequiredService<INotebook>().SetAsync("language:user", "English", CancellationToken.None);

        var (code, output, errors) = await RunAsync(host, Copy);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains(Copy, output, StringComparison.Ordinal);

        await using var other = await RunningHost.StartAsync(
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["Storage:ConnectionString"] = $"Data Source={Copy}" });
        Assert.Equal("English", await other.Services.GetRequiredService<INotebook>().FindAsync("language:user", CancellationToken.None));
    }

    [Fact]
    public async Task AnEarlierCopyIsNotOverwritten()
    {
        await using var host = await RunningHost.StartAsync();
        await File.WriteAllTextAsync(Copy, "an earlier one");

        var (code, output, errors) = await RunAsync(host, Copy);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(Copy, errors, StringComparison.Ordinal);
        Assert.Equal("an earlier one", await File.ReadAllTextAsync(Copy));
    }

    [SkippableFact]
    public async Task OfPostgresItSaysHow()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Storage:Provider"] = nameof(StorageProvider.Postgres),
            ["Storage:ConnectionString"] = PostgresCluster.NewDatabase(),
        });

        var (code, output, errors) = await RunAsync(host, Copy);

        Assert.Equal((1, ""), (code, output));
        Assert.Contains("pg_dump", errors, StringComparison.Ordinal);
        Assert.Single(errors.Split('\n'));
        Assert.Contains(host.Log.Lines, line => line.Contains("storage Postgres", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WithoutAFileTheUsageIsSaid()
    {
        await using var host = await RunningHost.StartAsync();

        Assert.Contains("backup <", (await RunAsync(host)).Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(host, "a", "b")).Code);
    }

    [Fact]
    public void OnlyBackupIsTheCommandAndSettingsAreNoFiles()
    {
        Assert.Null(BackupCommand.Read([]));
        Assert.Null(BackupCommand.Read(["recall", "backup"]));
        Assert.Equal(["copy.db"], BackupCommand.Read(["backup", "--Bot:DefaultLocale=en-GB", "copy.db"]));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static async Task<(int Code, string Output, string Errors)> RunAsync(RunningHost host, params string[] asked)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await BackupCommand.RunAsync(host.Services, asked, output, errors);
        return (code, output.ToString().Trim(), errors.ToString().Trim());
    }
}
