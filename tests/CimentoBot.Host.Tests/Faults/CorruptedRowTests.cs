using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Recall;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Faults;

/// <summary>A row that cannot be read: its case says so, and the others go on.</summary>
public sealed class CorruptedRowTests
{
    private const string Garbage = """{"facts":{"lesion":{"si""";

    [Theory]
    [InlineData(Garbage)]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("""{"serviceUrl":"","channelId":"","language":"Klingon"}""")]
    public async Task ACaseThatCannotBeReadSaysSoAndTheOthersGoOn(string body)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var good = await TeamOfTheTest.InterviewAsync(clinician);
        var bad = await TeamOfTheTest.InterviewAsync(clinician);
        await ExecuteAsync(team, "UPDATE cases SET body = @body WHERE code = @bad", new { body, bad });

        // It is the one that is worked on: that is said once, and whatever was typed is done without it.
        var first = (await clinician.SendTextAsync("dossiers")).Replies;
        Assert.Contains($"Le dossier {bad} est illisible", first[0].Text, StringComparison.Ordinal);
        Assert.Contains($"**{bad}** — illisible", first[1].Text, StringComparison.Ordinal);
        Assert.Contains($"**{good}**", first[1].Text, StringComparison.Ordinal);
        Assert.Contains("entretien terminé", first[1].Text, StringComparison.Ordinal);
        Assert.Contains($"Le dossier {bad} est illisible", Assert.Single((await clinician.SendTextAsync("reprendre " + bad)).Replies).Text, StringComparison.Ordinal);
        Assert.Contains($"Case {bad} cannot be read", Assert.Single((await clinician.SendTextAsync("resume " + bad)).Replies).Text, StringComparison.Ordinal);
        var pressed = await clinician.InvokeValueAsync("case.show", new JsonObject { ["case"] = bad });
        Assert.Equal(409, pressed.ReplyStatus);
        Assert.Contains("illisible", pressed.Body, StringComparison.Ordinal);

        // The others, and new ones.
        Assert.Equal(200, (await clinician.InvokeValueAsync("case.show", new JsonObject { ["case"] = good })).ReplyStatus);
        Assert.NotEqual(bad, await TeamOfTheTest.InterviewAsync(clinician));

        // A recall says which cases it could not look at.
        var recalled = await team.Host.Services.GetRequiredService<RuleRecall>().FindAsync("deferred.platelets", Language.French, CancellationToken.None);
        Assert.Contains($"{bad}\tillisible", recalled.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABoardsCaseThatCannotBeReadIsNamedOnTheAgendaAndHoldsUpNoOther()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var codes = new[] { await team.PresentedAsync(clinician), await team.PresentedAsync(clinician), await team.PresentedAsync(clinician) };
        var bad = codes[1];
        await ExecuteAsync(team, "UPDATE boards SET body = @Garbage WHERE code = @bad", new { Garbage, bad });

        var agenda = string.Join('\n', (await team.InThread("owner", "owner", TeamOfTheTest.Channel).SendTextAsync("ordre du jour")).Replies.Select(reply => reply.Text));
        Assert.All(codes, code => Assert.Contains(code, agenda, StringComparison.Ordinal));
        Assert.Contains($"**{bad}** — illisible", agenda, StringComparison.Ordinal);
        await team.InThread("owner", "owner").InvokeValueAsync("board.close", new JsonObject { ["case"] = codes[2], ["decision"] = "postponed", ["text"] = "" });
        var minutes = string.Join('\n', (await team.InThread("owner", "owner", TeamOfTheTest.Channel).SendTextAsync("compte rendu séance=2026-12-03")).Replies.Select(reply => reply.Text));
        Assert.Contains($"Illisible, absent de ce compte rendu : {bad}.", minutes, StringComparison.Ordinal);
        Assert.Equal(409, (await team.InThread("oncologist").InvokeValueAsync("board.opinion", new JsonObject { ["case"] = bad, ["opinion"] = "favourable", ["specialty"] = "oncology" })).ReplyStatus);
        Assert.Contains($"**{bad}** — illisible", (await clinician.SendTextAsync("dossiers")).Replies[0].Text, StringComparison.Ordinal);

        // The next day the others are looked at, once.
        await team.PassAsync(TimeSpan.FromDays(1));
        Assert.False(await team.Host.Services.GetRequiredService<BoardKeeper>().KeepAsync(CancellationToken.None));
        foreach (var code in codes.Where(code => code != bad))
        {
            Assert.Equal(new(2026, 12, 1), (await team.FindAsync(code)).LookedOn);
        }
    }

    [Fact]
    public async Task ADialogueThatCannotBeReadIsTakenUpFromItsCase()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await clinician.SendTextAsync("nouveau");
        Assert.Equal(1, await ExecuteAsync(team, "UPDATE bot_state SET body = @Garbage", new { Garbage }));

        var answered = await clinician.SubmitAsync("answer", TypicalCase.Facts);
        Assert.NotNull(answered.Replies[0].Card);
        Assert.NotNull((await clinician.SubmitAsync("answer", TypicalCase.Facts)).Replies[0].Card);
    }

    private static async Task<int> ExecuteAsync(TeamOfTheTest team, string sql, object parameters)
    {
        await using var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False");
        return await connection.ExecuteAsync(sql, parameters);
    }
}
