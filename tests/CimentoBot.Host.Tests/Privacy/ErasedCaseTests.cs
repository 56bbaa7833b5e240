using System.Text.Json.Nodes;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>Cards outlive what they are about: they stand in Teams until somebody deletes them, and Teams may deliver late.</summary>
public sealed class ErasedCaseTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task NothingThatIsPressedTypedOrDeliveredAgainBringsAForgottenCaseBack()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        var (sent, owner) = (team.Sent.ToList(), (await CasesOf(team).FindAsync(code, None))!.Owner);
        await clinician.SendTextAsync("oublier oui");
        Assert.Null(await CasesOf(team).FindAsync(code, None));

        // Teams delivers everything again, as it was.
        foreach (var activity in sent)
        {
            Assert.Equal(200, (await clinician.PostAsync(Parsed(activity))).Status);
        }

        // Every card that was filled in is sent once more, by a client that gives it another id.
        var pressed = sent.Select(Parsed).Where(activity => activity["value"] is not null).ToList();
        Assert.InRange(pressed.Count, 4, 20);
        foreach (var activity in pressed)
        {
            activity["id"] = Guid.NewGuid().ToString();
            Assert.Equal(200, (await clinician.PostAsync(activity)).Status);
        }

        // The buttons of the verdict's card, and what can be typed about a case.
        foreach (var verb in new[] { "case.post", "case.edit", "case.seen", "board.opinion", "board.close" })
        {
            var turn = await clinician.InvokeValueAsync(verb, new() { ["case"] = code, ["board"] = TeamOfTheTest.Channel, ["session"] = TeamOfTheTest.Session, ["opinion"] = "favourable" });
            Assert.Equal(403, turn.ReplyStatus);
        }

        foreach (var typed in new[] { $"présenter {code} séance={TeamOfTheTest.Session}", $"modifier {code}", $"reprendre {code}", $"texte {code}", $"pourquoi {code}", $"voir {code}" })
        {
            await clinician.SendTextAsync(typed);
        }

        await team.SettleAsync();
        Assert.Null(await CasesOf(team).FindAsync(code, None));
        Assert.Null(await team.Boards.FindAsync(code, None));
        Assert.Empty(await CasesOf(team).ListAsync(owner, 10, None));
        Assert.Empty(await team.OutboxAsync());
        Assert.Null(team.Post);
    }

    private static JsonObject Parsed(string activity) => JsonNode.Parse(activity)!.AsObject();

    private static ICaseStore CasesOf(TeamOfTheTest team) => team.Host.Services.GetRequiredService<ICaseStore>();
}
