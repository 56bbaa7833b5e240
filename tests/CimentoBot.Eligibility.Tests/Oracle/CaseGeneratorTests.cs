using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Tests.CaseBook;
using CsCheck;
using Xunit;

namespace CimentoBot.Eligibility.Tests.Oracle;

public sealed class CaseGeneratorTests
{
    [Fact]
    public void AWholeCaseIsDecidedAndLeavesNothingOpen() => CaseGenerator.Whole.Sample(
        generated =>
        {
            var seen = On(generated.Case, generated);
            return seen.Verdict != "undetermined" && seen.Missing.Count == 0 && seen.Open.Count == 0;
        },
        iter: 1_000);

    [Fact]
    public void TheVerdictOfACompletionLiesWithinTheBounds() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var whole = On(generated.Whole, generated);
            var seen = On(generated.Case, generated);
            var rank = RuleTable.Rank(whole.Verdict);
            return RuleTable.Rank(seen.AtWorst) <= rank && rank <= RuleTable.Rank(seen.AtBest);
        },
        iter: 300);

    [Fact]
    public void KnowingWhatIsMissingDecidesTheVerdict() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var told = generated.Case.DeepClone().AsObject();
            foreach (var path in On(generated.Case, generated).Missing)
                Tell(told, path, generated.Whole);
            return On(told, generated).Verdict == On(generated.Whole, generated).Verdict;
        },
        iter: 300);

    [Fact]
    public void KnowingAnythingElseLeavesTheBoundsWhereTheyAre() => CaseGenerator.WithUnknowns.Sample(
        generated =>
        {
            var seen = On(generated.Case, generated);
            var told = generated.Case.DeepClone().AsObject();
            foreach (var path in CaseGenerator.Forgettable.Where(path => !seen.Missing.Contains(path)))
                if (path != "medications" || told["medications"] is null)
                    Tell(told, path, generated.Whole);
            var better = On(told, generated);
            return better.AtBest == seen.AtBest && better.AtWorst == seen.AtWorst;
        },
        iter: 300);

    [Fact]
    public void EveryRuleIsReachedByGeneratedCases()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var guard = new Lock();
        CaseGenerator.Any.Sample(
            generated =>
            {
                var seen = On(generated.Case, generated);
                lock (guard)
                    reached.UnionWith(seen.Findings);
            },
            iter: 2_000);
        Assert.Equal([], RuleTable.Rows.Select(row => row.Id).Except(reached, StringComparer.Ordinal));
    }

    private static OracleAssessment On(JsonObject @case, GeneratedCase generated) =>
        SecondOpinion.On(@case, generated.AsOf, CaseGenerator.Paris);

    /// <summary>A fact that does not concern the whole case may be absent from it: it then stays unknown.</summary>
    private static void Tell(JsonObject told, string path, JsonObject whole)
    {
        if (!path.StartsWith("medications[", StringComparison.Ordinal))
        {
            if (CaseJson.Find(whole, path) is { } value)
                CaseNotation.Set(told, path, value.DeepClone());
            return;
        }

        foreach (var (line, dosed) in told["medications"]!.AsArray().Zip(whole["medications"]!.AsArray()))
            if (dosed!["dailyDoseMg"] is { } dose)
                line!["dailyDoseMg"] = dose.DeepClone();
    }
}
