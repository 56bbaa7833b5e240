using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>The verbs of the verdict card: change an answer, present to the board.</summary>
public sealed class CaseDeskTests : IDisposable
{
    private readonly Clinic clinic = new();

    [Fact]
    public async Task ACaseIsPresentedByAFormAndAPreviewAndThenPostedOnce()
    {
        var code = await VerdictAsync();
        var form = await AskAsync(Verbs.CasePost, code);
        Assert.Contains("19:rcp@thread.tacv2", form.Card!.ToJson(), StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync());

        var preview = await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"), ("question", "Et la radiothérapie ?"), ("stage", "preview"));
        Assert.Contains("RCP du jeudi 3 décembre 2026", preview.Card!.ToJson(), StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync());

        var publish = CardKit.Json(preview.Card).SelectToken("$.actions[0].data")!;
        var posted = await AskAsync(Verbs.CasePost, code, [.. publish.OfType<JProperty>().Select(pair => (pair.Name, (string)pair.Value!))]);
        Assert.Contains("RCP os", posted.Card!.ToJson(), StringComparison.Ordinal);
        Assert.Equal(code, Assert.Single(await OutboxAsync()).Subject);

        await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"));
        Assert.Single(await OutboxAsync());
    }

    [Fact]
    public async Task ACaseWhoseAnswersChangedBeforeItsPostLeftIsPresentedWithThem()
    {
        var code = await VerdictAsync();
        await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"));
        await clinic.SayAsync("modifier plaquettes");
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "40" });
        Assert.DoesNotContain("une réponse a changé depuis", clinic.Card!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, (await OutboxAsync()).Count);
        await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"));
        Assert.Equal(2, (await OutboxAsync()).Count);
    }

    [Fact]
    public async Task TheTypedFormDoesTheSame()
    {
        var code = await VerdictAsync();
        Assert.Contains("séance=", Clinic.Shown(Assert.Single(await clinic.SayAsync($"présenter {code}"))), StringComparison.Ordinal);
        Assert.Contains("RCP os", Clinic.Shown(Assert.Single(await clinic.SayAsync($"présenter {code} séance=03/12/2026 question=Et la radiothérapie ?"))), StringComparison.Ordinal);
        Assert.Single(await OutboxAsync());
    }

    [Theory]
    [InlineData("19:elsewhere", "2026-12-03", "", "board")]
    [InlineData("19:rcp@thread.tacv2", "2026-11-29", "", "session")]
    [InlineData("19:rcp@thread.tacv2", "demain", "", "session")]
    [InlineData("19:rcp@thread.tacv2", "2026-12-03", "Que penser pour Mme Exemple ?", "question")]
    public async Task ABadPostBringsTheFormBackWithTheErrorBesideItsField(string board, string session, string question, string field)
    {
        var code = await VerdictAsync();
        var answer = await AskAsync(Verbs.CasePost, code, ("board", board), ("session", session), ("question", question));
        Assert.Contains($"\"error.{field}\"", answer.Card!.ToJson(), StringComparison.Ordinal);
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task TheReviewThatAnswersAnEditReopensTheInterviewAndTheVerdictFollows()
    {
        var code = await VerdictAsync();
        var review = CardKit.Json((await AskAsync(Verbs.CaseEdit, code)).Card!);
        var edit = Clinic.Submission(review, Verbs.Edit, section: "patient");
        Assert.Contains("Le patient et son bilan", Clinic.Shown(Assert.Single(await clinic.SendAsync(new Activity(ActivityTypes.Message) { Value = edit }))), StringComparison.Ordinal);
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["patient.cementAllergy"] = "true" });
        Assert.Equal("Contre-indiqué", Clinic.Texts(clinic.Card!).First());
    }

    [Fact]
    public async Task WhoseCaseItIsNotIsRefusedAndNothingChanges()
    {
        var code = await VerdictAsync();
        clinic.User = "user2";
        Assert.Equal(403, (await AskAsync(Verbs.CasePost, code, ("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"))).Status);
        Assert.Equal(403, (await AskAsync(Verbs.CaseEdit, "CB-2222")).Status);
        Assert.Empty(await OutboxAsync());
    }

    [Fact]
    public async Task ACaseWithoutAVerdictIsNotPresented()
    {
        await clinic.SayAsync("nouveau");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        Assert.Equal(409, (await AskAsync(Verbs.CasePost, code)).Status);
    }

    public void Dispose() => clinic.Dispose();

    private async Task<string> VerdictAsync()
    {
        await clinic.SayAsync("nouveau");
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["lesion.site"] = "vertebra", ["lesion.label"] = "L3", ["pain.distribution"] = "localised", ["plan.aims"] = "painRelief" });
        await clinic.SayAsync("terminer");
        return (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
    }

    private Task<CaseAnswer> AskAsync(string verb, string code, params (string Id, string Value)[] inputs) => clinic.Cases.AnswerAsync(
        new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User }, ServiceUrl = "https://test.com" },
        new CardSubmission(verb, code, "", -1, "", inputs.ToDictionary(pair => pair.Id, pair => pair.Value)),
        CancellationToken.None);

    private Task<IReadOnlyList<Ports.OutboxMessage>> OutboxAsync() => clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None);
}
