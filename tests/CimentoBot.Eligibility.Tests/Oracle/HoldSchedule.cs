using NodaTime;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <param name="Index">Its place in the list, from 0.</param>
/// <param name="Typed">As sent.</param>
/// <param name="Drugs">What is in it; empty when the name is not recognised.</param>
/// <param name="DailyDoseMg">In mg a day, or null when not said.</param>
/// <param name="LastDoseOn">Null means still taken.</param>
public sealed record MedicineLine(
    int Index, string Typed, IReadOnlyList<string> Drugs, decimal? DailyDoseMg, LocalDate? LastDoseOn)
{
    public string DosePath => $"medications[{Index}].dailyDoseMg";

    public bool IsPlainAspirin => Drugs is ["aspirin"];

    public bool Contains(string drug) => Drugs.Contains(drug) || (Drugs.Count == 0 && DrugNames.Fold(Typed) == DrugNames.Fold(drug));
}

/// <param name="Day">D.</param>
/// <param name="At">Null when only the day is known.</param>
public sealed record Procedure(LocalDate Day, ZonedDateTime? At);

public sealed record OracleHold(
    string Drug, string Action, LocalDate? StopOn, OffsetDateTime? LastDoseBefore, int? DaysBefore, string Met);

/// <summary>rules.md §3: one hold for each drug of the list.</summary>
public static class HoldSchedule
{
    private const decimal DuoPlavinAspirinMg = 100;
    private const decimal AspirinStopsAtMg = 160;

    public static IReadOnlyList<OracleHold> Of(IReadOnlyList<MedicineLine> lines, Procedure? procedure, LocalDate asOf)
    {
        var holds = new List<OracleHold>();
        foreach (var drug in DrugsOf(lines))
            holds.Add(HoldOf(drug, lines, procedure, asOf));
        return holds;
    }

    public static MedicineRows Rows(IReadOnlyList<OracleHold> holds) => new(
        AskHold: holds.Any(hold => hold.Action is "stop" or "bridge"),
        MissWindow: holds.Any(hold => hold.Met == "no"),
        NotCovered: holds.Any(hold => hold.Action == "notCovered"));

    /// <summary>The first day that the holds allow, counted from today; null where the source gives no such day.</summary>
    public static LocalDate? EarliestProcedureDate(IReadOnlyList<MedicineLine> lines, Procedure? procedure, LocalDate asOf)
    {
        var holds = Of(lines, procedure, asOf);
        if (holds.Any(hold => hold.Action is "bridge" or "notCovered"))
            return null;

        var waiting = holds.Where(hold => hold.Action is "stop" or "doseNeeded").ToList();
        if (waiting.Count == 0)
            return null;

        var day = asOf;
        while (!waiting.All(hold => Allows(hold, day)))
            day = day.PlusDays(1);
        return day;

        bool Allows(OracleHold hold, LocalDate on)
        {
            var firstDayWithout = on.PlusDays(-hold.DaysBefore!.Value);
            return LastDoseOf(hold.Drug, lines) is { } last ? last < firstDayWithout : asOf <= firstDayWithout;
        }
    }

    /// <summary>In the order of the list, each once. A drug that is not recognised goes by its first typed name.</summary>
    private static List<string> DrugsOf(IReadOnlyList<MedicineLine> lines)
    {
        var drugs = new List<string>();
        foreach (var line in lines)
        {
            if (line.Drugs.Count == 0)
            {
                if (!lines.Any(other => other.Index < line.Index && other.Drugs.Count == 0 && other.Contains(line.Typed)))
                    drugs.Add(line.Typed);
                continue;
            }

            foreach (var drug in line.Drugs)
                if (!drugs.Contains(drug))
                    drugs.Add(drug);
        }

        return drugs;
    }

    private static OracleHold HoldOf(string drug, IReadOnlyList<MedicineLine> lines, Procedure? procedure, LocalDate asOf)
    {
        var last = LastDoseOf(drug, lines);
        switch (drug)
        {
            case "clopidogrel":
                return StopDays(drug, 5, last, procedure, asOf);

            case "aspirin":
                var parts = lines.Where(line => line.Contains("aspirin")).Select(AspirinIn).ToList();
                if (parts.Sum() >= AspirinStopsAtMg)
                    return StopDays(drug, 5, last, procedure, asOf);
                return parts.Contains(null)
                    ? new OracleHold(drug, "doseNeeded", procedure?.Day.PlusDays(-5), null, 5, "unknown")
                    : new OracleHold(drug, "continue", null, null, null, "yes");

            case "dabigatran" or "rivaroxaban" or "apixaban":
                if (procedure?.At is not { } at)
                    return StopDays(drug, 2, last, procedure, asOf);
                var limit = at.ToInstant().Minus(Duration.FromSeconds(172_800)).InZone(at.Zone);
                return new OracleHold(drug, "stop", null, limit.ToOffsetDateTime(), 2, Met(limit.Date, last, asOf));

            case "warfarin" or "fluindione" or "acenocoumarol":
                var met = procedure is not null && asOf > procedure.Day ? "no" : "unknown";
                return new OracleHold(drug, "bridge", procedure?.Day.PlusDays(-1), null, 1, met);

            default:
                return new OracleHold(drug, "notCovered", null, null, null, "unknown");
        }
    }

    private static OracleHold StopDays(string drug, int days, LocalDate? last, Procedure? procedure, LocalDate asOf)
    {
        if (procedure is null)
            return new OracleHold(drug, "stop", null, null, days, "unknown");
        var stopOn = procedure.Day.PlusDays(-days);
        return new OracleHold(drug, "stop", stopOn, null, days, Met(stopOn, last, asOf));
    }

    private static string Met(LocalDate stopDate, LocalDate? last, LocalDate asOf)
    {
        if (last >= stopDate)
            return "no";
        if (asOf <= stopDate)
            return "canBe";
        return last is null ? "no" : "yes";
    }

    /// <summary>The latest of its last doses; one that is not said means that it is still taken.</summary>
    private static LocalDate? LastDoseOf(string drug, IReadOnlyList<MedicineLine> lines)
    {
        var doses = lines.Where(line => line.Contains(drug)).Select(line => line.LastDoseOn).ToList();
        return doses.Contains(null) ? null : doses.Max();
    }

    private static decimal? AspirinIn(MedicineLine line) => line.IsPlainAspirin ? line.DailyDoseMg : DuoPlavinAspirinMg;
}
