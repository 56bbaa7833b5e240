using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>One line of a pipe table, its cells by the header above them.</summary>
/// <param name="Section">The nearest heading above the table.</param>
/// <param name="Line">In the file, from 1.</param>
/// <param name="Cells">Trimmed text by header.</param>
public sealed record MarkdownTableRow(string Section, int Line, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The first cell: what the row is called.</summary>
    public string Name => Cells.Values.First();
}

/// <summary>The pipe tables of a Markdown text, row by row.</summary>
public static class MarkdownTables
{
    public static IReadOnlyList<MarkdownTableRow> Read(string markdown)
    {
        var document = Markdown.Parse(markdown, new MarkdownPipelineBuilder().UsePipeTables().Build());
        var rows = new List<MarkdownTableRow>();
        var section = "";
        foreach (var block in document)
        {
            if (block is HeadingBlock heading)
                section = PlainText(heading.Inline);
            else if (block is Table table)
                rows.AddRange(RowsOf(table, section));
        }

        return rows;
    }

    private static IEnumerable<MarkdownTableRow> RowsOf(Table table, string section)
    {
        var lines = table.OfType<TableRow>().ToList();
        var headers = lines[0].OfType<TableCell>().Select(CellText).ToList();
        foreach (var line in lines.Skip(1))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var (header, cell) in headers.Zip(line.OfType<TableCell>()))
                cells[header] = CellText(cell);
            yield return new MarkdownTableRow(section, line.Line + 1, cells);
        }
    }

    private static string CellText(TableCell cell) =>
        string.Concat(cell.OfType<ParagraphBlock>().Select(paragraph => PlainText(paragraph.Inline))).Trim();

    private static string PlainText(ContainerInline? inlines) => inlines is null
        ? ""
        : string.Concat(inlines.Descendants().Select(inline => inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            _ => "",
        }));
}
