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
            "L’ablation percutanée peut suffire seule ; le plus souvent sous anesthésie générale, plus coûteuse, avec surveillance et marge, et un risque de lésion nerveuse ou cutanée.",
            "Percutaneous ablation may be enough on its own; usually under general anaesthesia, dearer, with monitoring and a margin, and a risk of nerve and skin injuries.")),
        new("suggestion.kyphoplasty-evidence", Wall.IsNot(PosteriorWall.Intact), null, [At("Q7")], new(
            "Une cavité au ballonnet peut limiter les fuites ; la HAS (2009) n’a pas retenu les fractures néoplasiques et aucune supériorité n’est établie. Aujourd’hui, une ablation préalable crée la cavité.",
            "A balloon cavity may limit leaks; HAS (2009) did not retain neoplastic fractures and no superiority is established. Today ablation first makes the cavity.")) { Reading = Readings.KyphoplastyWall },
        new("suggestion.partial-filling", All(Aims.Name(Aim.Stabilisation), Concerns.NotALongBone), null, [At("Q1", 119)], new(
            "Un remplissage incomplet peut suffire à stabiliser.",
            "Incomplete filling can still stabilise.")),
    ];
}
