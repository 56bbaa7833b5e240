using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>Generated cases: the core agrees with a naive evaluator that shares no code with it, bounds and missing facts included.</summary>
public sealed class PropertyTests
{
    [Fact]
    public void TheCoreAndTheSecondOpinionAgreeOnWholeCases() => CaseGenerator.Whole.Sample(
        Agree, iter: Samples.Of(3_000), print: generated => generated.ToString());

    [Fact]
    public void TheCoreAndEveryCompletionAgreeWhereFactsAreUnknown() => CaseGenerator.WithUnknowns.Sample(
        Agree, iter: Samples.Of(300), print: generated => generated.ToString());

    [Fact]
    public void LearningAFactNeverWidensTheBounds() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var partly = TheCore.On(generated.Case, generated.AsOf);
            var wholly = TheCore.On(generated.Whole, generated.AsOf);
            return RuleTable.Rank(wholly.AtBest) <= RuleTable.Rank(partly.AtBest) && RuleTable.Rank(partly.AtWorst) <= RuleTable.Rank(wholly.AtWorst);
        },
        iter: Samples.Of(2_000));

    [Fact]
    public void RaisingThePlateletsNeverWorsensTheVerdict() => CaseGenerator.Any.Sample(
        generated =>
        {
            var raised = generated.Case.DeepClone().AsObject();
            CaseNotation.Set(raised, "patient.plateletsPerMm3", 3_000_000);
            return RuleTable.Rank(TheCore.On(raised, generated.AsOf).AtWorst) >= RuleTable.Rank(TheCore.On(generated.Case, generated.AsOf).AtWorst);
        },
        iter: Samples.Of(2_000));

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
            iter: Samples.Of(300));
    }

    private static void Agree(GeneratedCase generated) => Assert.Equal(
        TheCore.Print(SecondOpinion.On(generated.Case, generated.AsOf, TheCore.Paris)), TheCore.Print(TheCore.On(generated.Case, generated.AsOf)));
}
