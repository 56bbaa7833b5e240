using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Tests;

/// <summary>What <c>pourquoi</c> and <c>why</c> say of the gallery's cases.</summary>
public sealed class WhyTests
{
    private const int LongestAnswer = 8_000;

    private static readonly Bedside Bedside = new(new Assessor(Guideline.Current, DateTimeZoneProviders.Tzdb["Europe/Paris"]), new(2026, 11, 30));

    [Theory]
    [MemberData(nameof(VerdictParityTests.Verdicts), MemberType = typeof(VerdictParityTests))]
    public void NoRuleIsMissingAmongTheAnswers(string name, Language language)
    {
        var missing = Guideline.Current.Rules.Where(rule =>
        {
            var answer = Why(name, rule.Id, language);
            return !answer.Contains($"`{rule.Id}`", StringComparison.Ordinal)
                || !answer.Contains(rule.Statement.In(language), StringComparison.Ordinal)
                || !answer.Contains(rule.Condition(language), StringComparison.Ordinal);
        }).Select(rule => rule.Id).ToList();
        Assert.True(missing.Count == 0, string.Join(", ", missing));
    }

    [Theory]
    [MemberData(nameof(VerdictParityTests.Verdicts), MemberType = typeof(VerdictParityTests))]
    public void EveryAnswerIsShortEnoughForAPhone(string name, Language language)
    {
        string[] asked =
        [
            "", "a", "ciment", "cement", "contre-indiqué", "information",
            .. Guideline.Current.Rules.Select(rule => rule.Id), .. Vocabulary.All.Select(fact => fact.Label.In(language)),
        ];
        var tooLong = asked.Where(one => Why(name, one, language).Length > LongestAnswer).ToList();
        Assert.True(tooLong.Count == 0, string.Join(", ", tooLong));
    }

    [Theory]
    [MemberData(nameof(VerdictParityTests.Verdicts), MemberType = typeof(VerdictParityTests))]
    public void WhatMovesTheVerdictIsToldAndWhatIsNotIsNoneOfIt(string name, Language language)
    {
        var file = File(name);
        var assessment = Bedside.Assessor.Assess(file.Facts, Bedside.Today);
        var answer = Why(name, "", language);
        var wanted = assessment.Reasons.Where(reason => reason.Because.All(file.Facts.Knows)).Where(reason => !(assessment.Refused && reason.Rule.When.Facts.Contains(Vocabulary.Medications)))
            .Where(reason => reason.Outcome is Truth.No ? reason.Rule.Effect >= Effect.BoardDecision : reason.Rule.Effect is not null);
        var absent = wanted.Where(reason => !answer.Contains($"`{reason.Rule.Id}`", StringComparison.Ordinal)).Select(reason => reason.Rule.Id).ToList();

        Assert.True(absent.Count == 0, string.Join(", ", absent));
        Assert.DoesNotContain("suggestion.", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("information.place", answer, StringComparison.Ordinal);
        Assert.Contains(assessment.Label.In(language), answer, StringComparison.Ordinal);
        Assert.Contains(Guideline.Current.Hash, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorstEffectComesFirst()
    {
        var answer = Why("contraindicated", "", Language.English);
        var places = new[] { "information.unstable-fracture", "absolute.systemic-infection", "relative.epiduritis" }
            .Select(id => answer.IndexOf($"`{id}`", StringComparison.Ordinal)).ToList();
        Assert.Equal(places.Order(), places);
    }

    [Theory]
    [InlineData("contraindicated")]
    [InlineData("not-indicated")]
    public void BesideARefusalNoDrugIsNamed(string name)
    {
        var answer = Why(name, "", Language.English);
        Assert.Contains("the medication schedule and the risks of the procedure are not given", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("clopidogrel", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("medication-hold", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("condition.medication-hold", "clopidogrel, rivaroxaban, ", "Praxbind")]
    [InlineData("condition.medication-not-covered", "idarucizumab", "clopidogrel")]
    public void OfTheMedicinesOnlyThoseThatARuleIsAboutAreNamed(string rule, string named, string other)
    {
        var answer = Why("every-hold", rule, Language.English);
        Assert.Contains(named, answer, StringComparison.Ordinal);
        Assert.DoesNotContain(other, answer, StringComparison.Ordinal);
    }

    [Fact]
    public void ADrugThatIsTypedIsShownAndNotObeyed()
    {
        var facts = GalleryCases.Typical.With(Vocabulary.Medications, (IReadOnlyList<Medication>)[new("**x** [y](http://z)")]);
        var answer = WhyReply.Text(File("conditions") with { Facts = facts }, "condition.medication-not-covered", Bedside, Language.English);
        Assert.Contains("\\*\\*x\\*\\* \\[y\\]", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("plaquettes", "deferred.platelets")]
    [InlineData("« TP » ?", "deferred.prothrombin")]
    [InlineData("`absolute.diffuse-pain`", "absolute.diffuse-pain")]
    [InlineData("ABSOLUTE.DIFFUSE-PAIN", "absolute.diffuse-pain")]
    [InlineData("date du geste", "deferred.hold-window")]
    [InlineData("heure prévue", "deferred.hold-window")]
    [InlineData("cement allergy", "absolute.cement-allergy")]
    [InlineData("allergie", "absolute.cement-allergy")]
    [InlineData("biopsie", "suggestion.biopsy")]
    [InlineData("Plavix", "deferred.hold-window,condition.medication-hold,condition.medication-not-covered")]
    [InlineData("foozol", "deferred.hold-window,condition.medication-hold,condition.medication-not-covered")]
    [InlineData("deferred", "deferred.platelets,deferred.prothrombin,deferred.hold-window")]
    [InlineData("libellé", "")]
    [InlineData("zygomatique", "")]
    public void ARuleIsFoundByItsIdItsAnswersOrItsWords(string asked, string rules)
    {
        var known = Case.Empty.With(Vocabulary.Medications, (IReadOnlyList<Medication>)[new("Foozol 5 mg")]);
        Assert.Equal(rules, string.Join(',', WhyTopic.Of(asked, known).Rules.Select(rule => rule.Id)));
    }

    [Fact]
    public void EveryRuleIsFoundByEveryAnswerThatItReads()
    {
        var absent = from rule in Guideline.Current.Rules
                     from fact in rule.When.Facts
                     where !WhyTopic.Of(fact.Label.Fr, Case.Empty).Rules.Contains(rule) || !WhyTopic.Of(fact.Label.En, Case.Empty).Rules.Contains(rule)
                     select $"{rule.Id}: {fact.Label.Fr}";
        Assert.Empty(absent);
    }

    [Fact]
    public async Task TheCaseOfSomebodyElseIsNotExplained()
    {
        using var clinic = new Clinic();
        await clinic.SayAsync("new");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        Assert.Contains(code, Clinic.Shown(Assert.Single(await clinic.SayAsync($"why {code}"))), StringComparison.Ordinal);

        clinic.User = "user2";
        Assert.Contains("None of your cases", Clinic.Shown(Assert.Single(await clinic.SayAsync($"why platelets {code}"))), StringComparison.Ordinal);
        Assert.Contains("Type **new** to begin", Clinic.Shown(Assert.Single(await clinic.SayAsync("why"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AskingWhyChangesNothing()
    {
        using var clinic = new Clinic();
        await clinic.SayAsync("nouveau");
        var before = await clinic.Store.ListAsync("user1", 1, CancellationToken.None);
        await clinic.SayAsync("pourquoi");
        await clinic.SayAsync("pourquoi plaquettes");
        Assert.Equal(before, await clinic.Store.ListAsync("user1", 1, CancellationToken.None));
        Assert.Contains("Ce qui est à préciser", Clinic.Shown(Assert.Single(await clinic.PressAsync("answer", new Dictionary<string, string> { ["lesion.site"] = "vertebra" }))), StringComparison.Ordinal);
    }

    private static string Why(string name, string asked, Language language) => WhyReply.Text(File(name), asked, Bedside, language);

    private static CaseFile File(string name) => new()
    {
        Code = "CB-7F3K",
        Owner = "",
        Conversation = "",
        StartedAt = default,
        Facts = GalleryCases.All.Single(known => known.Name == name).Facts,
    };
}
