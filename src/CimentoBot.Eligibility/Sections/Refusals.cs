using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;
using static CimentoBot.Eligibility.Rules.Effect;

namespace CimentoBot.Eligibility.Sections;

/// <summary>Absolute contraindications (table 8) and non-indications (questions 1, 3, 4, 6).</summary>
internal static class Refusals
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new("absolute.asymptomatic-stable-fracture", All(Fractured.Is(Fracture.Stable), Pain.Is(PainDistribution.None)), Contraindicated, [At("T8")], new(
            "Fracture stable qui ne fait pas souffrir : contre-indication absolue.",
            "Stable fracture that causes no pain: absolute contraindication.")) { Reading = Readings.AsymptomaticUnstable },
        new("absolute.diffuse-pain", Pain.Is(PainDistribution.Diffuse), Contraindicated, [At("T8")], new(
            "Douleur diffuse, sans foyer localisé : contre-indication absolue.",
            "Diffuse pain without a localised focus: absolute contraindication.")),
        new("absolute.systemic-infection", SystemicInfection.IsTrue, Contraindicated, [At("T8")], new(
            "Infection générale active : contre-indication absolue tant qu’elle dure.",
            "Active systemic infection: absolute contraindication as long as it lasts.")),
        new("absolute.puncture-site-infection", PunctureSiteInfection.IsTrue, Contraindicated, [At("T8")], new(
            "Peau infectée à l’endroit de la ponction : contre-indication absolue tant que l’infection dure.",
            "Infected skin where the needle would enter: absolute contraindication as long as it lasts.")),
        new("absolute.severe-coagulopathy", SevereCoagulopathy.IsTrue, Contraindicated, [At("T8")], new(
            "Coagulation sévèrement troublée : contre-indication absolue.",
            "Severely disturbed coagulation: absolute contraindication.")),
        new("absolute.cement-allergy", CementAllergy.IsTrue, Contraindicated, [At("T8")], new(
            "Allergie connue à l’un des composants du ciment : contre-indication absolue.",
            "Known allergy to one of the cement’s components: absolute contraindication.")),

        new("not-indicated.pain-controlled", All(Terms.ToleratedControl, Not(Terms.ConsolidationOnly)), NotIndicated, [At("Q4")], new(
            "Douleur contrôlée par des antalgiques bien supportés : le ciment n’est pas indiqué.",
            "Pain controlled by analgesics that are well tolerated: cement is not indicated.")) { Reading = Readings.ControlWithIntolerance },
        new("not-indicated.lesion-not-the-source", All(Pain.Is(PainDistribution.Localised), LesionIsSource.IsFalse), NotIndicated, [At("Q3")], new(
            "Interrogatoire, examen et imagerie ne s’accordent pas pour attribuer la douleur à cette lésion : pas d’indication.",
            "History, examination and imaging do not agree to attribute the pain to this lesion: no indication.")),
        new("not-indicated.tumour-control-only", All(Aims.Name(Aim.TumourControl), Terms.NoCementAim), NotIndicated, [At("Q1")], new(
            "Le ciment ne sert pas à contrôler la tumeur ; pour ce seul but, penser à la radiothérapie ou à l’ablation percutanée.",
            "Cement does not serve to control the tumour; for that aim alone consider radiotherapy or percutaneous ablation.")),
        new("not-indicated.long-bone-surgical-candidate", All(Concerns.LongBone, SurgicalCandidate.IsTrue), NotIndicated, [At("Q6", 125, 126)], new(
            "Os long opérable : le ciment résiste mal à la torsion et ne remplace pas une ostéosynthèse.",
            "Long bone that can be operated on: cement withstands torsion badly and does not replace surgical fixation.")),
        new("not-indicated.no-indication", All(Not(Terms.AnIndication), Not(Terms.ConsolidationOnly)), NotIndicated, [At("Q3")], new(
            "Aucune des quatre indications reconnues n’est présente.",
            "None of the four recognised indications is present.")) { Reading = Readings.FourIndications },
    ];
}
