using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>What would better a verdict, case by case: which facts, in which words, in which order.</summary>
public sealed class ChangeWordsTests
{
    [Theory]
    [InlineData("—", "")]
    [InlineData("medications=Plavix; procedureAt=2026-12-20", "")]
    [InlineData("plateletsPerMm3=40000", "Plaquettes > 50 000/mm³ → Eligible…Eligible")]
    [InlineData("plateletsPerMm3=?", "Plaquettes > 50 000/mm³ → Eligible…Eligible")]
    [InlineData("plateletsPerMm3=40000; extent=?", "Plaquettes > 50 000/mm³ → Eligible…EligibleWithConditions")]
    [InlineData("plateletsPerMm3=40000; prothrombinRatioPercent=30", "Plaquettes > 50 000/mm³ + Taux de prothrombine (TP) > 50 % → Eligible…Eligible")]
    [InlineData("systemicInfection=oui; punctureSiteInfection=oui", "Infection générale en cours : non + Infection au point de ponction : non → Eligible…Eligible")]
    [InlineData("matrix=?", "Nature de la lésion : Lytique / Mixte → Eligible…Eligible")]
    [InlineData("radiculopathy=?", "Radiculopathie : non → Eligible…Eligible")]
    [InlineData("medications=?", "aucun médicament agissant sur l’hémostase → Eligible…Eligible")]
    [InlineData("medications=Kardégic", "aspirine : moins de 160 mg par jour → Eligible…Eligible")]
    [InlineData("medications=Plavix; procedureAt=2026-12-02", "geste à partir du samedi 5 décembre 2026 → EligibleWithConditions…EligibleWithConditions")]
    [InlineData("medications=Plavix + Kardégic 75 mg/j; procedureAt=2026-12-02", "geste à partir du samedi 5 décembre 2026 → EligibleWithConditions…EligibleWithConditions")]
    [InlineData(
        "canal=?; cementAllergy=?; plateletsPerMm3=?; prothrombinRatioPercent=?; systemicInfection=?; punctureSiteInfection=?",
        "Infection générale en cours : non + Infection au point de ponction : non + Allergie à un composant du ciment : non → Eligible…Deferred")]
    [InlineData("canal=?; cementAllergy=?; plateletsPerMm3=?; prothrombinRatioPercent=?; systemicInfection=?; punctureSiteInfection=?; severeCoagulopathy=?", "")]
    public void TheTypicalCaseChangedIsBetteredBy(string facts, string changes)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        Assert.Equal(Spaced(changes), string.Join(" | ", TheCore.Assessor.ChangesFor(known, asOf).Select(Print)));
    }

    [Fact]
    public void AChangeNamesItsFacts()
    {
        var (known, asOf) = TheCore.Row("Q1.01", "plateletsPerMm3=40000; prothrombinRatioPercent=30");
        Assert.Equal([Platelets, ProthrombinRatio], Assert.Single(TheCore.Assessor.ChangesFor(known, asOf)).Facts);
    }

    [Fact]
    public void TheBetterOfTwoChangesStandsFirst() => Assert.Equal(
        Spaced("Plaquettes > 50 000/mm³ → Eligible…Eligible | Infection générale en cours : non → Deferred…Deferred"),
        Under("plateletsPerMm3=40000; systemicInfection=oui", [
            (All(SystemicInfection.IsTrue, Platelets.AtMost(50_000)), Effect.Contraindicated), (Platelets.AtMost(50_000), Effect.Deferred)]));

    [Fact]
    public void AllThatCanBeActedOnIsChangedTogetherWhereLessIsNotEnough() => Assert.Equal(
        Spaced("Infection générale en cours : non + Infection au point de ponction : non + Plaquettes > 50 000/mm³ + Taux de prothrombine (TP) > 50 % → Eligible…Eligible"),
        Under("plateletsPerMm3=40000; prothrombinRatioPercent=30; systemicInfection=oui; punctureSiteInfection=oui", [
            (Any(SystemicInfection.IsTrue, PunctureSiteInfection.IsTrue, Platelets.AtMost(50_000), ProthrombinRatio.AtMost(50)), Effect.Deferred)]));

    [Fact]
    public void ANumberIsBetterBelowALimitAndAFlagWhereItIsSet() => Assert.Equal(
        "Immunodépression : oui → Eligible…Deferred | Plaquettes ≤ 9/mm³ → Eligible…Deferred",
        Under("plateletsPerMm3=?; immunosuppressed=?", [
            (All(Not(Platelets.AtMost(9)), Immunosuppressed.IsFalse), Effect.Contraindicated), (SystemicInfection.IsFalse, Effect.Eligible),
            (All(Any(Not(Platelets.AtMost(9)), Immunosuppressed.IsFalse), CementAllergy.IsFalse), Effect.Deferred)]));

    private static string Under(string facts, IReadOnlyList<(Criterion When, Effect Effect)> rules)
    {
        var (known, asOf) = TheCore.Row("Q1.01", facts);
        var guideline = new Guideline([.. rules.Select((rule, place) => TheCore.Rule($"{place}", rule.When, rule.Effect))]);
        return string.Join(" | ", new Assessor(guideline, TheCore.Paris).ChangesFor(known, asOf).Select(Print));
    }

    private static string Print(Change change) =>
        $"{string.Join(" + ", change.Words.Select(words => words.Fr))} → {change.AtBest}…{change.AtWorst}";

    /// <summary>In French a thousand and a percent stand behind spaces that do not break.</summary>
    private static string Spaced(string text) => text.Replace("50 000", "50\u202f000", StringComparison.Ordinal).Replace("50 %", "50\u00a0%", StringComparison.Ordinal);
}
