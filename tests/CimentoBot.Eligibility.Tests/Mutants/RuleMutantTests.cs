using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Xunit;
using Xunit.Abstractions;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>A criterion changed in one place turns a row of the case book red, or holds in exactly the same situations.</summary>
public sealed class RuleMutantTests(ITestOutputHelper output)
{
    /// <summary>
    /// Slips in what a fact concerns that no case at all can show, although the functions differ. While the fact behind them is
    /// unknown, other values of it leave the row of the neural structure open all the same; and where the slip alone would tell,
    /// a row of the same effect or worse holds beside it, so that no verdict, no bound and no missing fact changes.
    /// </summary>
    private static readonly IReadOnlyDictionary<string, string> Hidden = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["lesion.neuralStructureInAblationZone: unknown read as no in “Bone involved: Long bone, shaft or Long bone, end”"] =
            "site unknown: a flat bone keeps it open, and on a long bone without surgery condition.long-bone-hardware holds",
        ["lesion.neuralStructureInAblationZone: unknown read as no in “Aims, among them: Control the tumour”"] =
            "aims unknown: tumour control beside an aim of cement keeps it open, and without one not-indicated.tumour-control-only holds",
    };

    [Fact]
    public void EveryMutantOfEveryRuleTurnsARowRed()
    {
        var all = Guideline.Current.Rules.SelectMany(rule => rule.When.Mutants.Select(mutant => (Rule: rule, Mutant: mutant))).ToList();
        var same = all.Where(one => one.Mutant.WhereUnknown is { } fact
            ? Situations.AreTheSameWhereUnknown(one.Rule.When, one.Mutant.Criterion, fact)
            : Guideline.AreTheSame(one.Rule.When, one.Mutant.Criterion)).ToHashSet();
        var survivors = all.Where(one => !same.Contains(one) && BookUnderMutation.NoticesARule(one.Rule, one.Mutant) is null)
            .Select(one => $"{one.Rule.Id}: {one.Mutant.Slip}").ToList();
        output.WriteLine($"{all.Count} mutants, {same.Count} of them the same function, {survivors.Count} survivors");
        Assert.True(survivors.Count == 0, string.Join('\n', survivors.Prepend($"{survivors.Count} of {all.Count} mutants survive ({same.Count} are the same function):")));
    }

    [Fact]
    public void EveryMutantOfWhatConcernsTheCaseTurnsARowRed()
    {
        var all = Vocabulary.All.Where(fact => fact.Concern.Atoms.Any())
            .SelectMany(fact => fact.Concern.Mutants.Select(mutant => (Fact: fact, Mutant: mutant))).ToList();
        var same = all.Where(one => Guideline.AreTheSame(one.Fact.Concern, one.Mutant.Criterion)).ToHashSet();
        var survivors = all.Where(one => !same.Contains(one) && !IsNoticed(one.Fact, one.Mutant))
            .Select(one => $"{one.Fact}: {one.Mutant.Slip}").ToList();
        var unexplained = survivors.Except(Hidden.Keys, StringComparer.Ordinal).ToList();
        output.WriteLine($"{all.Count} mutants, {same.Count} of them the same function, {survivors.Count} hidden");
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained.Prepend($"{unexplained.Count} of {all.Count} mutants survive ({same.Count} are the same function):")));
        Assert.Equal(Hidden.Keys.Order(StringComparer.Ordinal), survivors.Order(StringComparer.Ordinal));
    }

    private static bool IsNoticed(Fact about, Mutant mutant) => BookUnderMutation.NoticesAGuideline(
        new Guideline(Guideline.Current.Rules, concern: fact => fact == about ? mutant.Criterion : fact.Concern),
        known => BookUnderMutation.ActsOn(mutant, known)) is not null;
}
