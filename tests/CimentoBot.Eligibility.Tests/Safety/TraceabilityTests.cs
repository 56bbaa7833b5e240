using System.Globalization;
using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>Nothing is orphaned on either side; each test lists every offender at once.</summary>
public sealed class TraceabilityTests
{
    private static readonly IReadOnlyList<string> Places = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "T8", "R1", "R2", "R3", "R4"];

    [Fact]
    public void StatementsAreNumberedInTheirOrder() => Assert.Equal(
        Enumerable.Range(1, Statements.All.Count).Select(number => string.Create(CultureInfo.InvariantCulture, $"S{number:00}")),
        Statements.All.Select(statement => statement.Id));

    [Fact]
    public void EveryPlaceOfTheSourceHasStatementsAndNoOtherHas() => Assert.Equal(
        Places.Order(StringComparer.Ordinal), Statements.All.Select(statement => statement.At.Where).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryStatementIsCarriedOrSaysWhyNot() => None(Statements.All
        .Where(statement => statement.By.Count == 0 || (statement.By.Count > 1 && !Trace.IsCarried(statement)))
        .Select(statement => $"{statement.Id}: {(statement.By.Count == 0 ? "neither carried nor with a reason" : "carried, and with a reason why not")}"));

    [Fact]
    public void EveryRuleThatAStatementNamesExists()
    {
        var known = Guideline.Current.Rules.Select(rule => rule.Id).ToHashSet();
        None(from statement in Statements.All
             from carrier in statement.By.OfType<RuleCarrier>()
             where !known.Contains(carrier.Id)
             select $"{statement.Id}: no rule is called '{carrier.Id}'");
    }

    [Fact]
    public void NoCarrierIsNamedTwiceByAStatement() => None(Statements.All
        .Where(statement => statement.By.Distinct().Count() < statement.By.Count).Select(statement => statement.Id));

    [Fact]
    public void EveryRuleHasAStatementAtEachPlaceThatItCites() => None(
        from rule in Guideline.Current.Rules
        from citation in rule.Where
        where !Trace.StatementsOf(rule).Any(statement => statement.At.Where == citation.Where)
        select $"{rule.Id} cites {citation.Where}, where no statement is carried by it");

    [Fact]
    public void EveryReferenceThatARuleCitesIsGivenInOneOfItsStatementsAtThatPlace() => None(
        from rule in Guideline.Current.Rules
        from citation in rule.Where
        from number in citation.References
        where !Trace.StatementsOf(rule).Any(statement => statement.At.Where == citation.Where && statement.At.References.Contains(number))
        select $"{rule.Id} cites {citation.Where} [{number}], which none of its statements there gives");

    [Fact]
    public void EveryFactIsAskedForByAStatementOrIsOurs() => None(Vocabulary.All
        .Where(fact => Statements.Ours.Contains(fact) == Trace.StatementsOf(fact).Any())
        .Select(fact => $"{fact.Path}: {(Statements.Ours.Contains(fact) ? "ours, and asked for by a statement" : "asked for by no statement")}"));

    [Fact]
    public void NoRuleReadsAFactThatIsOurs() => None(
        from rule in Guideline.Current.Rules
        from fact in Trace.FactsReadBy(rule)
        where Statements.Ours.Contains(fact)
        select $"{rule.Id} reads {fact.Path}");

    [Fact]
    public void WhatIsAskedOfDrugsIsJustWhatStatementsSchedule()
    {
        var scheduled = Statements.All.SelectMany(statement => statement.By.OfType<HoldCarrier>()).Select(hold => hold.Asked).ToHashSet();
        None(scheduled.Except(Trace.EverythingAsked).Select(asked => $"asked of no drug: {asked}")
            .Concat(Trace.EverythingAsked.Except(scheduled).Select(asked => $"scheduled by no statement: {asked}")));
    }

    [Fact]
    public void EveryReferenceIsGivenInAStatementAndNoOtherIs() => Assert.Equal(
        Bibliography.All.Select(reference => reference.Number),
        Statements.All.SelectMany(statement => statement.At.References).Distinct().Order());

    [Fact]
    public void NoTwoStatementsSayTheSameInEitherLanguage() => None(Statements.All
        .SelectMany(statement => new[] { statement.Words.Fr, statement.Words.En })
        .GroupBy(words => words, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => same.Key));

    internal static void None(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
