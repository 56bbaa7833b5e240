using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>Generated cases: the core and a naive evaluator that shares no code with it agree; what must not matter does not.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void TheCoreAndTheSecondOpinionAgreeOnWholeCases() => CaseGenerator.Whole.Sample(
        generated => Agree(generated), iter: 3_000, print: generated => generated.ToString());

    [Fact]
    public void TheCoreAndTheSecondOpinionAgreeWhereFactsAreUnknown() => CaseGenerator.WithUnknowns.Sample(
        generated => Agree(generated), iter: 300, print: generated => generated.ToString());

    [Fact]
    public void TheOrderOfTheRowsMeansNothingToTheVerdict()
    {
        var reversed = new Guideline([.. Guideline.Current.Rules.Reverse()]);
        CaseGenerator.Any.Sample(
            generated =>
            {
                var seen = TheCore.On(generated.Case, generated.AsOf);
                var other = TheCore.On(generated.Case, generated.AsOf, reversed);
                return (seen.AtBest, seen.AtWorst) == (other.AtBest, other.AtWorst) && seen.Missing.SequenceEqual(other.Missing);
            },
            iter: 300);
    }

    [Fact]
    public void LearningAFactNeverWidensTheBounds() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var partly = TheCore.On(generated.Case, generated.AsOf);
            var wholly = TheCore.On(generated.Whole, generated.AsOf);
            return Rank(partly.AtBest) <= Rank(wholly.AtBest) && Rank(wholly.AtWorst) <= Rank(partly.AtWorst);
        },
        iter: 2_000);

    [Fact]
    public void RaisingThePlateletsNeverWorsensTheVerdict() => CaseGenerator.Whole.Sample(
        generated =>
        {
            var raised = generated.Case.DeepClone().AsObject();
            raised["patient"]!["plateletsPerMm3"] = 3_000_000;
            return Rank(TheCore.On(raised, generated.AsOf).AtWorst) <= Rank(TheCore.On(generated.Case, generated.AsOf).AtWorst);
        },
        iter: 2_000);

    private static bool Agree(GeneratedCase generated)
    {
        var seen = TheCore.On(generated.Case, generated.AsOf);
        var opinion = SecondOpinion.On(generated.Case, generated.AsOf, TheCore.Paris);
        return Printed(seen) == Printed(opinion)
            ? true
            : throw new InvalidOperationException($"core:    {Printed(seen)}\nopinion: {Printed(opinion)}");
    }

    private static string Printed(OracleAssessment seen) => string.Join(" | ",
        seen.Verdict, seen.AtBest, seen.AtWorst, string.Join(',', seen.Findings), string.Join(',', seen.Open.Order(StringComparer.Ordinal)), string.Join(',', seen.Missing),
        string.Join(',', seen.Holds.Select(CaseBook.CaseBookRow.Print)), seen.EarliestProcedureDate, string.Join(',', seen.NotUsed));

    private static int Rank(string effect) => RuleTable.EffectsWorstFirst.Count - RuleTable.EffectsWorstFirst.ToList().IndexOf(effect);
}
