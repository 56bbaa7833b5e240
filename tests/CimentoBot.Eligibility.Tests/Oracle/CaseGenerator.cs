using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Tests.CaseBook;
using CsCheck;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <param name="Case">As in <c>POST /api/eligibility</c>.</param>
/// <param name="AsOf">The day of the assessment.</param>
/// <param name="Whole">The same case before anything was forgotten: one of its completions. Equal to the case when it is whole.</param>
public sealed record GeneratedCase(JsonObject Case, LocalDate AsOf, JsonObject Whole)
{
    public override string ToString() =>
        $"asOf {LocalDatePattern.Iso.Format(AsOf)} case {Case.ToJsonString()} whole {Whole.ToJsonString()}";
}

/// <summary>
/// Cases as the API takes them. Contraindications are rare, so that most cases come down to something; values lie on the limits and
/// beside them; days lie around the changes of the clock.
/// </summary>
public static class CaseGenerator
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>Facts that may be forgotten, <c>medications</c> included.</summary>
    public static readonly IReadOnlyList<string> Forgettable =
        [.. FactTable.Rows.Where(fact => fact.Kind != FactKind.Display).Select(fact => fact.Path)];

    private static readonly Gen<object> Rarely = Gen.Frequency<object>((20, false), (1, true));

    private static readonly Gen<object> EitherWay = Gen.OneOf<object>(false, true);

    private static readonly IReadOnlyList<(string Path, Gen<object> Value)> Facts =
    [
        ("lesion.site", OneOf(FactTable.Rows[0].Values)),
        ("lesion.label", Gen.OneOf<object>("L3", "8e côte gauche", "Col fémoral droit")),
        ("lesion.matrix", Gen.Frequency<object>((6, "lytic"), (2, "mixed"), (1, "sclerotic"))),
        ("lesion.extent", Gen.OneOf<object>("small", "large")),
        ("lesion.wideSoftTissueExtension", EitherWay),
        ("lesion.fracture", Gen.OneOf<object>("none", "stable", "unstable")),
        ("lesion.compressionFractureRisk", EitherWay),
        ("lesion.posteriorWall", Gen.Frequency<object>((4, "intact"), (1, "extensivelyInvolved"), (1, "retropulsed"))),
        ("lesion.canal", Gen.Frequency<object>((4, "clear"), (1, "tumourExtension"), (1, "epiduritis"))),
        ("lesion.radiculopathy", Gen.Frequency<object>((5, false), (1, true))),
        ("lesion.jointBreach", Gen.Frequency<object>((4, false), (1, true))),
        ("lesion.weightBearing", EitherWay),
        ("lesion.neuralStructureInAblationZone", EitherWay),
        ("pain.distribution", Gen.Frequency<object>((2, "none"), (7, "localised"), (1, "diffuse"))),
        ("pain.intensity", Gen.Int[0, 10].Select(intensity => (object)(decimal)intensity)),
        ("pain.lesionIsSource", Gen.Frequency<object>((6, true), (1, false))),
        ("pain.control", Gen.Frequency<object>((1, "controlled"), (2, "poorlyControlled"))),
        ("pain.opioidIntolerance", Lists(["constipation", "urinaryRetention", "confusion", "other"])),
        ("plan.aims", Lists(["painRelief", "stabilisation", "tumourControl", "histology", "painRelief", "stabilisation"])),
        ("plan.surgicalCandidate", EitherWay),
        ("plan.reirradiationPossible", EitherWay),
        ("plan.otherTechniquesExhausted", EitherWay),
        ("patient.systemicInfection", Rarely),
        ("patient.punctureSiteInfection", Rarely),
        ("patient.severeCoagulopathy", Rarely),
        ("patient.cementAllergy", Rarely),
        ("patient.immunosuppressed", EitherWay),
        ("patient.plateletsPerMm3", Gen.Frequency<object>((6, 210_000m), (1, 0m), (1, 50_000m), (1, 50_001m), (1, 3_000_000m))),
        ("patient.prothrombinRatioPercent", Gen.Frequency<object>((6, 92m), (1, 0m), (1, 50m), (1, 50.5m), (1, 51m), (1, 150m))),
    ];

    private static readonly Gen<ImmutableList<object>> Values = Facts.Aggregate(
        Gen.Const(ImmutableList<object>.Empty), (all, fact) => Gen.Select(all, fact.Value, (list, value) => list.Add(value)));

    private static readonly Gen<LocalDate> Days = Gen.Frequency(
        (2, Gen.Int[0, 7].Select(days => new LocalDate(2026, 3, 24).PlusDays(days))),
        (2, Gen.Int[0, 9].Select(days => new LocalDate(2026, 10, 19).PlusDays(days))),
        (3, Gen.Int[0, 364].Select(days => new LocalDate(2026, 1, 1).PlusDays(days))));

    private static readonly Gen<string?> Times = Gen.Frequency(
        (1, Gen.Const((string?)null)),
        (1, Gen.Select(Gen.Int[0, 23], Gen.OneOf(0, 30), (hour, minute) => (string?)$"T{hour:00}:{minute:00}")));

    /// <summary>No procedure, or one from three days ago to twelve days ahead, with or without its time.</summary>
    private static readonly Gen<(int Days, string? Time)?> Procedures = Gen.Frequency(
        (1, Gen.Const(((int, string?)?)null)),
        (3, Gen.Select(Gen.Int[-3, 12], Times, (days, time) => ((int, string?)?)(days, time))));

    /// <summary>Everything that concerns the case is known; what does not is said too in about half of them.</summary>
    public static readonly Gen<GeneratedCase> Whole = Gen.Select(
        Values, MedicineGenerator.Drafts, Days, Procedures, Gen.Bool, (values, medicines, asOf, procedure, tidy) =>
        {
            var @case = Build(values, medicines, asOf, procedure);
            if (tidy)
                foreach (var path in SecondOpinion.On(@case, asOf, Paris).NotUsed)
                    CaseNotation.Set(@case, path, null);
            return new GeneratedCase(@case, asOf, @case);
        });

    /// <summary>A whole case of which one to four facts are forgotten, null or left out, and at times the doses too.</summary>
    public static readonly Gen<GeneratedCase> WithUnknowns = Gen.Select(
        Whole, Gen.Shuffle(Forgettable.ToArray(), 1, 4), Gen.Bool, Gen.Bool, (whole, paths, asNull, dosesToo) =>
        {
            var @case = whole.Case.DeepClone().AsObject();
            foreach (var path in paths)
                Forget(@case, path, asNull);
            if (dosesToo && @case["medications"] is JsonArray medicines)
                foreach (var line in medicines)
                    line!.AsObject().Remove("dailyDoseMg");
            return new GeneratedCase(@case, whole.AsOf, whole.Case);
        });

    public static readonly Gen<GeneratedCase> Any = Gen.Frequency((1, Whole), (1, WithUnknowns));

    private static JsonObject Build(
        ImmutableList<object> values, MedicineGenerator.Draft[] medicines, LocalDate asOf, (int Days, string? Time)? procedure)
    {
        var @case = new JsonObject();
        foreach (var (fact, value) in Facts.Zip(values))
            CaseNotation.Set(@case, fact.Path, Node(value));
        CaseNotation.Set(@case, "patient.bloodsOn", LocalDatePattern.Iso.Format(asOf.PlusDays(-2)));
        CaseNotation.Set(@case, "medications", MedicineGenerator.ToJson(medicines, asOf, everyAspirinDosed: true));
        if (procedure is { } planned)
            CaseNotation.Set(@case, "plan.procedureAt", ProcedureAt(asOf.PlusDays(planned.Days), planned.Time));
        return @case;
    }

    /// <summary>A time that the clocks skip is an error of the input: the day alone is then said.</summary>
    private static string ProcedureAt(LocalDate day, string? time)
    {
        var date = LocalDatePattern.Iso.Format(day);
        if (time is null)
            return date;
        var local = LocalDateTimePattern.GeneralIso.Parse(date + time + ":00").Value;
        return Paris.MapLocal(local).Count == 0 ? date : date + time;
    }

    private static void Forget(JsonObject @case, string path, bool asNull)
    {
        CaseNotation.Set(@case, path, null);
        if (!asNull)
            return;
        var parent = path.Contains('.', StringComparison.Ordinal) ? @case[path.Split('.')[0]]!.AsObject() : @case;
        parent[path.Split('.')[^1]] = null;
    }

    private static JsonNode? Node(object value) => value switch
    {
        string text => text,
        bool flag => flag,
        decimal number => JsonNode.Parse(number.ToString(CultureInfo.InvariantCulture)),
        string[] names => new JsonArray([.. names.Select(name => (JsonNode)name)]),
        _ => throw new ArgumentException($"{value.GetType()} is no JSON value of a case.", nameof(value)),
    };

    private static Gen<object> OneOf(IReadOnlyList<object> values) => Gen.OneOf(values.ToArray());

    /// <summary>Any of the names in any order, seldom one of them twice: that counts once.</summary>
    private static Gen<object> Lists(string[] names) => Gen.Frequency(
        (2, Gen.Const<object>(Array.Empty<string>())),
        (5, Gen.Shuffle(names, 1, names.Length).Select(some => (object)some)));
}
