using CimentoBot.Commands;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using CimentoBot.Tests.Shared.Postgres;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Host.Tests;

/// <summary>Backup and restore as the deployment page says: what was known at the copy is known again, and work goes on from there.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task AFileThatIsPutBackKnowsTheCasesOfItsDayAndTheBoardGoesOn()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var copy = team.DatabaseFile + ".copy";
        Assert.Equal(0, await BackupCommand.RunAsync(team.Host.Services, [copy], TextWriter.Null, TextWriter.Null));
        var later = await team.PresentedAsync(team.Chat("clinician"));

        await team.StopAsync();
        SqliteConnection.ClearAllPools();
        File.Delete(team.DatabaseFile + "-wal");
        File.Delete(team.DatabaseFile + "-shm");
        File.Move(copy, team.DatabaseFile, overwrite: true);
        await team.StartAgainAsync();

        await AssertGoesOnAsync(team, code, later);
    }

    [SkippableFact]
    public async Task ADumpThatIsRestoredKnowsTheCasesOfItsDayAndTheBoardGoesOn()
    {
        Skip.If(PostgresCluster.Missing is not null, PostgresCluster.Missing);
        var database = PostgresCluster.NewDatabase();
        await using var team = await TeamOfTheTest.StartAsync(On(database));
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var restored = PostgresCluster.DumpAndRestore(database);
        var later = await team.PresentedAsync(team.Chat("clinician"));

        await team.StopAsync();
        await team.StartAgainAsync(On(restored));

        await AssertGoesOnAsync(team, code, later);
    }

    private static (string Key, string Value)[] On(string database) =>
        [("Storage:Provider", nameof(StorageProvider.Postgres)), ("Storage:ConnectionString", database)];

    private static async Task AssertGoesOnAsync(TeamOfTheTest team, string code, string later)
    {
        Assert.Null(await team.Boards.FindAsync(later, CancellationToken.None));
        var cases = Assert.Single((await team.Chat("clinician").SendTextAsync("dossiers")).Replies).Text!;
        Assert.Contains(code, cases, StringComparison.Ordinal);
        Assert.DoesNotContain(later, cases, StringComparison.Ordinal);

        var thread = team.Posts.First(post => CardReading.Action(post.Card!, "Action.Execute", "board.opinion")?["data"]?["case"]?.GetValue<string>() == code).Conversation;
        var turn = await team.InThread("member", conversation: thread).InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = "favourable" });
        Assert.Equal(200, turn.ReplyStatus);
        Assert.Single((await team.Boards.FindAsync(code, CancellationToken.None))!.Opinions);
    }
}
