using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Mutants;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>docs/safety/pairs.md: for each comparison of each rule, two cases between which it alone decides.</summary>
internal static class PairsPage
{
    public const string Path = "docs/safety/pairs.md";

    public static string Print() => $"""
        # Pairs

        For each comparison of each rule, two rows of the [case book](../../tests/CimentoBot.Eligibility.Tests/CaseBook/cases.fr.md) that differ in it alone, among the
        comparisons of that rule, and in whether the rule holds: the comparison counts, and the book shows it. Where no two situations at all
        do that, the last column names the comparisons that change together with it — a fact that concerns the case only while the other
        holds, or a term that stands twice in the criterion. Every situation was tried to say so.

        {PairLine.All.Count} comparisons: {PairLine.All.Count(line => line.Pair is not null)} have their pair, {PairLine.All.Count(line => !line.Possible)} can have none.
        Printed from the rows and the book; a test fails when this page says anything else (`{PrintedPage.Command}` writes it again).

        | rule | comparison | holds | does not | changes with |
        | --- | --- | --- | --- | --- |
        {string.Join('\n', PairLine.All.Select(Line))}

        """;

    private static string Line(PairLine line) =>
        $"| [{line.Rule.Id}](../guideline.en.md#{line.Rule.Id}) | {line.Atom.Words.En} | {Case(line.Pair?.With)} | {Case(line.Pair?.Without)} | {string.Join("; ", line.MovesWith.Select(atom => atom.Words.En))} |";

    private static string Case(CaseBookRow? row) =>
        row is null ? "–" : $"[{row.Number}](../../tests/CimentoBot.Eligibility.Tests/CaseBook/cases.fr.md#{Links.Slug(row.Section)})";
}
