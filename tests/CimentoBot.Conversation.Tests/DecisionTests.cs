using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Tests;

/// <summary>A case keeps the rules that it was decided under, and says when they changed since.</summary>
public sealed class DecisionTests : IDisposable
{
    private readonly Clinic clinic = new();

    [Fact]
    public async Task AVerdictIsKeptWithItsDayItsRulesAndTheirEdition()
    {
        var code = await VerdictAsync();
        var decision = (await FileAsync(code)).Decision!;

        Assert.Equal((Guideline.Edition, Guideline.Current.Hash, new(2026, 11, 30)), (decision.Edition, decision.Hash, decision.Day));
        Assert.Equal((Effect.EligibleWithConditions, Effect.Contraindicated), (decision.AtBest, decision.AtWorst));
        Assert.Contains("condition.flat-bone-ablation", decision.Rules);
        Assert.DoesNotContain("deferred.platelets", decision.Rules);
    }

    [Fact]
    public async Task WhereTheRulesAreTheSameNothingIsSaid()
    {
        var code = await VerdictAsync();
        Assert.DoesNotContain("Règles modifiées", await CardAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheRulesChangedSinceTheCardAndTheTextSaySoAndThatTheVerdictIsTheSame()
    {
        var code = await VerdictAsync();
        await DecideAsync(code, decision => decision with { Edition = "2025.9", Hash = "0123abcd" });
        var line = $"Règles modifiées depuis le verdict du lun. 30 nov. 2026, édition 2025.9 (0123abcd) → {Guideline.Edition} ({Guideline.Current.Hash}) : le verdict est le même.";

        Assert.Contains(line, await CardAsync(code), StringComparison.Ordinal);
        Assert.Contains(line, await SaidAsync("texte"), StringComparison.Ordinal);
        Assert.Contains(line, await SaidAsync("pourquoi"), StringComparison.Ordinal);
        Assert.Contains(line, await SaidAsync("reprendre"), StringComparison.Ordinal);
        Assert.True((await FileAsync(code)).Decision!.IsOfTheseRules);
    }

    [Fact]
    public async Task AVerdictThatChangedWithTheRulesIsToldOldAndNew()
    {
        var code = await VerdictAsync();
        await DecideAsync(code, decision => decision with { Hash = "0123abcd", AtBest = Effect.Eligible, AtWorst = Effect.Eligible });
        Assert.Contains(
            "le verdict était « Éligible », il est « Indéterminé (au mieux Éligible sous conditions, au pire Contre-indiqué) »", await CardAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseThatWasPostedUnderOtherRulesIsPostedAgain()
    {
        var code = await VerdictAsync();
        await PostAsync(code);
        Assert.Single(await OutboxAsync());
        await PostAsync(code);
        Assert.Single(await OutboxAsync());

        var file = await FileAsync(code);
        Assert.Equal(Guideline.Current.Hash, file.Post!.Rules);
        await clinic.Desk.Files.SaveAsync(file with { Post = file.Post with { Rules = "0123abcd", Shown = file.Post.Facts, Message = "1" } }, CancellationToken.None);
        Assert.Contains("les règles ont changé depuis : présenter à nouveau", await CardAsync(code), StringComparison.Ordinal);
        await PostAsync(code);

        Assert.Equal(2, (await OutboxAsync()).Count);
        Assert.NotEqual((await FileAsync(code)).Post!.Facts, (await FileAsync(code)).Post!.Shown);
        Assert.DoesNotContain("présenter à nouveau", await CardAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBoardReadsItToo()
    {
        var code = await VerdictAsync();
        await DecideAsync(code, decision => decision with { Hash = "0123abcd" });
        var preview = await PostAsync(code, ("stage", "preview"));
        Assert.Contains("Règles modifiées depuis le verdict", preview, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfVersionsThatKeptNoDecisionAreStillRead()
    {
        var code = await VerdictAsync();
        await PostAsync(code);
        var stored = (await clinic.Store.FindAsync(code, CancellationToken.None))!;
        var body = (JsonObject)JsonNode.Parse(stored.Body)!;
        Assert.True(body.Remove("decision"));
        Assert.True(((JsonObject)body["post"]!).Remove("rules"));
        await clinic.Store.TryUpdateAsync(stored with { Body = body.ToJsonString() }, [], CancellationToken.None);

        var file = await FileAsync(code);
        Assert.Null(file.Decision);
        Assert.Equal("19:rcp@thread.tacv2", file.Post!.Channel);
        var card = await CardAsync(code);
        Assert.Contains("Indéterminé", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Règles modifiées", card, StringComparison.Ordinal);
        Assert.DoesNotContain("présenter à nouveau", card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseThatStartsAgainForgetsItsVerdict()
    {
        var code = await VerdictAsync();
        await clinic.SayAsync("recommencer");
        Assert.Null((await FileAsync(code)).Decision);
    }

    [Fact]
    public async Task TheListOfCasesNamesTheRulesBehindItsVerdicts()
    {
        await clinic.SayAsync("nouveau");
        Assert.DoesNotContain(Guideline.Current.Hash, await SaidAsync("dossiers"), StringComparison.Ordinal);
        await clinic.SayAsync("terminer");
        Assert.Contains(Guideline.Current.Hash, await SaidAsync("dossiers"), StringComparison.Ordinal);
    }

    public void Dispose() => clinic.Dispose();

    private async Task<string> VerdictAsync()
    {
        await clinic.SayAsync("nouveau");
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["lesion.site"] = "rib", ["lesion.label"] = "K8", ["pain.distribution"] = "localised", ["plan.aims"] = "painRelief" });
        await clinic.SayAsync("terminer");
        return (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
    }

    private async Task<CaseFile> FileAsync(string code) => (await clinic.Desk.Files.FindAsync(code, CancellationToken.None))!;

    private async Task DecideAsync(string code, Func<Decision, Decision> change)
    {
        var file = await FileAsync(code);
        await clinic.Desk.Files.SaveAsync(file with { Decision = change(file.Decision!) }, CancellationToken.None);
    }

    private async Task<string> CardAsync(string code) => Plain((await AskAsync(Verbs.CaseShow, code)).Card!.ToJson());

    private async Task<string> PostAsync(string code, params (string Id, string Value)[] more) =>
        Plain((await AskAsync(Verbs.CasePost, code, [("board", "19:rcp@thread.tacv2"), ("session", "2026-12-03"), .. more])).Card!.ToJson());

    private Task<CaseAnswer> AskAsync(string verb, string code, params (string Id, string Value)[] inputs) => clinic.Cases.AnswerAsync(
        new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User }, ServiceUrl = "https://test.com" },
        new CardSubmission(verb, code, "", -1, "", inputs.ToDictionary(pair => pair.Id, pair => pair.Value)),
        CancellationToken.None);

    private Task<IReadOnlyList<OutboxMessage>> OutboxAsync() => clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None);

    private async Task<string> SaidAsync(string text) => string.Join('\n', (await clinic.SayAsync(text)).Select(Clinic.Shown));

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
