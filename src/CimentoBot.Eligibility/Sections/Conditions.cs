using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;
using static CimentoBot.Eligibility.Rules.Effect;

namespace CimentoBot.Eligibility.Sections;

/// <summary>What has to be seen to before or with the cement (questions 1, 2, 4, 6, 7).</summary>
internal static class Conditions
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new(RuleIds.MedicationHold, Medications.AskForAHold, EligibleWithConditions, [At("Q4", 122, 123)], new(
            "Traitement à arrêter ou à relayer avant le geste, en accord avec l’anesthésie et le prescripteur (voir le calendrier).",
            "Medication to be stopped or bridged before the procedure, agreed with anaesthesia and the prescriber (see the schedule).")) { ReferencesOnlyForNamedDrugs = true },
        new(RuleIds.NotCovered, Medications.NameADrugNotCovered, EligibleWithConditions, [At("Q4")], new(
            "La source ne dit rien d’un médicament de la liste, ou son nom n’est pas reconnu : demander un avis avant de fixer une date.",
            "The source says nothing of a drug on the list, or its name is not recognised: seek advice before fixing any date.")) { Reading = Readings.NotByAnalogy },
        new("condition.long-bone-hardware", Terms.LongBoneWithoutSurgery, EligibleWithConditions, [At("Q2", 120, 121), At("Q6", 125, 126), At("R1")], new(
            "Le ciment seul ne stabilise pas un os long : préférer l’ablation, ou associer au ciment vis, broches ou clous perforés posés par voie percutanée.",
            "Cement alone does not stabilise a long bone: prefer ablation, or add percutaneous screws, pins or perforated nails to the cement.")),
        new("condition.flat-bone-ablation", Terms.FlatBone, EligibleWithConditions, [At("Q2", 120, 121)], new(
            "Os plat : préférer l’ablation, ou associer un vissage ; le ciment seul n’y a qu’une place limitée.",
            "Flat bone: prefer ablation, or add screw fixation; cement alone has only a limited place there.")) { Reading = Readings.FlatBones },
        new("condition.large-lesion-ablation", Terms.LargeLesion, EligibleWithConditions, [At("Q6")], new(
            "Lésion volumineuse : le ciment seul convient à une petite lésion ; y associer une ablation percutanée est possible.",
            "Large lesion: cement alone suits a small one; percutaneous ablation can be combined with it.")) { Reading = Readings.LargeLesion },
        new("condition.iliac-wing-soft-tissue", Terms.IliacWingSoftTissue, EligibleWithConditions, [At("Q2")], new(
            "Grande lésion de l’aile iliaque débordant largement dans les parties molles : préférer l’ablation, ou associer un vissage.",
            "Large iliac wing lesion spreading widely into the soft tissues: prefer ablation, or add screw fixation.")),
        new("condition.tumour-control-adjunct", Terms.TumourControlAdjunct, EligibleWithConditions, [At("Q1"), At("R3")], new(
            "Pour contrôler la tumeur, ajouter au ciment une radiothérapie, une ablation, ou les deux.",
            "To control the tumour, add radiotherapy, ablation or both to the cement.")),
        new("condition.neural-structure", All(Terms.AnAblationRowHolds, NeuralStructure.IsTrue), EligibleWithConditions, [At("Q7", 127)], new(
            "Un nerf ou la moelle se trouve dans la zone d’ablation, que la source veut libre : l’ablation prévue ne convient pas en l’état.",
            "A nerve or the cord lies in the ablation zone, which the source wants free: ablation as planned does not fit.")),
    ];
}
