using System.Text.Json.Nodes;
using CimentoBot.Commands;
using CimentoBot.Host.Tests.Board;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>Who did what to which case, and when: nothing is left out, nothing can be taken out, and no answer stands in it.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task EveryActOfAStoryIsPrintedOnceWithWhoDidItAndWithoutAnyAnswer()
    {
        await using var planted = await PlantedTeam.StartAsync();
        var (code, _) = await PlantedStory.PlayAsync(planted);
        await planted.Chat(PlantedTeam.Clinician).SendTextAsync("exporter");

        var (exit, lines, errors) = await RunAsync(planted, "audit");

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(
            [
                (PlantedTeam.Clinician, "Post", code),
                (PlantedTeam.Oncologist, "Opinion", code),
                (PlantedTeam.Anaesthetist, "SignOff", code),
                (PlantedTeam.Clinician, "Edit", code),
                (PlantedTeam.Owner, "Closing", code),
                (PlantedTeam.Owner, "Reopening", code),
                (PlantedTeam.Owner, "Closing", code),
                (PlantedTeam.Owner, "Settings", TeamOfTheTest.Channel),
                (PlantedTeam.Clinician, "Seen", code),
                (PlantedTeam.Clinician, "Export", ""),
            ],
            lines.Select(line => (PlantedTeam.Everybody.Single(person => person.ObjectId == (string?)line["who"]), (string)line["action"]!, (string)line["subject"]!)));
        Assert.All(lines, line => Assert.Equal(["at", "who", "action", "subject"], line.Select(member => member.Key)));
    }

    [Fact]
    public async Task OnlyWhatWasDoneSinceADayIsPrintedWhereOneIsNamed()
    {
        await using var planted = await PlantedTeam.StartAsync();
        await PlantedStory.PlayAsync(planted);

        Assert.Equal(["Seen"], (await RunAsync(planted, "audit", "--since", "2026-12-08")).Lines.Select(line => (string?)line["action"]));
        Assert.Empty((await RunAsync(planted, "audit", "--since", "2026-12-09")).Lines);
        var (exit, lines, errors) = await RunAsync(planted, "audit", "--since", "hier");
        Assert.Equal((1, 0), (exit, lines.Count));
        Assert.StartsWith("Usage", errors, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(planted, "audit", "--since")).Exit);
        Assert.Null(AuditCommand.Read(["recall", "audit"]));
    }

    [Theory]
    [InlineData("UPDATE audit SET who = ''")]
    [InlineData("DELETE FROM audit")]
    public async Task ALineIsNeitherChangedNorTakenOut(string statement)
    {
        await using var planted = await PlantedTeam.StartAsync();
        await planted.Chat(PlantedTeam.Clinician).SendTextAsync("exporter");
        await using var connection = new SqliteConnection($"Data Source={planted.Team.DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // One of the two above.
        command.CommandText = statement;
#pragma warning restore CA2100

        var refused = await Assert.ThrowsAsync<SqliteException>(command.ExecuteNonQueryAsync);

        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        Assert.Single((await RunAsync(planted, "audit")).Lines);
    }

    private static async Task<(int Exit, IReadOnlyList<JsonObject> Lines, string Errors)> RunAsync(PlantedTeam planted, params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var exit = await AuditCommand.RunAsync(planted.Team.Host.Services, AuditCommand.Read(args)!, output, errors);
        var lines = output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (exit, [.. lines.Select(line => JsonNode.Parse(line)!.AsObject())], errors.ToString());
    }
}
