using System.Text.Json;
using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Architecture.Tests;

/// <summary>Sentences of the core that no verdict may be shown without: docs/safety names them as controls.</summary>
public sealed class SaidOnEveryCardTests
{
    private static readonly string[] Refused = ["verdict-not-indicated", "verdict-contraindicated"];
    private static readonly string[] WithoutDrugs = ["verdict-eligible", "verdict-deferred-bloods", "verdict-undetermined-empty"];

    private static IEnumerable<GalleryCard> Verdicts => Gallery.All()
        .Where(card => card.Name.StartsWith("verdict-", StringComparison.Ordinal) || card.Name is "board" or "post-preview");

    [Fact]
    public void TheScopeAndTheEditionStandOnEveryVerdict() =>
        Report(Verdicts, card => [Guideline.Scope.In(card.Language), Guideline.Edition, Guideline.Current.Hash]);

    [Fact]
    public void ThatTheBoardDecidesStandsOnEveryVerdict() => Report(
        Verdicts, card => [Guideline.Current.Rules.Single(rule => rule.Id == "information.multidisciplinary").Statement.In(card.Language)]);

    [Fact]
    public void WhatHoldsOfEveryScheduleStandsUnderEveryOne() => Report(
        Verdicts.Where(card => !Refused.Contains(card.Name) && !WithoutDrugs.Contains(card.Name)),
        card => [HoldWords.UnderEverySchedule.In(card.Language)]);

    [Fact]
    public void ThatNothingIsToBeStoppedStandsOnEveryRefusal() => Report(
        Verdicts.Where(card => Refused.Contains(card.Name)), card => [HoldWords.NothingToStop.In(card.Language)]);

    [Fact]
    public void ThatNothingIsToBeStoppedYetStandsOnAnUndeterminedSchedule() => Report(
        Verdicts.Where(card => card.Name == "verdict-undetermined"), card => [HoldWords.StopNothingYet.In(card.Language)]);

    [Fact]
    public void ThatAProthrombinActivityIsRepeatedAfterARelayStandsBesideOne() => Report(
        Verdicts.Where(card => card.Name == "verdict-every-hold"), card => [HoldWords.RepeatProthrombin.In(card.Language)]);

    [Fact]
    public void TheDayStandsOnEveryVerdict() => Report(Verdicts, card => [Dates.Short(new(2026, 11, 30), card.Language)]);

    /// <summary>What is read where the card cannot be shown.</summary>
    [Fact]
    public void TheFallbackOfEveryVerdictSaysItsLabelAndEveryUrgentFinding()
    {
        var urgent = Guideline.Current.Rules.Where(rule => rule.Urgent).Select(rule => rule.Statement).ToList();
        Assert.All(Verdicts, card =>
        {
            using var json = JsonDocument.Parse(card.Json);
            var fallback = Plain(json.RootElement.GetProperty("fallbackText").GetString()!);
            var shown = TextsOf(json.RootElement.GetProperty("body")).Select(Plain).ToList();
            var labels = Enum.GetValues<Effect>().Select(effect => effect.Label().In(card.Language)).Append(Eligibility.Rules.Verdicts.Undetermined.In(card.Language));
            Assert.StartsWith(labels.Single(label => shown.Contains(label)), fallback, StringComparison.Ordinal);
            Assert.All(
                urgent.Select(statement => Plain(statement.In(card.Language))).Where(statement => shown.Exists(text => text.Contains(statement, StringComparison.Ordinal))),
                statement => Assert.Contains(statement, fallback, StringComparison.Ordinal));
        });
    }

    private static void Report(IEnumerable<GalleryCard> cards, Func<GalleryCard, IEnumerable<string>> sentences)
    {
        var read = cards.ToList();
        Assert.NotEmpty(read);
        var absent = from card in read
                     let shown = Plain(string.Join('\n', TextsOf(card)))
                     from sentence in sentences(card)
                     where !shown.Contains(Plain(sentence), StringComparison.Ordinal)
                     select $"{card.Name} ({card.Language}): {sentence}";
        var all = absent.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>Cards keep French punctuation on its line.</summary>
    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static List<string> TextsOf(GalleryCard card)
    {
        using var json = JsonDocument.Parse(card.Json);
        return TextsOf(json.RootElement);
    }

    private static List<string> TextsOf(JsonElement element)
    {
        var texts = new List<string>();
        Collect(element, texts);
        return texts;
    }

    private static void Collect(JsonElement element, List<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, texts);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Collect(item, texts);
                }

                break;
            case JsonValueKind.String:
                texts.Add(element.GetString()!);
                break;
        }
    }
}
