namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>The ids of rules.md §2 in the order of its table, each with its effect (null for rows that only explain).</summary>
public static class RuleTable
{
    public static readonly IReadOnlyList<string> EffectsWorstFirst =
        ["contraindicated", "notIndicated", "deferred", "boardDecision", "eligibleWithConditions", "eligible"];

    public static readonly IReadOnlyList<(string Id, string? Effect)> Rows =
    [
        ("absolute.asymptomatic-stable-fracture", "contraindicated"),
        ("absolute.diffuse-pain", "contraindicated"),
        ("absolute.systemic-infection", "contraindicated"),
        ("absolute.puncture-site-infection", "contraindicated"),
        ("absolute.severe-coagulopathy", "contraindicated"),
        ("absolute.cement-allergy", "contraindicated"),
        ("not-indicated.pain-controlled", "notIndicated"),
        ("not-indicated.lesion-not-the-source", "notIndicated"),
        ("not-indicated.tumour-control-only", "notIndicated"),
        ("not-indicated.long-bone-surgical-candidate", "notIndicated"),
        ("not-indicated.no-indication", "notIndicated"),
        ("deferred.platelets", "deferred"),
        ("deferred.prothrombin", "deferred"),
        ("deferred.hold-window", "deferred"),
        ("relative.posterior-wall-involvement", "boardDecision"),
        ("relative.posterior-wall-retropulsion", "boardDecision"),
        ("relative.radiculopathy", "boardDecision"),
        ("relative.canal-extension", "boardDecision"),
        ("relative.epiduritis", "boardDecision"),
        ("relative.joint-breach", "boardDecision"),
        ("debated.consolidation-only", "boardDecision"),
        ("debated.outside-guideline-sclerotic", "boardDecision"),
        ("condition.medication-hold", "eligibleWithConditions"),
        ("condition.medication-not-covered", "eligibleWithConditions"),
        ("condition.long-bone-hardware", "eligibleWithConditions"),
        ("condition.flat-bone-ablation", "eligibleWithConditions"),
        ("condition.large-lesion-ablation", "eligibleWithConditions"),
        ("condition.iliac-wing-soft-tissue", "eligibleWithConditions"),
        ("condition.tumour-control-adjunct", "eligibleWithConditions"),
        ("condition.neural-structure", "eligibleWithConditions"),
        ("indication.poorly-controlled-pain", null),
        ("indication.opioid-intolerance", null),
        ("indication.palliative-alternative", null),
        ("indication.stabilising-alternative", null),
        ("suggestion.radiotherapy-association", null),
        ("suggestion.antibiotic-prophylaxis", null),
        ("suggestion.biopsy", null),
        ("suggestion.ablation-alone", null),
        ("suggestion.kyphoplasty-evidence", null),
        ("suggestion.partial-filling", null),
        ("information.place", null),
        ("information.ablation-evidence", null),
        ("information.unstable-fracture", null),
        ("information.cement-leak", null),
        ("information.other-complications", null),
        ("information.expected-relief", null),
        ("information.multidisciplinary", null),
        ("information.overall-care", null),
    ];

    /// <summary>Urgent rows stand directly under the verdict, whatever it is.</summary>
    public static readonly IReadOnlyList<string> Urgent =
    [
        "relative.epiduritis",
        "relative.posterior-wall-retropulsion",
        "relative.radiculopathy",
        "information.unstable-fracture",
    ];

    /// <summary>The rows marked † : withheld when the best verdict that can be reached is already a refusal.</summary>
    public static readonly IReadOnlyList<string> WithheldWhenRefused =
        ["information.cement-leak", "information.other-complications", "information.expected-relief"];

    private static readonly Dictionary<string, string?> Effects =
        Rows.ToDictionary(row => row.Id, row => row.Effect, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Ranks =
        Rows.ToDictionary(row => row.Id, row => Rank(row.Effect ?? "eligible"), StringComparer.Ordinal);

    /// <summary>The effect of a rule, or null; an id that is not in the table is an error.</summary>
    public static string? EffectOf(string id) => Effects[id];

    /// <summary>The rank of a rule's effect; that of <c>eligible</c> when it has none.</summary>
    public static int RankOf(string id) => Ranks[id];

    /// <summary>0 for the worst verdict, 5 for <c>eligible</c>.</summary>
    public static int Rank(string effect)
    {
        for (var rank = 0; rank < EffectsWorstFirst.Count; rank++)
            if (EffectsWorstFirst[rank] == effect)
                return rank;
        throw new ArgumentException($"No effect is called '{effect}'.", nameof(effect));
    }

    /// <summary>Urgent first, then worst effect first, then the order of the table.</summary>
    public static IReadOnlyList<string> InOrder(Func<string, bool> holds) =>
    [
        .. Rows.Where(row => holds(row.Id))
            .OrderBy(row => Urgent.Contains(row.Id) ? 0 : 1)
            .ThenBy(row => row.Effect is null ? EffectsWorstFirst.Count : Rank(row.Effect))
            .Select(row => row.Id),
    ];
}
