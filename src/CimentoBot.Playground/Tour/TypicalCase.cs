using CimentoBot.Playground.Local;

namespace CimentoBot.Playground.Tour;

/// <summary>The case that the tour plays: a small lytic metastasis of L3, painful in spite of analgesics, under clopidogrel and aspirin.</summary>
internal static class TypicalCase
{
    /// <summary>The day of the interview: a fortnight before the procedure, so that every hold can still be met.</summary>
    public const string Today = "2026-11-30";

    /// <summary>What the verdict card begins with.</summary>
    public const string Verdict = "Éligible sous conditions";

    /// <summary>By fact path, which is the input's id. What stands nowhere here is not known yet.</summary>
    public static IReadOnlyDictionary<string, string> Facts { get; } = new Dictionary<string, string>
    {
        ["lesion.site"] = "vertebra",
        ["lesion.label"] = "L3",
        ["lesion.matrix"] = "lytic",
        ["lesion.extent"] = "small",
        ["lesion.fracture"] = "none",
        ["pain.distribution"] = "localised",
        ["plan.aims"] = "painRelief,stabilisation",
        ["plan.surgicalCandidate"] = "false",
        ["plan.reirradiationPossible"] = "true",
        ["lesion.posteriorWall"] = "intact",
        ["lesion.canal"] = "clear",
        ["lesion.radiculopathy"] = "false",
        ["lesion.compressionFractureRisk"] = "true",
        ["lesion.neuralStructureInAblationZone"] = "false",
        ["pain.intensity"] = "7",
        ["pain.lesionIsSource"] = "true",
        ["pain.control"] = "poorlyControlled",
        ["pain.opioidIntolerance"] = "none",
        ["plan.otherTechniquesExhausted"] = "false",
        ["patient.systemicInfection"] = "false",
        ["patient.punctureSiteInfection"] = "false",
        ["patient.severeCoagulopathy"] = "false",
        ["patient.cementAllergy"] = "false",
        ["patient.immunosuppressed"] = "false",
        ["patient.plateletsPerMm3"] = "180 000",
        ["patient.prothrombinRatioPercent"] = "92",
        ["patient.bloodsOn"] = "2026-11-27",
        ["medications"] = "clopidogrel,aspirin",
        ["aspirin.dailyDoseMg"] = "75",
        ["plan.procedureAt"] = "2026-12-14",
        ["plan.procedureTime"] = "08:00",
    };

    /// <summary>What is asked before the case goes to the board.</summary>
    public static IReadOnlyDictionary<string, string> Posting { get; } = new Dictionary<string, string>
    {
        ["board"] = BotSettingsHere.ChannelId,
        ["session"] = "2026-12-03",
        ["question"] = "Cimentoplastie de L3 avant la radiothérapie ?",
    };
}
