using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Sections;

/// <summary>What may be added or considered (questions 1, 5, 6, 7).</summary>
internal static class Suggestions
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new("suggestion.radiotherapy-association", All(Site.Is(LesionSite.Vertebra), Terms.CementAim, ReirradiationPossible.IsTrue), null, [At("Q6")], new(
            "Radiothérapie associée possible : sur une vertèbre, le ciment soulage et stabilise avant que les rayons n’agissent.",
            "Radiotherapy can be combined: on a vertebra, cement relieves and stabilises before radiation takes effect.")),
        new("suggestion.antibiotic-prophylaxis", Immunosuppressed.IsTrue, null, [At("Q5")], new(
            "Antibioprophylaxie envisageable, en raison de l’immunodépression.",
            "Antibiotic prophylaxis may be given because of immunosuppression.")),
        new("suggestion.biopsy", Aims.Name(Aim.Histology), null, [At("Q1")], new(
            "Biopsie possible dans le même temps : preuve histologique, ou activité sous traitement ou après radiothérapie.",
            "A biopsy can be taken in the same session: histological proof, or activity under treatment or after radiotherapy.")),
        new("suggestion.ablation-alone", Terms.AblationAlone, null, [At("Q7", 128), At("R4")], new(
            "L’ablation percutanée peut être employée seule : lésion douloureuse non portante, ou réduction d’une tumeur isolée ou peu évolutive. Le plus souvent sous anesthésie générale, plus coûteuse ; surveillance, marge de sécurité autour de la tumeur (cryoablation) ; risque de lésion nerveuse et de brûlure de la peau.",
            "Percutaneous ablation may be used on its own: a painful lesion that bears no weight, or shrinking an isolated or slowly progressing tumour. Usually under general anaesthesia, and dearer; monitoring, a safety margin around the tumour (cryoablation); risk of nerve injury and skin burns.")),
        new("suggestion.kyphoplasty-evidence", Wall.IsNot(PosteriorWall.Intact), null, [At("Q7")], new(
            "Une cavité au ballonnet peut limiter les fuites ; la Haute Autorité de santé (HAS, 2009) ne comptait pas les fractures néoplasiques parmi les indications et aucune supériorité n’est établie. Autre voie aujourd’hui : une ablation d’abord, qui crée la cavité, à condition qu’aucune structure nerveuse ne soit dans sa zone.",
            "A balloon cavity may limit leaks; HAS (French health authority, 2009) did not count neoplastic fractures among the indications and no superiority is established. Today’s alternative: ablation first, which makes the cavity, provided no neural structure lies in its zone.")) { Reading = Readings.KyphoplastyWall },
        new("suggestion.partial-filling", All(Aims.Name(Aim.Stabilisation), Concerns.NotALongBone), null, [At("Q1", 119)], new(
            "Un remplissage incomplet peut suffire à stabiliser.",
            "Incomplete filling can still stabilise.")),
    ];
}
