using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Xunit;
using Xunit.Abstractions;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>A criterion changed in one place turns a row of the case book red, or holds in exactly the same situations.</summary>
public sealed class RuleMutantTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryMutantOfEveryRuleTurnsARowRed()
    {
        var all = Guideline.Current.Rules.SelectMany(rule => rule.When.Mutants.Select(mutant => (Rule: rule, Mutant: mutant))).ToList();
        var same = all.Where(one => one.Mutant.WhereUnknown is null && Guideline.AreTheSame(one.Rule.When, one.Mutant.Criterion)).ToHashSet();
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
        var same = all.Where(one => one.Mutant.WhereUnknown is null && Guideline.AreTheSame(one.Fact.Concern, one.Mutant.Criterion)).ToHashSet();
        var survivors = all.Where(one => !same.Contains(one) && !IsNoticed(one.Fact, one.Mutant))
            .Select(one => $"{one.Fact}: {one.Mutant.Slip}").ToList();
        output.WriteLine($"{all.Count} mutants, {same.Count} of them the same function, {survivors.Count} survivors");
        Assert.True(survivors.Count == 0, string.Join('\n', survivors.Prepend($"{survivors.Count} of {all.Count} mutants survive ({same.Count} are the same function):")));
    }

    private static bool IsNoticed(Fact about, Mutant mutant) => BookUnderMutation.NoticesAGuideline(
        new Guideline(Guideline.Current.Rules, concern: fact => fact == about ? mutant.Criterion : fact.Concern),
        known => BookUnderMutation.ActsOn(mutant, known)) is not null;
}
