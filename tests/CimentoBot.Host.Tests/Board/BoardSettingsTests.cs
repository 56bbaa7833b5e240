using CimentoBot.Conversation.Board;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Tour;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Board;

/// <summary>An owner of the team says in a channel how its board works; nobody else does.</summary>
public sealed class BoardSettingsTests
{
    private const string Fresh = "19:rachis@thread.tacv2";

    [Fact]
    public async Task AnOwnerMakesAChannelABoardByACard()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var owner = team.InThread("owner", "owner", Fresh);
        Assert.Contains("Ce canal n’est pas encore une RCP", Assert.Single((await owner.SendTextAsync("bonjour")).Replies).Text, StringComparison.Ordinal);
        Assert.False(await Directory(team).IsBoardAsync(Fresh, CancellationToken.None));

        await owner.SendTextAsync("réglages");
        var wrong = await owner.InvokeAsync("board.settings", new Dictionary<string, string> { ["name"] = "[RCP](https://exemple.test)", ["quorum"] = "12", ["meetingDay"] = "friday" });
        Assert.Equal(200, wrong.ReplyStatus);
        Assert.Equal(["meetingTime", "name", "quorum"], CardReading.Errors(wrong.ReplyCard!).Keys.Order());
        Assert.Equal("12", Values(wrong.ReplyCard!)["quorum"]);
        Assert.False(await Directory(team).IsBoardAsync(Fresh, CancellationToken.None));

        var saved = await owner.InvokeAsync("board.settings", new Dictionary<string, string>
        {
            ["name"] = "RCP rachis",
            ["language"] = "english",
            ["quorum"] = "oncologie, radiologie",
            ["closers"] = "members",
            ["meetingDay"] = "friday",
            ["meetingTime"] = "08:30",
            ["reminders"] = "yes",
        });

        Assert.Equal(200, saved.ReplyStatus);
        Assert.Contains("Settings saved.", string.Join('\n', CardText.Lines(saved.ReplyCard!, unfolded: true)), StringComparison.Ordinal);
        Assert.Equal(
            new("RCP rachis", Language.English, new(2, [Specialty.Oncology, Specialty.Radiology]), OwnersClose: false, "30 8 * * 5", RemindsThread: true),
            await RulesAsync(team, Fresh),
            SameRules);
        Assert.Contains("RCP rachis", (await Directory(team).ListAsync(CancellationToken.None)).Select(board => board.Name));

        // Everybody sees what stands now, not the one who saved it alone.
        var card = team.Connector.Messages(Fresh).Last(message => message.Card is not null);
        Assert.True(card.IsUpdate);
        Assert.Equal("RCP rachis", Values(card.Card!)["name"]);
        Assert.DoesNotContain("Ce canal n’est pas encore", Assert.Single((await owner.SendTextAsync("bonjour")).Replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTypedFormDoesTheSameAndKeepsWhatItDoesNotName()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var owner = team.InThread("owner", "owner", TeamOfTheTest.Channel);
        var reply = Assert.Single((await owner.SendTextAsync("réglages langue=français quorum=4 clôture=membres réunion=jeudi 14:00 nom=RCP os rappels=oui")).Replies);
        Assert.Contains("Réglages enregistrés. « RCP os » — langue : français ; quorum : 4 ; clôture : membres ; réunion : jeudi 14", reply.Text, StringComparison.Ordinal);
        Assert.Equal(new("RCP os", Language.French, new(4, []), OwnersClose: false, "0 14 * * 4", RemindsThread: true), await RulesAsync(team), SameRules);

        await owner.SendTextAsync("settings meeting=none closing=owners");
        Assert.Equal(new("RCP os", Language.French, new(4, []), OwnersClose: true, "", RemindsThread: true), await RulesAsync(team), SameRules);

        var wrong = Assert.Single((await owner.SendTextAsync("réglages réunion=jeudi quorum=1")).Replies);
        Assert.Equal(["meetingTime"], CardReading.Errors(wrong.Card!).Keys);
        Assert.Contains("réglages nom=", Assert.Single((await owner.SendTextAsync("réglages s’il te plaît")).Replies).Text, StringComparison.Ordinal);
        Assert.Equal(4, (await RulesAsync(team)).Quorum.Number);
    }

    [Fact]
    public async Task AnyOtherMemberIsRefusedAndNothingChanges()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var before = await RulesAsync(team);
        foreach (var role in new[] { "user", "guest" })
        {
            var member = team.InThread(role, role, TeamOfTheTest.Channel);
            foreach (var typed in new[] { "réglages", "réglages quorum=1" })
            {
                var reply = Assert.Single((await member.SendTextAsync(typed)).Replies);
                Assert.Contains("Seuls les propriétaires", reply.Text, StringComparison.Ordinal);
                Assert.Null(reply.Card);
            }

            Assert.Equal(403, (await member.InvokeValueAsync("board.settings", new() { ["quorum"] = "1" })).ReplyStatus);
            Assert.Contains("Seuls les propriétaires", Assert.Single((await member.SubmitValueAsync(new() { ["verb"] = "board.settings", ["quorum"] = "1" })).Replies).Text, StringComparison.Ordinal);
        }

        Assert.Contains("se règle dans son canal", Assert.Single((await team.Chat("owner", "owner").SendTextAsync("réglages quorum=1")).Replies).Text, StringComparison.Ordinal);
        Assert.Equal(before, await RulesAsync(team), SameRules);
    }

    [Fact]
    public async Task AnOldClientIsAnsweredWithTheCard()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var owner = team.InThread("owner", "owner", TeamOfTheTest.Channel);
        var reply = Assert.Single((await owner.SubmitValueAsync(new() { ["verb"] = "board.settings", ["quorum"] = "2" })).Replies);
        Assert.Equal("2", Values(reply.Card!)["quorum"]);
        Assert.Equal(2, (await RulesAsync(team)).Quorum.Number);
    }

    [Fact]
    public async Task AnotherLanguageRewritesTheCardsOfTheChannel()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.PresentedAsync(team.Chat("clinician"));
        await team.InThread("owner", "owner").SendTextAsync("réglages langue=anglais");
        await team.SettleAsync();
        Assert.Contains("Board session of Thursday 3 December 2026", team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheFormOfAPostProposesTheNextMeetingAndSaysAtWhatHourItIs()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Board:Meeting", "0 9 * * 1"));
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);

        // It is Monday after nine: the next meeting is that of next week, until an owner says that the board meets on Thursdays.
        Assert.Equal("2026-12-07", Values((await clinician.InvokeAsync("case.post")).ReplyCard!)["session"]);
        await team.InThread("owner", "owner", TeamOfTheTest.Channel).SendTextAsync("réglages réunion=jeudi 14h30");
        var form = await clinician.InvokeValueAsync("case.post", new() { ["case"] = code });
        Assert.Equal("2026-12-03", Values(form.ReplyCard!)["session"]);
        Assert.Contains(
            "Prochaine réunion de « RCP os » : jeudi 3 décembre 2026 à 14 h 30.",
            string.Join('\n', CardText.Lines(form.ReplyCard!, unfolded: true)).Replace('\u00a0', ' '),
            StringComparison.Ordinal);
        var given = await clinician.InvokeValueAsync("case.post", new() { ["case"] = code, ["session"] = "2026-12-10", ["stage"] = "form", ["board"] = TeamOfTheTest.Channel });
        Assert.Equal("2026-12-10", Values(given.ReplyCard!)["session"]);
        await team.PresentedAsync(team.Chat("another"));
        Assert.Contains("jeudi 3 décembre 2026 à 14", Assert.Single((await team.InThread("asker").SendTextAsync("ordre du jour")).Replies).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheHelpInAChannelSaysHowEverythingIsTyped()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        Assert.Contains("**ordre du jour", Assert.Single((await team.InThread("anybody", conversation: Fresh).SendTextAsync("aide")).Replies).Text, StringComparison.Ordinal);
    }

    private static readonly IEqualityComparer<BoardRules> SameRules = EqualityComparer<BoardRules>.Create((left, right) =>
        left! with { Quorum = Quorum.Usual } == right! with { Quorum = Quorum.Usual }
        && left!.Quorum.Number == right!.Quorum.Number && left.Quorum.Required.SequenceEqual(right.Quorum.Required));

    private static BoardDirectory Directory(TeamOfTheTest team) => team.Host.Services.GetRequiredService<BoardDirectory>();

    private static Task<BoardRules> RulesAsync(TeamOfTheTest team, string channel = TeamOfTheTest.Channel) => Directory(team).RulesOfAsync(channel, CancellationToken.None);

    private static Dictionary<string, string?> Values(System.Text.Json.Nodes.JsonObject card) =>
        CardReading.Inputs(card).ToDictionary(input => input.Text("id")!, input => input.Text("value"), StringComparer.Ordinal);
}
