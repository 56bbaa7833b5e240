using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Pages;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>The ways between statements, rules, facts, holds and rows of the case book.</summary>
internal static class Trace
{
    private static readonly Dictionary<string, CaseBookExamples> Examples =
        Guideline.Current.Rules.ToDictionary(rule => rule.Id, rule => CaseBookExamples.Of(rule, Guideline.Current), StringComparer.Ordinal);

    public static bool IsCarried(Statement statement) => ReasonOf(statement) is null;

    public static Reason? ReasonOf(Statement statement) => statement.By.OfType<NoCarrier>().FirstOrDefault()?.Reason;

    public static IEnumerable<Statement> StatementsOf(Rule rule) => CarriedBy<RuleCarrier>(carrier => carrier.Id == rule.Id);

    public static IEnumerable<Statement> StatementsOf(Fact fact) => CarriedBy<FactCarrier>(carrier => carrier.Fact == fact);

    public static IEnumerable<Statement> StatementsOf(Asked asked) => CarriedBy<HoldCarrier>(carrier => carrier.Asked == asked);

    /// <summary>Everything that is asked of some drug of the table.</summary>
    public static IEnumerable<Asked> EverythingAsked => DrugTable.Current.All.Select(drug => drug.Asked).Distinct();

    /// <summary>The facts that a rule names, and those on which it depends whether these concern the case.</summary>
    public static IEnumerable<Fact> FactsReadBy(Rule rule) =>
        rule.When.Facts.Concat(rule.When.Facts.SelectMany(fact => fact.Concern.Facts)).Distinct().OrderBy(fact => fact.Index);

    /// <summary>The row of the case book that the rule decides alone, and one in which it holds beside others.</summary>
    public static (CaseBookRow? Alone, CaseBookRow? Holds) CasesOf(Rule rule) => (Examples[rule.Id].Alone, Examples[rule.Id].Holds);

    /// <summary>The first row in which the rule is still open.</summary>
    public static CaseBookRow? OpenCaseOf(Rule rule) => CaseBookReader.Rows.FirstOrDefault(row => row.Open.Contains(rule.Id));

    /// <summary>The first row that schedules a drug of which this is asked.</summary>
    public static CaseBookRow? CaseOf(Asked asked) =>
        CaseBookReader.Rows.FirstOrDefault(row => row.Holds.Any(hold => DrugTable.Current.Find(hold.Drug)?.Asked == asked));

    /// <summary>One row for each rule and each line of the schedule that carries the statement.</summary>
    public static IEnumerable<CaseBookRow> CasesOf(Statement statement) => statement.By.Select(carrier => carrier switch
    {
        RuleCarrier rule => Examples[rule.Id].Alone ?? Examples[rule.Id].Holds,
        HoldCarrier hold => CaseOf(hold.Asked),
        _ => null,
    }).OfType<CaseBookRow>().DistinctBy(row => row.Number);

    private static IEnumerable<Statement> CarriedBy<T>(Func<T, bool> isIt)
        where T : Carrier => Statements.All.Where(statement => statement.By.OfType<T>().Any(isIt));
}
