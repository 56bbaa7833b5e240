using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Tests.Oracle;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>The column <c>Faits</c>: <c>fact=value; fact=?</c>, a fact by the last word of its path.</summary>
public static partial class CaseNotation
{
    private static readonly Dictionary<string, Fact> ByShortName = FactTable.Rows.ToDictionary(
        fact => fact.Path[(fact.Path.LastIndexOf('.') + 1)..], StringComparer.Ordinal);

    /// <summary>The whole path of a fact written short, <c>canal</c> or <c>medications[0].dailyDoseMg</c>.</summary>
    /// <exception cref="FormatException">No fact is called that.</exception>
    public static string PathOf(string name)
    {
        if (name.StartsWith("medications[", StringComparison.Ordinal) && name.EndsWith("].dailyDoseMg", StringComparison.Ordinal))
            return name;
        return ByShortName.TryGetValue(name, out var fact) ? fact.Path : throw new FormatException($"aucun fait ne s'appelle « {name} »");
    }

    /// <summary>Changes a case by what a cell says.</summary>
    /// <exception cref="FormatException">The cell cannot be read; the message says which word.</exception>
    public static void Apply(string cell, JsonObject @case)
    {
        if (cell == CaseBookDates.None)
            return;
        foreach (var assignment in cell.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = assignment.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
                throw new FormatException($"« {assignment} » n'est pas de la forme fait=valeur");
            var name = assignment[..equals].Trim();
            var fact = FactTable.Rows.Single(row => row.Path == PathOf(name));
            Set(@case, fact.Path, Value(fact, assignment[(equals + 1)..].Trim()));
        }
    }

    /// <summary>Puts a value at a path; null takes the member away, which says that the fact is unknown.</summary>
    public static void Set(JsonObject @case, string path, JsonNode? value)
    {
        var parent = @case;
        var members = path.Split('.');
        foreach (var member in members[..^1])
        {
            if (parent[member] is not JsonObject inner)
                parent[member] = inner = [];
            parent = inner;
        }

        if (value is null)
            parent.Remove(members[^1]);
        else
            parent[members[^1]] = value;
    }

    private static JsonNode? Value(Fact fact, string text)
    {
        if (text == "?")
            return null;
        return fact.Kind switch
        {
            FactKind.Text => fact.Values.Contains(text) ? text : throw new FormatException($"{fact.Path} ne prend pas « {text} »"),
            FactKind.Flag => text switch
            {
                "oui" => true,
                "non" => false,
                _ => throw new FormatException($"{fact.Path} prend oui, non ou ?, pas « {text} »"),
            },
            FactKind.Number => Number(text),
            FactKind.Names => Names(text),
            FactKind.Medicines => Medicines(text),
            _ => text,
        };
    }

    private static JsonArray Medicines(string text) =>
        text == "aucun" ? [] : new JsonArray([.. text.Split(" + ", StringSplitOptions.TrimEntries).Select(Medicine)]);

    private static JsonArray Names(string text) =>
        text == "aucun" ? [] : new JsonArray([.. text.Split('+', StringSplitOptions.TrimEntries).Select(name => (JsonNode)name)]);

    private static JsonValue Number(string text)
    {
        var number = decimal.Parse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return number == decimal.Truncate(number) ? JsonValue.Create((int)number) : JsonValue.Create(number);
    }

    private static JsonObject Medicine(string text)
    {
        var match = MedicinePattern().Match(text);
        if (!match.Success)
            throw new FormatException($"« {text} » n'est pas de la forme « Nom 75 mg/j, dernière 2026-11-20 »");

        var medicine = new JsonObject { ["drug"] = match.Groups["drug"].Value };
        if (match.Groups["dose"].Success)
            medicine["dailyDoseMg"] = Number(match.Groups["dose"].Value);
        if (match.Groups["last"].Success)
            medicine["lastDoseOn"] = match.Groups["last"].Value;
        return medicine;
    }

    [GeneratedRegex(
        @"^(?<drug>.+?)(?:\s+(?<dose>[0-9]+(?:,[0-9]+)?) mg/j)?(?:, dernière (?<last>[0-9]{4}-[0-9]{2}-[0-9]{2}))?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MedicinePattern();
}
