using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Tests;

/// <summary>While the guideline is suspended nothing is presented, and what waits to be sent waits on. The rest is told in the transcripts.</summary>
public sealed class SuspendedTests : IDisposable
{
    private readonly Clinic clinic = new();

    [Theory]
    [InlineData(Verbs.CaseShow)]
    [InlineData(Verbs.CasePost)]
    public async Task NoVerdictNoPreviewAndNoPostIsGiven(string verb)
    {
        var code = await VerdictAsync();
        Suspend("Erreur *ici*");

        foreach (var stage in new[] { "", "form", "preview" })
        {
            var answer = await AskAsync(verb, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"), ("stage", stage));
            Assert.Equal(409, answer.Status);
            Assert.Null(answer.Card);
            Assert.Contains("Erreur \\*ici\\*", answer.Refusal.Fr, StringComparison.Ordinal);
            Assert.Contains("Erreur \\*ici\\*", answer.Refusal.En, StringComparison.Ordinal);
        }

        Assert.Contains("Recommandation suspendue", Clinic.Shown(Assert.Single(await clinic.SayAsync($"présenter {code} séance=2026-12-03"))), StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task AnAnswerCanStillBeChanged()
    {
        var code = await VerdictAsync();
        Suspend("Erreur");
        var review = CardKit.Json((await AskAsync(Verbs.CaseEdit, code)).Card!);
        Assert.Contains("Recommandation suspendue", review.ToString(), StringComparison.Ordinal);
        var edit = Clinic.Submission(review, Verbs.Edit, section: "lesion");
        Assert.Contains("K8", Clinic.Shown(Assert.Single(await clinic.SendAsync(new Activity(ActivityTypes.Message) { Value = edit }))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APostThatWasAcceptedBeforeLeavesOnceTheGuidelineIsBack()
    {
        var code = await VerdictAsync();
        await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"));
        Suspend("Erreur");
        Assert.Equal(0, await SentAsync());
        Assert.Equal(0, Assert.Single(await OutboxAsync()).Attempts);
        Suspend("");
        Assert.Equal(1, await SentAsync());
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task WhoeverAsksForAVerdictAllTheSameGetsNone()
    {
        var code = await VerdictAsync();
        Suspend("Erreur");
        var file = await clinic.Desk.Files.FindAsync(code, CancellationToken.None);
        Assert.Throws<InvalidOperationException>(() => clinic.Desk.Judge(file!, file!.Language));
    }

    public void Dispose() => clinic.Dispose();

    private void Suspend(string reason)
    {
        clinic.Suspended = reason;
        clinic.Restart();
    }

    private async Task<string> VerdictAsync()
    {
        await clinic.SayAsync("nouveau");
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["lesion.site"] = "rib", ["lesion.label"] = "K8", ["plan.aims"] = "painRelief" });
        await clinic.SayAsync("terminer");
        return (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
    }

    private async Task<int> SentAsync()
    {
        var channel = new ChannelOfTheTest();
        await clinic.SenderTo(channel).SendDueAsync(CancellationToken.None);
        return channel.Posts;
    }

    private Task<CaseAnswer> AskAsync(string verb, string code, params (string Id, string Value)[] inputs) => clinic.Cases.AnswerAsync(
        new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User }, ServiceUrl = "https://test.com" },
        new CardSubmission(verb, code, "", -1, "", inputs.ToDictionary(pair => pair.Id, pair => pair.Value)),
        CancellationToken.None);

    private Task<IReadOnlyList<Ports.OutboxMessage>> OutboxAsync() => clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None);
}
