using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Exchange;

/// <summary>Writes a case as the JSON that <see cref="CaseReader"/> reads: the form in which it is stored and sent.</summary>
public static class CaseWriter
{
    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss");

    public static JsonObject Write(Case subject)
    {
        var json = new JsonObject();
        foreach (var fact in subject.Said)
        {
            var names = fact.Path.Split('.');
            var parent = names.Length == 1 ? json : (JsonObject)(json[names[0]] ??= new JsonObject());
            parent[names[^1]] = ValueOf(fact, subject.Value(fact)!);
        }

        return json;
    }

    private static JsonNode ValueOf(Fact fact, object value) => (fact, value) switch
    {
        (IChoiceFact { IsList: true } choice, _) => new JsonArray([.. choice.IdsOf(value).Select(id => JsonValue.Create(id))]),
        (IChoiceFact choice, _) => choice.IdsOf(value)[0],
        (_, bool boolean) => boolean,
        (_, decimal number) => number,
        (_, string text) => text,
        (_, LocalDate date) => LocalDatePattern.Iso.Format(date),
        (_, PlannedProcedure planned) => LocalDatePattern.Iso.Format(planned.Date)
            + (planned.Time is { } time ? "T" + Minutes.Format(time) : ""),
        (_, IReadOnlyList<Medication> medications) => new JsonArray([.. medications.Select(ValueOf)]),
        _ => throw new NotSupportedException(fact.Path),
    };

    private static JsonObject ValueOf(Medication medication)
    {
        var json = new JsonObject { ["drug"] = medication.Drug };
        if (medication.DailyDoseMg is { } dose)
        {
            json["dailyDoseMg"] = dose;
        }

        if (medication.LastDoseOn is { } date)
        {
            json["lastDoseOn"] = LocalDatePattern.Iso.Format(date);
        }

        return json;
    }
}
