using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>Reads the case of <c>POST /api/eligibility</c>. It trusts its input: bad JSON is a bug of the test and throws.</summary>
public static class CaseJson
{
    /// <summary>The facts that were said, by path; null and absent members are left out, and so are display-only ones.</summary>
    public static Dictionary<string, object> Said(JsonObject @case)
    {
        var said = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var fact in FactTable.Rows)
        {
            if (Find(@case, fact.Path) is not { } node)
                continue;
            switch (fact.Kind)
            {
                case FactKind.Text:
                    said[fact.Path] = node.GetValue<string>();
                    break;
                case FactKind.Flag:
                    said[fact.Path] = node.GetValue<bool>();
                    break;
                case FactKind.Number:
                    said[fact.Path] = Number(node);
                    break;
                case FactKind.Names:
                    said[fact.Path] = node.AsArray().Select(name => name!.GetValue<string>()).Distinct().ToArray();
                    break;
                default:
                    break;
            }
        }

        return said;
    }

    /// <summary>The list of medicines, or null when it is unknown.</summary>
    public static IReadOnlyList<MedicineLine>? Medicines(JsonObject @case) =>
        Find(@case, "medications") is not JsonArray list ? null : [.. list.Select((node, index) => Medicine(node!.AsObject(), index))];

    public static Procedure? ProcedureOf(JsonObject @case, DateTimeZone zone)
    {
        if (Find(@case, "plan.procedureAt")?.GetValue<string>() is not { } text)
            return null;
        if (!text.Contains('T', StringComparison.Ordinal))
            return new Procedure(LocalDatePattern.Iso.Parse(text).Value, null);

        var local = LocalDateTimePattern.GeneralIso.Parse(text.Length == 16 ? text + ":00" : text).Value;
        return new Procedure(local.Date, zone.MapLocal(local).First());
    }

    public static JsonNode? Find(JsonObject @case, string path)
    {
        JsonNode? node = @case;
        foreach (var member in path.Split('.'))
            node = (node as JsonObject)?[member];
        return node;
    }

    private static MedicineLine Medicine(JsonObject line, int index)
    {
        var typed = line["drug"]!.GetValue<string>();
        return new MedicineLine(
            index,
            typed,
            DrugNames.DrugsIn(typed),
            line["dailyDoseMg"] is { } dose ? Number(dose) : null,
            line["lastDoseOn"] is { } last ? LocalDatePattern.Iso.Parse(last.GetValue<string>()).Value : null);
    }

    private static decimal Number(JsonNode node) =>
        decimal.Parse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture);
}
