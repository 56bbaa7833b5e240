using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Conversation.Tests.Quick;

/// <summary>The table of typed lines: what is understood of each and what is asked about, exactly.</summary>
public sealed class QuickLinesTests
{
    private static readonly IReadOnlyList<MarkdownTableRow> Rows =
        MarkdownTables.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Quick", "lines.fr.md")));

    public static TheoryData<string> Lines => [.. Rows.Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Lines))]
    public void ALineIsReadAsTheTableSays(string typed)
    {
        var row = Rows.Single(row => row.Name == typed);
        var line = QuickNotation.Read(typed);
        Assert.Equal($"{row.Cells["Compris"]} | {row.Cells["Demandé"]}", $"{QuickNotation.Understood(line)} | {QuickNotation.Asked(line)}");
    }

    [Fact]
    public void TheTableIsLargeEnoughAndNamesEveryReason()
    {
        var english = Rows.Count(row => row.Section == "In English");
        Assert.True(Rows.Count - english >= 45, $"{Rows.Count - english} French lines");
        Assert.True(english >= 15, $"{english} English lines");
        var asked = Rows.Count(row => row.Cells["Demandé"] != QuickNotation.Nothing);
        Assert.True(asked >= 20, $"{asked} lines with something to be asked about");
        Assert.DoesNotContain(
            QuickNotation.ReasonNames,
            reason => !Rows.Any(row => row.Cells["Demandé"].Contains("» " + reason, StringComparison.Ordinal)));
    }
}
