using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>The rows of the case book that show a rule best.</summary>
/// <param name="Alone">A case that the rule decides by itself; null where none does.</param>
/// <param name="Holds">Another case in which it holds, preferably one that something else decides.</param>
/// <param name="Beside">The most similar case in which it does not hold; null where it always does.</param>
internal sealed record CaseBookExamples(CaseBookRow? Alone, CaseBookRow? Holds, CaseBookRow? Beside)
{
    public static CaseBookExamples Of(Rule rule, Guideline guideline)
    {
        var held = CaseBookReader.Rows.Where(row => HoldIn(row).Contains(rule.Id)).ToList();
        var alone = held.Where(row => Decides(rule, row, guideline)).MinBy(row => Effects(row, guideline));
        var others = held.Where(row => row != alone).ToList();
        var holds = others.FirstOrDefault(row => row.Verdict != (alone ?? row).Verdict) ?? others.FirstOrDefault();
        return new(alone, holds, (alone ?? holds) is { } near ? Nearest(rule, near) : null);
    }

    private static IEnumerable<string> HoldIn(CaseBookRow row) => row.Findings.Concat(row.Standing);

    /// <summary>The verdict is the rule's effect, and no other rule of that effect holds.</summary>
    private static bool Decides(Rule rule, CaseBookRow row, Guideline guideline) =>
        string.Equals(row.Verdict, rule.Effect?.ToString(), StringComparison.OrdinalIgnoreCase)
        && guideline.Rules.Where(other => other.Effect == rule.Effect && row.Findings.Contains(other.Id)).All(other => other == rule);

    private static int Effects(CaseBookRow row, Guideline guideline) =>
        guideline.Rules.Count(rule => rule.Effect is not null && row.Findings.Contains(rule.Id));

    /// <summary>Where it does not hold and the verdict is settled: the fewest facts that differ, then the same section, another verdict, and the book's order.</summary>
    private static CaseBookRow? Nearest(Rule rule, CaseBookRow near) => CaseBookReader.Rows
        .Where(row => !HoldIn(row).Contains(rule.Id) && row.AtBest == row.AtWorst)
        .OrderBy(row => Distance(row, near))
        .ThenBy(row => row.Section != near.Section)
        .ThenBy(row => row.Verdict == near.Verdict)
        .FirstOrDefault();

    private static int Distance(CaseBookRow one, CaseBookRow other)
    {
        var (left, right) = (Facts(one.Case), Facts(other.Case));
        return left.Keys.Union(right.Keys).Count(path => left.GetValueOrDefault(path) != right.GetValueOrDefault(path))
            + (one.AsOf == other.AsOf ? 0 : 1);
    }

    /// <summary>The facts of a case as text, without its name for display.</summary>
    private static Dictionary<string, string> Facts(JsonObject @case) => @case
        .SelectMany(member => member.Value is JsonObject inner
            ? inner.Select(fact => (Path: $"{member.Key}.{fact.Key}", fact.Value))
            : [(Path: member.Key, member.Value)])
        .Where(fact => fact.Path != "lesion.label")
        .ToDictionary(fact => fact.Path, fact => fact.Value?.ToJsonString() ?? "", StringComparer.Ordinal);
}
