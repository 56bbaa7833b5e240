using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>A case that is presented to another session leaves no verdict behind that nobody keeps up to date.</summary>
public sealed class MovedCaseTests
{
    private const string Later = "2026-12-10";

    [Fact]
    public async Task TheCardThatACaseLeavesBehindSaysWhereItWentAndShowsNoVerdict()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var left = team.Post!.ActivityId;
        await team.PresentAsync(clinician, code, Later);

        var (old, now) = (team.Posts.Single(post => post.ActivityId == left), team.Posts.Single(post => post.ActivityId != left));
        Assert.Contains("à la RCP du jeudi 10 décembre 2026 (« RCP os »)", old.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain(TypicalCase.Verdict, old.Shown(), StringComparison.Ordinal);
        Assert.Empty(CardReading.Actions(old.Card!));
        Assert.Contains(TypicalCase.Verdict, now.Shown(), StringComparison.Ordinal);

        // What is decided afterwards is said in the new place only, and once more nowhere.
        await team.CloseAsync(code, "accepted", "2026-12-16");
        Assert.Contains("ailleurs", team.Posts.Single(post => post.ActivityId == left).Shown(), StringComparison.Ordinal);
        Assert.Equal(2, team.Posts.Count);
    }

    /// <summary>A post that first leaves while its case is being answered again waits for the verdict, which may be the one that was posted.</summary>
    [Theory]
    [InlineData("90 000")]
    [InlineData("180 000")]
    public async Task AnswersThatAreBeingChangedArePutBeforeNobody(string platelets)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        await clinician.InvokeValueAsync("case.post", new() { ["case"] = code, ["board"] = TeamOfTheTest.Channel, ["session"] = Later, ["question"] = "" });
        await clinician.SendTextAsync("modifier le patient et son bilan");
        await clinician.SubmitAsync("answer", new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal) { ["patient.plateletsPerMm3"] = "40 000" });
        Assert.NotNull(clinician.CardWith("answer"));
        await team.SettleAsync();
        Assert.Empty(team.Posts);
        Assert.Null(await team.Boards.FindAsync(code, CancellationToken.None));

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", platelets));
        await team.SettleAsync();
        Assert.Contains("éligible", Assert.Single(team.Posts).Shown(), StringComparison.OrdinalIgnoreCase);
        Assert.Single((await team.FindAsync(code)).Presentations);
    }

    /// <summary>The board follows the case no longer where it was, also where the new place does not take it.</summary>
    [Fact]
    public async Task WhereTheNewPlaceRefusesTheOldCardShowsNoAgreementEither()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
        team.Connector.Answer = request => request.Method == HttpMethods.Post && request.Path.Value == "/v3/conversations" ? Results.StatusCode(403) : null;
        await team.PresentAsync(clinician, code, Later);
        await team.SettleAsync();

        Assert.DoesNotContain("convenu", Assert.Single(team.Posts).Shown(), StringComparison.Ordinal);
        Assert.Contains("ailleurs", Assert.Single(team.Posts).Shown(), StringComparison.Ordinal);
        Assert.Contains("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseWhoseChannelIsGoneGoesOnInAnother()
    {
        const string Other = "19:other@thread.tacv2";
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var owner = team.InThread("owner", "owner");
        await team.TellAsync(owner, "conversationUpdate", activity => activity["channelData"]!["eventType"] = "channelDeleted");
        Assert.Equal(BoardStage.Suspended, (await team.FindAsync(code)).Stage);

        var directory = team.Host.Services.GetRequiredService<BoardDirectory>();
        await directory.SetAsync(new Activity(), Other, await directory.RulesOfAsync(Other, CancellationToken.None), CancellationToken.None);
        Assert.Equal(
            200, (await clinician.InvokeValueAsync("case.post", new() { ["case"] = code, ["board"] = Other, ["session"] = Later, ["question"] = "" })).ReplyStatus);
        await team.SettleTwiceAsync();

        var board = await team.FindAsync(code);
        Assert.Equal((Other, BoardStage.Posted), (board.Channel, board.Stage));
        Assert.Empty(board.SuspendedFor);
    }

    [Fact]
    public async Task WhereItCannotBeRewrittenNowItIsLater()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var left = team.Post!.ActivityId;
        team.Connector.Answer = request => request.Method == HttpMethods.Put && request.Path.Value!.EndsWith(left, StringComparison.Ordinal) ? Results.StatusCode(412) : null;
        await team.PresentAsync(clinician, code, Later);
        Assert.Contains(TypicalCase.Verdict, team.Posts.Single(post => post.ActivityId == left).Shown(), StringComparison.Ordinal);

        team.Connector.Answer = _ => null;
        await team.UntilAsync(team.Clock.GetUtcNow().AddHours(1));
        Assert.Contains("ailleurs", team.Posts.Single(post => post.ActivityId == left).Shown(), StringComparison.Ordinal);
        Assert.Equal(2, team.Posts.Count);
    }
}
