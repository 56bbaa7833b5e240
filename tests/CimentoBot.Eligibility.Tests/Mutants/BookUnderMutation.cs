using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Core;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>The rows of the case book, read once, and whether they notice a mutant.</summary>
internal static class BookUnderMutation
{
    private static readonly IReadOnlyList<(CaseBookRow Row, Case Case)> Rows =
        [.. CaseBookReader.Rows.Select(row => (row, TheCore.CaseOf(row.NewCase(), row.AsOf)))];

    /// <summary>The cases of the book.</summary>
    public static IReadOnlyList<BookCase> Cases { get; } = [.. Rows.Select(one => new BookCase(one.Row, one.Case))];

    /// <summary>The first row that a rule with another criterion turns red, or null.</summary>
    public static CaseBookRow? NoticesARule(Rule rule, Mutant mutant)
    {
        // The rule alone: what the others do is none of its business, but for a refusal, which withholds some rows.
        var assessor = new Assessor(new Guideline([rule with { When = mutant.Criterion, UnlessRefused = false }]), TheCore.Paris);
        return Rows.FirstOrDefault(one =>
            ActsOn(mutant, one.Case)
            && !(rule.UnlessRefused && one.Row.AtBest is "notIndicated" or "contraindicated")
            && Outcome(assessor.Assess(one.Case, one.Row.AsOf)) != Expected(one.Row, rule)).Row;
    }

    /// <summary>The first row that another guideline turns red, or null.</summary>
    public static CaseBookRow? NoticesAGuideline(Guideline guideline, Func<Case, bool>? acts = null) => Rows.FirstOrDefault(one =>
        acts?.Invoke(one.Case) is not false
        && one.Row.DifferencesFrom(TheCore.On(one.Case, one.Row.AsOf, guideline)).Count > 0).Row;

    public static bool ActsOn(Mutant mutant, Case known) => mutant.WhereUnknown is not { } fact || !known.Knows(fact);

    private static Truth Outcome(CaseAssessment seen) =>
        seen.Findings.Count > 0 ? Truth.Yes : seen.Open.Count > 0 ? Truth.Unknown : Truth.No;

    private static Truth Expected(CaseBookRow row, Rule rule) =>
        row.Findings.Contains(rule.Id) || row.Standing.Contains(rule.Id) ? Truth.Yes
        : row.Open.Contains(rule.Id) ? Truth.Unknown
        : Truth.No;
}

/// <summary>A case of the book as criteria read it.</summary>
internal sealed record BookCase(CaseBookRow Row, Case Known)
{
    public Truth Concerns(Fact fact) => TheCore.Assessor.Concerns(Known, fact, Row.AsOf);

    /// <summary>The value that criteria read: of medicines what they ask, where that is certain.</summary>
    public object? ValueOf(Fact fact) => fact is not MedicationsFact ? Known.Value(fact)
        : Schedule.Of(Known.Find(Vocabulary.Medications), DrugTable.Current, Known.Find(Vocabulary.ProcedureAt), Row.AsOf, TheCore.Paris).Demands is [var demands]
            ? demands : null;
}
