using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What was made in Teams and never answered is not made a second time by itself; whoever can look is told, and decides.</summary>
public sealed class UnansweredTests
{
    [Fact]
    public async Task APostWithoutAnAnswerIsSaidToBeOneUntilSomebodyActsOnItsCard()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await PresentedWithoutAnAnswerAsync(team, clinician, line);
        await team.UntilAsync(team.Clock.GetUtcNow().AddHours(1));

        Assert.Single(team.Posts);
        Assert.Contains("on ne sait pas si le dossier est arrivé dans « RCP os »", Verdict(clinician), StringComparison.Ordinal);
        Assert.NotNull(Again(clinician));

        var turn = await team.InThread("oncologist").InvokeAsync("board.opinion", new Dictionary<string, string> { ["opinion"] = "favourable", ["specialty"] = "oncology" });
        Assert.Equal(200, turn.ReplyStatus);
        await team.SettleAsync();

        Assert.Single(team.Posts);
        Assert.Single((await team.FindAsync(code)).Opinions);
        Assert.Contains("Favorable : 1", team.Card, StringComparison.Ordinal);
        Assert.Contains("Présenté à « RCP os »", Verdict(clinician), StringComparison.Ordinal);
        Assert.Null(Again(clinician));
        Assert.Empty(await team.OutboxAsync());
    }

    [Fact]
    public async Task ThePersonWhoPostedHasItPostedAgainOnceHoweverOftenThatArrives()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await PresentedWithoutAnAnswerAsync(team, clinician, line);
        var first = team.Post!;
        var data = Again(clinician)!["data"]!.AsObject();
        Assert.Equal(403, (await team.Chat("other").InvokeValueAsync("case.post", data)).ReplyStatus);

        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(200, (await clinician.InvokeValueAsync("case.post", data)).ReplyStatus);
            await team.SettleAsync();
        }

        Assert.Equal(2, team.Posts.Count);
        Assert.Contains("Présenté à « RCP os »", Verdict(clinician), StringComparison.Ordinal);
        var onTheFirst = await team.InThread("oncologist", conversation: first.Conversation).InvokeValueAsync(
            "board.opinion", new() { ["case"] = code, ["revision"] = 1, ["opinion"] = "favourable" }, first.ActivityId);
        Assert.Equal(409, onTheFirst.ReplyStatus);
    }

    [Fact]
    public async Task ItIsPostedAgainByATypedLineAndNotByPresentingItOnceMore()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await PresentedWithoutAnAnswerAsync(team, clinician, line);

        var told = Assert.Single((await clinician.SendTextAsync($"présenter {code} séance={TeamOfTheTest.Session}")).Replies).Text!;
        Assert.Contains("présenter CB-XXXX encore=oui", told, StringComparison.Ordinal);
        await team.SettleAsync();
        Assert.Single(team.Posts);

        Assert.Contains("En cours d’envoi", Assert.Single((await clinician.SendTextAsync($"présenter {code} encore=oui")).Replies).Text, StringComparison.Ordinal);
        await team.SettleAsync();
        Assert.Equal(2, team.Posts.Count);
    }

    /// <summary>A card that was left in another thread, or shows an earlier presentation, does not show where the post stands.</summary>
    [Fact]
    public async Task AnotherCardOfTheCaseSettlesNothing()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await PresentedWithoutAnAnswerAsync(team, clinician, line);
        var (thread, message) = (team.Post!.Conversation, team.Post.ActivityId);

        foreach (var (conversation, replyTo, revision) in new[] { (thread, "99", 1), ($"{TeamOfTheTest.Channel};messageid=99", message, 1), (thread, message, 2), (thread, null, 1) })
        {
            var turn = await team.InThread("oncologist", conversation: conversation).InvokeValueAsync(
                "board.opinion", new() { ["case"] = code, ["revision"] = revision, ["opinion"] = "favourable" }, replyTo);
            Assert.Equal(409, turn.ReplyStatus);
        }

        Assert.Contains("on ne sait pas", Verdict(clinician), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReminderWithoutAnAnswerIsSentOnceAndTheBoardSeesThatItMayBeMissing()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 17:59+01:00"));
        line.Loses = request => request.Method == HttpMethod.Post;
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        line.Loses = _ => false;
        await team.UntilAsync(At("2026-12-08 20:00+01:00"));

        Assert.Single(clinician.Stops());
        Assert.Contains("1 rappel dont on ne sait pas s’il est arrivé", team.Card, StringComparison.Ordinal);
        var agenda = await team.InThread("owner", "owner").SendTextAsync($"ordre du jour séance={TeamOfTheTest.Session}");
        Assert.Contains("1 rappel dont on ne sait pas s’il est arrivé", string.Concat(agenda.Replies.Select(reply => reply.Text)), StringComparison.Ordinal);

        Assert.Equal(200, (await clinician.InvokeAsync("case.seen")).ReplyStatus);
        await team.SettleAsync();
        Assert.DoesNotContain("on ne sait pas", team.Card, StringComparison.Ordinal);
        Assert.Contains("✓ Vu par le clinicien", Assert.Single(clinician.Stops()).Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain((await team.FindAsync(code)).Reminded, sent => sent.Unanswered);
    }

    [Fact]
    public async Task AnAgendaWithoutAnAnswerIsSentOnce()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        await team.PresentedAsync(team.Chat("clinician"));
        await team.UntilAsync(At("2026-12-02 17:59+01:00"));
        line.Loses = request => request.Method == HttpMethod.Post;
        await team.UntilAsync(At("2026-12-02 18:00+01:00"));
        line.Loses = _ => false;
        await team.UntilAsync(At("2026-12-02 20:00+01:00"));

        Assert.Single(team.Connector.Messages(TeamOfTheTest.Channel), message => message.Text?.Contains("Ordre du jour", StringComparison.Ordinal) is true);
    }

    private static async Task<string> PresentedWithoutAnAnswerAsync(TeamOfTheTest team, BotConversation clinician, LostAnswers line)
    {
        line.Loses = request => request.RequestUri!.AbsolutePath == "/v3/conversations";
        var code = await team.PresentedAsync(clinician);
        line.Loses = _ => false;
        return code;
    }

    private static string Verdict(BotConversation clinician) => Shown(clinician.CardWith("case.post")!);

    private static JsonObject? Again(BotConversation clinician) =>
        CardReading.Actions(clinician.CardWith("case.post")!).FirstOrDefault(action => action["data"]?["stage"]?.GetValue<string>() == "again");
}
