using System.Text.Json;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Exchange;

/// <summary>
/// Reads a case from JSON, strictly: members nobody knows, members given twice, numbers sent as strings and values out of
/// range are all named at once, by their paths. <c>null</c> or absent = unknown.
/// </summary>
public sealed class CaseReader
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
    private static readonly LocalDateTimePattern Seconds = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    private static readonly Phrase NotAnObject = new("un objet JSON est attendu", "a JSON object is wanted");
    private static readonly Phrase NotKnown = new("membre inconnu", "unknown member");
    private static readonly Phrase Twice = new("membre donné deux fois", "member given twice");
    private static readonly Phrase NoDrug = new("un nom de médicament non vide d’au plus 200 caractères", "a drug name that is not empty, of at most 200 characters");

    private const int LongestName = 200;

    private readonly LocalDate? asOf;
    private readonly DateTimeZone zone;
    private readonly List<(string Path, Phrase Message)> errors = [];

    private CaseReader(LocalDate? asOf, DateTimeZone zone)
    {
        this.asOf = asOf;
        this.zone = zone;
    }

    /// <summary>The case, and what is wrong with it; the facts that are wrong stay unknown.</summary>
    /// <param name="json">The case.</param>
    /// <param name="asOf">Today, after which no test and no dose can lie; null leaves that unchecked.</param>
    /// <param name="zone">The zone of the hospital.</param>
    public static (Case Case, IReadOnlyList<(string Path, Phrase Message)> Errors) Read(JsonElement json, LocalDate? asOf, DateTimeZone zone)
    {
        var reader = new CaseReader(asOf, zone);
        return (reader.ReadCase(json), reader.errors);
    }

    /// <summary>A date of the API: <c>yyyy-MM-dd</c> between 1900 and 2199, or null.</summary>
    public static LocalDate? ReadDate(JsonElement json) =>
        json.ValueKind is JsonValueKind.String
        && LocalDatePattern.Iso.Parse(json.GetString()!) is { Success: true, Value: var date }
        && date >= Dates.First && date <= Dates.Last ? date : null;

    /// <summary>The members of an object, each once; a second one is an error at its path.</summary>
    public static IEnumerable<JsonProperty> MembersOf(JsonElement json, Action<string> doubled)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (seen.Add(member.Name))
            {
                yield return member;
            }
            else
            {
                doubled(member.Name);
            }
        }
    }

    private Case ReadCase(JsonElement json)
    {
        var read = Case.Empty;
        if (json.ValueKind is not JsonValueKind.Object)
        {
            errors.Add(("case", NotAnObject));
            return read;
        }

        foreach (var member in MembersOf(json, name => errors.Add((name, Twice))))
        {
            if (Vocabulary.Find(member.Name) is { } fact && !member.Name.Contains('.', StringComparison.Ordinal))
            {
                read = read.With(fact, ReadValue(fact, member.Value));
            }
            else if (Vocabulary.All.Any(known => known.Path.StartsWith(member.Name + ".", StringComparison.Ordinal)))
            {
                read = ReadGroup(read, member);
            }
            else
            {
                errors.Add((member.Name, NotKnown));
            }
        }

        return read;
    }

    private Case ReadGroup(Case read, JsonProperty group)
    {
        if (group.Value.ValueKind is JsonValueKind.Null)
        {
            return read;
        }

        if (group.Value.ValueKind is not JsonValueKind.Object)
        {
            errors.Add((group.Name, NotAnObject));
            return read;
        }

        foreach (var member in MembersOf(group.Value, name => errors.Add(($"{group.Name}.{name}", Twice))))
        {
            var path = $"{group.Name}.{member.Name}";
            if (Vocabulary.Find(path) is { } fact)
            {
                read = read.With(fact, ReadValue(fact, member.Value));
            }
            else
            {
                errors.Add((path, NotKnown));
            }
        }

        return read;
    }

    private object? ReadValue(Fact fact, JsonElement json)
    {
        if (json.ValueKind is JsonValueKind.Null)
        {
            return null;
        }

        if (fact is MedicationsFact && json.ValueKind is JsonValueKind.Array)
        {
            return ReadMedications(json);
        }

        object? value = fact switch
        {
            BooleanFact => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null,
            NumberFact number => ReadNumber(number, json),
            IChoiceFact choice => ReadChoice(choice, json),
            TextFact text => ReadText(text, json),
            DateFact => ReadDate(json),
            ProcedureFact => ReadProcedure(json),
            _ => null,
        };
        if (value is null)
        {
            errors.Add((fact.Path, Takes.For(fact)));
        }

        if (value is LocalDate date && date > asOf)
        {
            errors.Add((fact.Path, Takes.NotAfterToday));
        }

        if (value is PlannedProcedure { Time: { } time } planned && zone.MapLocal(planned.Date + time).Count == 0)
        {
            errors.Add((fact.Path, Takes.SkippedTime));
            return null;
        }

        return value;
    }

    private static decimal? ReadNumber(NumberFact fact, JsonElement json) =>
        json.ValueKind is JsonValueKind.Number
        && json.TryGetDecimal(out var number)
        && number >= fact.Minimum && number <= fact.Maximum
        && (!fact.IsInteger || decimal.IsInteger(number)) ? number : null;

    private static object? ReadChoice(IChoiceFact fact, JsonElement json)
    {
        IReadOnlyList<JsonElement> given = fact.IsList
            ? json.ValueKind is JsonValueKind.Array ? [.. json.EnumerateArray()] : [default]
            : [json];
        var known = given.All(id => id.ValueKind is JsonValueKind.String && fact.Options.Any(option => option.Id == id.GetString()));
        return known ? fact.Parse([.. given.Select(id => id.GetString()!)]) : null;
    }

    private static string? ReadText(TextFact fact, JsonElement json) =>
        json.ValueKind is JsonValueKind.String
        && json.GetString() is { } text
        && text.Length <= fact.MaximumLength
        && !text.Any(char.IsControl) ? text : null;

    private static PlannedProcedure? ReadProcedure(JsonElement json)
    {
        if (ReadDate(json) is { } date)
        {
            return new PlannedProcedure(date);
        }

        if (json.ValueKind is not JsonValueKind.String)
        {
            return null;
        }

        var text = json.GetString()!;
        if (text.Contains("T24", StringComparison.Ordinal))
        {
            // ISO lets 24:00 be the next midnight; nobody plans a procedure so.
            return null;
        }

        var parsed = Minutes.Parse(text) is { Success: true } minutes ? minutes : Seconds.Parse(text);
        return parsed.Success && parsed.Value.Date >= Dates.First && parsed.Value.Date <= Dates.Last
            ? new PlannedProcedure(parsed.Value.Date, parsed.Value.TimeOfDay)
            : null;
    }

    private List<Medication> ReadMedications(JsonElement json)
    {
        var medications = new List<Medication>();
        foreach (var (place, element) in json.EnumerateArray().Index())
        {
            var path = $"{Vocabulary.Medications.Path}[{place}]";
            if (element.ValueKind is not JsonValueKind.Object)
            {
                errors.Add((path, NotAnObject));
                continue;
            }

            medications.Add(ReadMedication(element, path));
        }

        return medications;
    }

    private Medication ReadMedication(JsonElement json, string path)
    {
        var read = new Medication("");
        foreach (var member in MembersOf(json, name => errors.Add(($"{path}.{name}", Twice))))
        {
            switch (member.Name)
            {
                case "drug":
                    read = read with { Drug = member.Value.ValueKind is JsonValueKind.String ? member.Value.GetString()!.Trim() : "" };
                    break;
                case "dailyDoseMg" when member.Value.ValueKind is not JsonValueKind.Null:
                    read = read with { DailyDoseMg = ReadDose(member.Value, path) };
                    break;
                case "lastDoseOn" when member.Value.ValueKind is not JsonValueKind.Null:
                    read = read with { LastDoseOn = ReadLastDose(member.Value, path) };
                    break;
                case "dailyDoseMg" or "lastDoseOn":
                    break;
                default:
                    errors.Add(($"{path}.{member.Name}", NotKnown));
                    break;
            }
        }

        if (read.Drug.Length is 0 or > LongestName)
        {
            errors.Add(($"{path}.drug", NoDrug));
        }

        return read;
    }

    private decimal? ReadDose(JsonElement json, string path)
    {
        if (json.ValueKind is JsonValueKind.Number && json.TryGetDecimal(out var dose) && dose > 0)
        {
            return dose;
        }

        errors.Add(($"{path}.dailyDoseMg", Takes.Dose));
        return null;
    }

    private LocalDate? ReadLastDose(JsonElement json, string path)
    {
        var date = ReadDate(json);
        if (date is null || date > asOf)
        {
            errors.Add(($"{path}.lastDoseOn", date is null ? Takes.Date : Takes.NotAfterToday));
        }

        return date;
    }
}
