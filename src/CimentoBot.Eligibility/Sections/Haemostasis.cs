using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Facts.Vocabulary;
using static CimentoBot.Eligibility.Rules.Effect;

namespace CimentoBot.Eligibility.Sections;

/// <summary>What defers the procedure: the bleeding risk of question 4.</summary>
internal static class Haemostasis
{
    /// <summary>Platelets a mm³ that the source wants exceeded (Q4).</summary>
    private const decimal PlateletsToExceed = 50_000;

    /// <summary>Prothrombin ratio in per cent that the source wants exceeded (Q4).</summary>
    private const decimal ProthrombinToExceed = 50;

    public static readonly IReadOnlyList<Rule> Rows =
    [
        new(RuleIds.Platelets, Platelets.AtMost(PlateletsToExceed), Deferred, [At("Q4")], new(
            "Plaquettes insuffisantes : la source en demande plus de 50 000/mm³ avant le geste.",
            "Too few platelets: the source wants more than 50,000/mm³ before the procedure.")) { Reading = Readings.ThresholdFails },
        new(RuleIds.Prothrombin, ProthrombinRatio.AtMost(ProthrombinToExceed), Deferred, [At("Q4")], new(
            "TP insuffisant : la source demande plus de 50 % avant le geste.",
            "Prothrombin activity too low: the source wants more than 50% before the procedure.")) { Reading = Readings.ProthrombinPercent },
        new(RuleIds.MissedHold, Medications.MissTheirWindow, Deferred, [At("Q4", 122, 123)], new(
            "À la date prévue, le délai d’arrêt d’un médicament ne peut plus être tenu : déplacer le geste.",
            "On the planned date a drug’s stop delay can no longer be kept: move the procedure.")) { Reading = Readings.WindowDefers, ReferencesOnlyForNamedDrugs = true },
    ];
}
