using System.Text;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>A Markdown page in one language, line by line. It reads on GitHub and in print.</summary>
internal sealed class Page(Language language)
{
    private readonly StringBuilder text = new();

    public Language Language { get; } = language;

    /// <summary>The words in the page's language.</summary>
    public string In(string fr, string en) => Language == Language.French ? fr : en;

    public string In(Phrase phrase) => phrase.In(Language);

    public string YesOrNo(bool value) => value ? In("oui", "yes") : In("non", "no");

    public Page Line(string line = "")
    {
        text.Append(line).Append('\n');
        return this;
    }

    /// <summary>A paragraph, and the empty line after it.</summary>
    public Page Paragraph(string words) => Line(words).Line();

    /// <summary>A heading that links can name whatever its words are.</summary>
    public Page Heading(int level, string words, string anchor) =>
        Line($"<a id=\"{anchor}\"></a>").Line().Line($"{new string('#', level)} {words}").Line();

    /// <summary>A table; pipes in a cell are escaped.</summary>
    public Page Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows)
    {
        Row(headers);
        Row([.. headers.Select(_ => "---")]);
        foreach (var row in rows)
        {
            Row(row);
        }

        return Line();
    }

    /// <summary>The note at the top: who opens the file sees at once that it is not edited by hand.</summary>
    public Page Printed(string from) => Line(
        $"<!-- Printed from {from} by tests/CimentoBot.Eligibility.Tests/Pages. Change the rows, not this page, then run: {PrintedPage.Command} -->").Line();

    /// <summary>The page, with one newline at its end.</summary>
    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) =>
        Line($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");
}
