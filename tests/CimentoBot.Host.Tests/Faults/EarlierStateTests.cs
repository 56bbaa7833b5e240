using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Faults;

/// <summary>
/// What earlier versions stored, each as its own program wrote it: a case that was presented, and one in the middle of its interview.
/// The files are named after the last script that had run.
/// </summary>
public sealed class EarlierStateTests
{
    private const string Board = "channel-rcp-os";

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Faults", "States");

    [Theory]
    [InlineData("0003", 0)]
    [InlineData("0005", 2)]
    [InlineData("0007", 2)]
    [InlineData("0010", 2)]
    [InlineData("0011", 2)]
    [InlineData("0012", 2)]
    public async Task EveryCaseAndAnswerOfAnEarlierVersionIsKeptAndGoesOn(string version, int opinions)
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-earlier-");
        try
        {
            var place = $"Data Source={Path.Combine(folder.FullName, "bot.db")};Pooling=False;Foreign Keys=False";
            var before = await FillAsync(place, await File.ReadAllTextAsync(Path.Combine(Folder, version + ".sql")));
            await using var team = await TeamOfTheTest.StartWithoutBoardAsync(
                ("Storage:ConnectionString", place), ("Board:Channels:0:Id", Board), ("Board:Channels:0:Name", "RCP os"));
            var clinician = team.Chat("clinician");
            var (presented, open) = (before.Single(row => row.Status == "Finished"), before.Single(row => row.Status == "Open"));

            var list = (await clinician.SendTextAsync("dossiers")).Replies[0].Text!;
            Assert.Contains($"**{presented.Code}**", list, StringComparison.Ordinal);
            Assert.Contains($"**{open.Code}**", list, StringComparison.Ordinal);
            Assert.DoesNotContain("illisible", list, StringComparison.Ordinal);
            foreach (var row in before)
            {
                var now = (await team.Host.Services.GetRequiredService<Desk>().Files.FindAsync(row.Code, CancellationToken.None))!;
                Assert.Equal(JsonNode.Parse(row.Body)!["facts"]!.ToJsonString(), CaseWriter.Write(now.Facts).ToJsonString());
            }

            var shown = await clinician.InvokeValueAsync("case.show", new JsonObject { ["case"] = presented.Code });
            Assert.Contains(TypicalCase.Verdict, TeamOfTheTest.Text(shown.ReplyCard!), StringComparison.Ordinal);
            var board = await team.Host.Services.GetRequiredService<BoardCases>().FindAsync(presented.Code, CancellationToken.None);
            Assert.Equal(opinions, board is null ? 0 : board.Opinions.Length);

            // The interview goes on where it was, to its verdict.
            Assert.NotNull((await clinician.SendTextAsync("reprendre " + open.Code)).Replies[0].Card);
            for (var cards = 0; clinician.CardWith("case.post") is null; cards++)
            {
                Assert.InRange(cards, 0, 12);
                await clinician.SubmitAsync("answer", TypicalCase.Facts);
            }

            Assert.Equal(open.Code, (string?)CardReading.Action(clinician.CardWith("case.post")!, "Action.Execute", "case.post")!["data"]!["case"]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>A version that this program has and no file shows would go untested.</summary>
    [Fact]
    public void TheLastScriptOfAVersionHasItsFile()
    {
        var last = typeof(Storage.StorageServices).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Select(name => name.Split('.').First(part => part.Length > 4 && char.IsAsciiDigit(part[0]))[..4]).Max(StringComparer.Ordinal);

        Assert.True(File.Exists(Path.Combine(Folder, last + ".sql")), $"{last} is a version without a stored state of its own in tests/CimentoBot.Host.Tests/Faults/States.");
    }

    private static async Task<IReadOnlyList<Row>> FillAsync(string place, string sql)
    {
        await using var connection = new SqliteConnection(place);
        await connection.ExecuteAsync(sql);
        return [.. await connection.QueryAsync<Row>("SELECT code, status, body FROM cases")];
    }

    private sealed record Row(string Code, string Status, string Body);
}
