using CimentoBot.Eligibility.Tests.Oracle;
using Xunit;

namespace CimentoBot.Eligibility.Tests.CaseBook;

public sealed class CaseBookCoverageTests
{
    /// <summary>
    /// Rules that never decide alone, whatever the case: each implies another of the same effect. A controlled pain, or an aim that is
    /// not cement's, leaves no indication; a wide soft tissue extension is only asked of a large lesion.
    /// </summary>
    private static readonly IReadOnlyList<string> NeverAlone =
    [
        "not-indicated.pain-controlled",
        "not-indicated.tumour-control-only",
        "condition.iliac-wing-soft-tissue",
    ];

    [Fact]
    public void TheBookHasAtLeastAHundredAndFiftyCases() => Assert.True(CaseBookReader.Rows.Count >= 150, $"{CaseBookReader.Rows.Count} rows");

    [Fact]
    public void EveryRuleIsFoundInACaseOfTheBook()
    {
        var found = CaseBookReader.Rows.SelectMany(row => row.Findings.Concat(row.Standing)).ToHashSet(StringComparer.Ordinal);
        Assert.Equal([], RuleTable.Rows.Select(row => row.Id).Except(found, StringComparer.Ordinal));
    }

    [Fact]
    public void EveryRuleIsAbsentFromACaseUnlessItAlwaysHolds()
    {
        var always = RuleTable.Rows.Select(row => row.Id)
            .Where(id => CaseBookReader.Rows.All(row => row.Findings.Contains(id) || row.Standing.Contains(id)));
        Assert.Equal(["information.place", "information.multidisciplinary", "information.overall-care"], always);
    }

    [Fact]
    public void EveryRuleWithAnEffectDecidesACaseAlone()
    {
        var alone = CaseBookReader.Rows
            .Select(row => row.Findings.Where(id => RuleTable.EffectOf(id) == row.Verdict).ToList())
            .Where(deciding => deciding.Count == 1)
            .Select(deciding => deciding[0])
            .ToHashSet(StringComparer.Ordinal);
        var never = RuleTable.Rows.Where(row => row.Effect is not null && !alone.Contains(row.Id)).Select(row => row.Id);
        Assert.Equal(NeverAlone, never);
    }

    [Fact]
    public void FindingsAreWrittenInTheOrderOfDisplay()
    {
        var disordered = CaseBookReader.Rows.Where(row => !RuleTable.InOrder(row.Findings.Contains).SequenceEqual(row.Findings));
        Assert.Empty(disordered.Select(row => row.Number));
    }

    [Fact]
    public void AWordThatCannotBeReadIsReportedWithItsRowAndColumn()
    {
        const string book = """
            | Date par défaut |
            | --- |
            | 2026-11-30 |

            | N° | Histoire | Base | Faits | Date | Verdict | Constats | Traitements | Manque |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | X.01 | Une faute | — | site=vertebre | — | Éligible | — | — | — |
            """;
        var problem = Assert.Throws<CaseBookFormatException>(() => CaseBookReader.Read(book));
        Assert.Equal("cases.fr.md(7), ligne « X.01 », colonne « Faits » : lesion.site ne prend pas « vertebre »", problem.Message);
    }
}
