using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Sections;

/// <summary>What the board and the patient should know.</summary>
internal static class Information
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new("information.place", Always, null, [At("Q1", 117), At("R2")], new(
            "Un traitement local parmi médicaments, radiothérapie et chirurgie, utilisable sur tous les os.",
            "One local treatment among drugs, radiotherapy and surgery, usable on any bone.")),
        new("information.ablation-evidence", Terms.AnAblationRowHolds, null, [At("Q7", 128, 129, 130)], new(
            "Ablation : effet antalgique d’environ 70–90 % (radiofréquence), au-dessus de 75 % (cryoablation) ; cryoablation et radiothérapie ensemble font peut-être mieux que la radiothérapie seule.",
            "Ablation: relief about 70–90% (radiofrequency), over 75% (cryoablation); cryoablation with radiotherapy may do better than radiotherapy alone.")),
        new("information.unstable-fracture", Fractured.Is(Fracture.Unstable), null, [At("Q1"), At("T8")], new(
            "Fracture instable : sa stabilisation est à discuter en RCP, que l’on cimente ou non.",
            "Unstable fracture: its stability is for the board to address whether or not cement is used.")) { Urgent = true, Reading = Readings.UrgentMark },
        new("information.cement-leak", Always, null, [At("Q5", 124)], new(
            "Risque principal : fuite de ciment, difficile à prévoir et plus fréquente que dans l’ostéoporose — embolie ; fuite épidurale qui peut comprimer racine ou moelle (vertèbre) ; fuites discales et des parties molles assez fréquentes, le plus souvent muettes, parfois très douloureuses pendant un temps.",
            "Main risk: cement leak, hard to foresee and more frequent than in osteoporosis — emboli; epidural leak that may compress root or cord (vertebra); leaks into disc and soft tissue are fairly frequent, mostly silent, sometimes very painful for a while.")) { UnlessRefused = true },
        new("information.other-complications", Always, null, [At("Q5")], new(
            "Saignement rare, lié au site et surtout au patient ; infection rare mais redoutée, car le ciment est un matériel implanté.",
            "Bleeding is rare and depends on the site and above all on the patient; infection is rare but feared, cement being implanted material.")) { UnlessRefused = true },
        new("information.expected-relief", All(Site.Is(LesionSite.Vertebra), Terms.PainfulLesion), null, [At("Q1", 118)], new(
            "Sur une vertèbre, la douleur mécanique diminue dans environ 80 % des cas.",
            "On a vertebra, mechanical pain falls in about 80% of cases.")) { UnlessRefused = true },
        new("information.multidisciplinary", Always, null, [At("Q3")], new(
            "La décision revient à la RCP : radiologue, rhumatologue, oncologue, radiothérapeute, orthopédiste, médecin de la douleur.",
            "The decision is the board’s: radiologist, rheumatologist, oncologist, radiotherapist, orthopaedic surgeon, pain physician.")),
        new("information.overall-care", Always, null, [At("Q6")], new(
            "À replacer dans l’ensemble des soins : état physique et moral, objectifs, enchaînement des traitements, espérance de vie.",
            "To be set within overall care: physical and psychological state, goals, sequence of treatments, life expectancy.")),
    ];
}
