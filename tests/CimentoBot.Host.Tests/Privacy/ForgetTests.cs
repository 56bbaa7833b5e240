using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary><c>oublier</c> and <c>exporter</c>: the real host over a real SQLite file.</summary>
public sealed class ForgetTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task NothingIsForgottenBeforeItIsConfirmedAndWhatWouldBeIsSaid()
    {
        await using var planted = await PlantedTeam.StartAsync();
        var (code, never) = await PlantedStory.PlayAsync(planted);

        var asked = Assert.Single((await planted.Chat(PlantedTeam.Clinician).SendTextAsync("oublier")).Replies).Text!;

        Assert.Contains("supprimés : 2 dossier(s)", asked, StringComparison.Ordinal);
        Assert.Contains("Sous pseudonyme : 1 dossier(s) présenté(s), et ce que vous avez fait dans 0 dossier(s) d’autres", asked, StringComparison.Ordinal);
        Assert.Contains("oublier oui", asked, StringComparison.Ordinal);
        Assert.Equal(PlantedTeam.Clinician.ObjectId, (await CasesOf(planted).FindAsync(code, None))!.Owner);
        Assert.NotNull(await CasesOf(planted).FindAsync(never, None));
    }

    [Fact]
    public async Task WhoStartedACaseIsNowhereInTheFileAfterwardsAndWhatTheBoardDecidedStays()
    {
        await using var planted = await PlantedTeam.StartAsync();
        var (code, never) = await PlantedStory.PlayAsync(planted);
        var clinician = planted.Chat(PlantedTeam.Clinician);
        Assert.True(await planted.Team.StoresAsync(PlantedTeam.Clinician.ObjectId));
        var before = await planted.Team.FindAsync(code);

        var done = Assert.Single((await clinician.SendTextAsync("oublier oui")).Replies).Text!;

        Assert.Contains("2 dossier(s) supprimé(s), 1 présenté(s) gardé(s) sous pseudonyme", done, StringComparison.Ordinal);
        Assert.Null(await CasesOf(planted).FindAsync(never, None));
        var kept = (await CasesOf(planted).FindAsync(code, None))!;
        Assert.StartsWith("P-", kept.Owner, StringComparison.Ordinal);
        Assert.Equal("", kept.Conversation);
        var after = await planted.Team.FindAsync(code);
        Assert.Equal(before.Closings.ToList(), after.Closings.ToList());
        Assert.Equal(before.Stage, after.Stage);
        Assert.Equal(kept.Owner, Assert.Single(after.Acknowledgements).By);
        Assert.False(await planted.Team.StoresAsync(PlantedTeam.Clinician.ObjectId));
        Assert.Equal("Aucun dossier. Écrire **nouveau** pour commencer.", Assert.Single((await clinician.SendTextAsync("dossiers")).Replies).Text);
    }

    [Fact]
    public async Task WhoActedAtABoardStandsThereUnderOnePseudonymWhichLeadsToNobody()
    {
        await using var planted = await PlantedTeam.StartAsync();
        var (code, _) = await PlantedStory.PlayAsync(planted);
        await planted.Chat(PlantedTeam.Owner).SendTextAsync("oublier oui");

        var board = await planted.Team.FindAsync(code);
        var name = Assert.Single(board.Closings.Select(closing => closing.By).Concat(board.Reopenings.Select(reopening => reopening.By)).Distinct());
        Assert.StartsWith("P-", name, StringComparison.Ordinal);
        Assert.Equal(PlantedTeam.Oncologist.ObjectId, Assert.Single(board.Opinions).By);
        Assert.False(await planted.Team.StoresAsync(PlantedTeam.Owner.ObjectId));

        var lines = await planted.Team.Host.Services.GetRequiredService<IAudit>().ListAfterAsync("", DateTimeOffset.MinValue, 100, None);
        Assert.Equal(["Closing", "Reopening", "Closing", "Forget"], lines.Where(line => line.Who == name).Select(line => line.Action));
        Assert.NotEqual(name, lines.Single(line => line.Action == "Settings").Who);

        // Who comes back is another pseudonym: nothing links them to what they did before.
        Assert.Equal(200, (await planted.InThread(PlantedTeam.Owner).InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        Assert.Equal(PlantedTeam.Owner.ObjectId, (await planted.Team.FindAsync(code)).Reopenings[^1].By);
    }

    [Fact]
    public async Task RemindersOfACaseWhoseClinicianIsForgottenGoToTheThread()
    {
        await using var planted = await PlantedTeam.StartAsync();
        await PlantedStory.PlayAsync(planted);
        var clinician = planted.Chat(PlantedTeam.Clinician);
        var before = clinician.Stops().Count;
        await clinician.SendTextAsync("oublier oui");
        await planted.Team.UntilAsync(RemindedTeam.At("2026-12-09 08:00+01:00"));
        await planted.Team.SettleAsync();

        Assert.Equal(before, clinician.Stops().Count);
        Assert.Contains("Clopidogrel", Assert.Single(planted.InThread(PlantedTeam.Owner).Stops()).Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhoAsksGetsEverythingThatIsKeptOfThemAndNothingOfOthers()
    {
        await using var planted = await PlantedTeam.StartAsync();
        var (code, never) = await PlantedStory.PlayAsync(planted);

        var own = await ExportAsync(planted, PlantedTeam.Clinician);
        Assert.Equal(3, own.Count(line => line.Contains("\"what\":\"case\"", StringComparison.Ordinal)));
        Assert.Contains(own, line => line.Contains(never, StringComparison.Ordinal));
        Assert.Contains(own, line => line.Contains(PlantedStory.Answers[0], StringComparison.Ordinal));
        Assert.Contains(own, line => line.Contains("\"what\":\"seen\"", StringComparison.Ordinal));
        Assert.DoesNotContain(own, line => PlantedTeam.Everybody.Skip(1).Any(other => line.Contains(other.ObjectId, StringComparison.Ordinal)));

        var owners = await ExportAsync(planted, PlantedTeam.Owner);
        Assert.Equal(2, owners.Count(line => line.Contains("\"what\":\"closing\"", StringComparison.Ordinal) && line.Contains(code, StringComparison.Ordinal)));
        Assert.Contains(owners, line => line.Contains("\"what\":\"member\"", StringComparison.Ordinal));
        Assert.DoesNotContain(owners, line => line.Contains("\"what\":\"case\"", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> ExportAsync(PlantedTeam planted, Planted person)
    {
        var replies = (await planted.Chat(person).SendTextAsync("exporter")).Replies.Skip(1).Select(reply => reply.Text!).ToList();
        Assert.All(replies, reply => Assert.InRange(reply.Length, 1, 12_000));
        var lines = replies.SelectMany(reply => reply.Split('\n')).Where(line => line != "```").ToList();
        Assert.All(lines, line => System.Text.Json.JsonDocument.Parse(line).Dispose());
        return lines;
    }

    private static ICaseStore CasesOf(PlantedTeam planted) => planted.Team.Host.Services.GetRequiredService<ICaseStore>();
}
