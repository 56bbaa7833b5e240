namespace CimentoBot.Eligibility.Tests.Oracle;

public enum FactKind
{
    Text,
    Flag,
    Number,
    Names,
    Medicines,
    Display,
}

/// <param name="Path">As in rules.md §1.</param>
/// <param name="Kind">How the JSON value is read.</param>
/// <param name="Values">One value for each class that some rule tells apart; what an unknown fact may turn out to be.</param>
public sealed record Fact(string Path, FactKind Kind, IReadOnlyList<object> Values);

/// <summary>The facts of rules.md §1, in its order.</summary>
public static class FactTable
{
    private static readonly object[] YesAndNo = [false, true];

    public static readonly IReadOnlyList<Fact> Rows =
    [
        Text(
            "lesion.site", "vertebra", "sacrum", "pelvis", "iliacWing", "acetabulum", "sternum", "rib", "scapula",
            "longBoneShaft", "longBoneEnd", "otherBone"),
        new("lesion.label", FactKind.Display, []),
        Text("lesion.matrix", "lytic", "mixed", "sclerotic"),
        Text("lesion.extent", "small", "large"),
        Flag("lesion.wideSoftTissueExtension"),
        Text("lesion.fracture", "none", "stable", "unstable"),
        Flag("lesion.compressionFractureRisk"),
        Text("lesion.posteriorWall", "intact", "extensivelyInvolved", "retropulsed"),
        Text("lesion.canal", "clear", "tumourExtension", "epiduritis"),
        Flag("lesion.radiculopathy"),
        Flag("lesion.jointBreach"),
        Flag("lesion.weightBearing"),
        Flag("lesion.neuralStructureInAblationZone"),
        Text("pain.distribution", "none", "localised", "diffuse"),
        new("pain.intensity", FactKind.Number, [3m, 4m]),
        Flag("pain.lesionIsSource"),
        Text("pain.control", "controlled", "poorlyControlled"),
        new("pain.opioidIntolerance", FactKind.Names, [Array.Empty<string>(), new[] { "constipation" }]),
        new("plan.aims", FactKind.Names, AllSubsetsOf("painRelief", "stabilisation", "tumourControl", "histology")),
        Flag("plan.surgicalCandidate"),
        Flag("plan.reirradiationPossible"),
        Flag("plan.otherTechniquesExhausted"),
        new("plan.procedureAt", FactKind.Display, []),
        Flag("patient.systemicInfection"),
        Flag("patient.punctureSiteInfection"),
        Flag("patient.severeCoagulopathy"),
        Flag("patient.cementAllergy"),
        Flag("patient.immunosuppressed"),
        new("patient.plateletsPerMm3", FactKind.Number, [50_000m, 50_001m]),
        new("patient.prothrombinRatioPercent", FactKind.Number, [50m, 51m]),
        new("patient.bloodsOn", FactKind.Display, []),
        new("medications", FactKind.Medicines, []),
    ];

    private static Fact Text(string path, params string[] values) => new(path, FactKind.Text, values);

    private static Fact Flag(string path) => new(path, FactKind.Flag, YesAndNo);

    private static object[] AllSubsetsOf(params string[] names) =>
    [
        .. Enumerable.Range(0, 1 << names.Length)
            .Select(subset => names.Where((_, bit) => (subset & (1 << bit)) != 0).ToArray()),
    ];
}
