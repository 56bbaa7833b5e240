using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Tests.Oracle;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>Reads cases.fr.md. Its own first page says how it is written; nothing that a row does not say is guessed.</summary>
public static class CaseBookReader
{
    private const string FileName = "cases.fr.md";

    private static readonly string[] Columns =
        ["N°", "Histoire", "Base", "Faits", "Date", "Verdict", "Constats", "Traitements", "Manque"];

    private static readonly string[] OptionalColumns = ["Ouverts", "Au plus tôt", "Non utilisés"];

    private static readonly Dictionary<string, string> Verdicts = new(StringComparer.Ordinal)
    {
        ["Éligible"] = "eligible",
        ["Éligible sous conditions"] = "eligibleWithConditions",
        ["À discuter en RCP"] = "boardDecision",
        ["À reporter"] = "deferred",
        ["Non indiqué"] = "notIndicated",
        ["Contre-indiqué"] = "contraindicated",
    };

    private static readonly Lazy<IReadOnlyList<CaseBookRow>> Book = new(() => Read(File.ReadAllText(FindFile())));

    /// <summary>The rows of the book of this repository, read once.</summary>
    public static IReadOnlyList<CaseBookRow> Rows => Book.Value;

    public static CaseBookRow Row(string number) => Rows.Single(row => row.Number == number);

    /// <exception cref="CaseBookFormatException">A cell cannot be read; the message names row, line and column.</exception>
    public static IReadOnlyList<CaseBookRow> Read(string markdown)
    {
        var bases = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        var standing = new List<(string Rule, bool EvenWhenRefused)>();
        var rows = new List<CaseBookRow>();
        LocalDate? defaultDay = null;

        foreach (var line in MarkdownTables.Read(markdown))
        {
            if (line.Cells.ContainsKey("N°"))
                rows.Add(ReadRow(line, bases, standing, defaultDay ?? throw Unreadable(line, "Date", "aucune date par défaut plus haut")));
            else if (line.Cells.ContainsKey("Depuis"))
                bases.Add(line.Name, Cell(line, "Faits", text => WithFacts(Base(line, "Depuis", bases), text)));
            else if (line.Cells.ContainsKey("Constat permanent"))
                standing.Add((Cell(line, "Constat permanent", RuleOf), Cell(line, "Même si refusé", text => text == "oui")));
            else if (line.Cells.ContainsKey("Date par défaut"))
                defaultDay = Cell(line, "Date par défaut", Day);
        }

        if (rows.GroupBy(row => row.Number, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new CaseBookFormatException($"{FileName}, ligne « {twice.Key} », colonne « N° » : ce numéro sert deux fois");
        return rows;
    }

    private static CaseBookRow ReadRow(
        MarkdownTableRow line,
        Dictionary<string, JsonObject> bases,
        List<(string Rule, bool EvenWhenRefused)> standing,
        LocalDate defaultDay)
    {
        foreach (var column in line.Cells.Keys.Where(column => !Columns.Contains(column) && !OptionalColumns.Contains(column)))
            throw Unreadable(line, column, "colonne inconnue");

        var @case = Cell(line, "Faits", text => WithFacts(Base(line, "Base", bases), text));
        var (asOf, procedureAt) = Cell(line, "Date", text => Dates(text, defaultDay));
        if (procedureAt is not null)
            CaseNotation.Set(@case, "plan.procedureAt", procedureAt);
        var (verdict, atBest, atWorst) = Cell(line, "Verdict", Bounds);
        var refused = atBest is "notIndicated" or "contraindicated";

        return new CaseBookRow(
            line.Name,
            line.Section,
            Cell(line, "Histoire", text => text.Length > 0 ? text : throw new FormatException("une histoire est attendue")),
            @case,
            asOf,
            verdict,
            atBest,
            atWorst,
            Cell(line, "Constats", text => List(text, ',', RuleOf)),
            RuleTable.InOrder(id => standing.Contains((id, true)) || (!refused && standing.Contains((id, false)))),
            Cell(line, "Traitements", text => List(text, ';', HoldNotation.Read)),
            Optional(line, "Au plus tôt", text => text == CaseBookDates.None ? (LocalDate?)null : Day(text)),
            Cell(line, "Manque", text => List(text, ',', CaseNotation.PathOf)),
            Optional(line, "Ouverts", text => List(text, ',', RuleOf)) ?? [],
            Optional(line, "Non utilisés", text => List(text, ',', CaseNotation.PathOf)) ?? []);
    }

    private static JsonObject Base(MarkdownTableRow line, string column, Dictionary<string, JsonObject> bases) => Cell(line, column, name =>
    {
        if (name == CaseBookDates.None)
            return [];
        if (!bases.TryGetValue(name, out var found))
            throw new FormatException($"aucune base « {name} » plus haut");
        return found.DeepClone().AsObject();
    });

    private static JsonObject WithFacts(JsonObject @case, string facts)
    {
        CaseNotation.Apply(facts, @case);
        return @case;
    }

    /// <summary>The day of the assessment, and of the procedure after an arrow: <c>2026-11-30 → 2026-12-07 08:00</c>.</summary>
    private static (LocalDate AsOf, string? ProcedureAt) Dates(string text, LocalDate defaultDay)
    {
        if (text == CaseBookDates.None)
            return (defaultDay, null);
        var parts = text.Split('→', StringSplitOptions.TrimEntries);
        var procedure = parts.Length > 1 ? parts[1].Replace(' ', 'T') : null;
        if (procedure is not null)
            _ = Day(procedure.Split('T')[0]);
        return (Day(parts[0]), procedure);
    }

    /// <summary>A label, or <c>Indéterminé : best … worst</c>.</summary>
    private static (string Verdict, string AtBest, string AtWorst) Bounds(string text)
    {
        const string undetermined = "Indéterminé :";
        if (!text.StartsWith(undetermined, StringComparison.Ordinal))
            return (VerdictOf(text), VerdictOf(text), VerdictOf(text));
        var bounds = text[undetermined.Length..].Split('…', StringSplitOptions.TrimEntries);
        return bounds.Length == 2
            ? ("undetermined", VerdictOf(bounds[0]), VerdictOf(bounds[1]))
            : throw new FormatException("écrire « Indéterminé : au mieux … au pire »");
    }

    private static string VerdictOf(string label) =>
        Verdicts.TryGetValue(label, out var verdict) ? verdict : throw new FormatException($"aucun verdict ne s'appelle « {label} »");

    /// <summary>A rule by its whole id or by what follows the dot, which no two rules share.</summary>
    private static string RuleOf(string name)
    {
        var found = RuleTable.Rows.Select(row => row.Id)
            .Where(id => id == name || id.EndsWith("." + name, StringComparison.Ordinal)).ToList();
        return found.Count == 1 ? found[0] : throw new FormatException($"aucune règle ne s'appelle « {name} »");
    }

    private static LocalDate Day(string text)
    {
        var parsed = CaseBookDates.Day.Parse(text);
        return parsed.Success ? parsed.Value : throw new FormatException($"« {text} » n'est pas une date aaaa-mm-jj");
    }

    private static List<T> List<T>(string text, char separator, Func<string, T> read) => text == CaseBookDates.None
        ? []
        : [.. text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(read)];

    private static T? Optional<T>(MarkdownTableRow line, string column, Func<string, T> read) =>
        line.Cells.ContainsKey(column) ? Cell(line, column, read) : default;

    private static T Cell<T>(MarkdownTableRow line, string column, Func<string, T> read)
    {
        if (!line.Cells.TryGetValue(column, out var text))
            throw Unreadable(line, column, "colonne absente");
        try
        {
            return text.Length > 0 ? read(text) : throw new FormatException($"cellule vide : écrire {CaseBookDates.None}");
        }
        catch (FormatException problem) when (problem is not CaseBookFormatException)
        {
            throw Unreadable(line, column, problem.Message);
        }
    }

    private static CaseBookFormatException Unreadable(MarkdownTableRow line, string column, string problem) =>
        new(FormattableString.Invariant($"{FileName}({line.Line}), ligne « {line.Name} », colonne « {column} » : {problem}"));

    /// <summary>Beside the test assembly when it is copied there, else beside this source file.</summary>
    private static string FindFile([CallerFilePath] string thisFile = "")
    {
        var copied = Path.Combine(AppContext.BaseDirectory, "CaseBook", FileName);
        return File.Exists(copied) ? copied : Path.Combine(Path.GetDirectoryName(thisFile)!, FileName);
    }
}
