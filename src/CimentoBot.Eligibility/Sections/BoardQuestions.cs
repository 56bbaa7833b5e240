using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Facts.Vocabulary;
using static CimentoBot.Eligibility.Rules.Effect;

namespace CimentoBot.Eligibility.Sections;

/// <summary>What only the board can settle: relative contraindications (table 8) and what question 1 calls debated.</summary>
internal static class BoardQuestions
{
    public static readonly IReadOnlyList<Rule> Rows =
    [
        new("relative.posterior-wall-involvement", Wall.Is(PosteriorWall.ExtensivelyInvolved), BoardDecision, [At("T8")], new(
            "Mur postérieur largement atteint : contre-indication relative, selon l’expérience de l’équipe.",
            "Posterior wall extensively involved: relative contraindication, depending on the team’s experience.")),
        new("relative.posterior-wall-retropulsion", Wall.Is(PosteriorWall.Retropulsed), BoardDecision, [At("T8")], new(
            "Mur postérieur refoulé vers le canal : contre-indication relative, selon l’expérience de l’équipe.",
            "Posterior wall pushed back towards the canal: relative contraindication, depending on the team’s experience.")) { Urgent = true, Reading = Readings.UrgentMark },
        new("relative.radiculopathy", Radiculopathy.IsTrue, BoardDecision, [At("T8")], new(
            "Souffrance radiculaire : contre-indication relative.",
            "Nerve root compromise (radiculopathy): relative contraindication.")) { Urgent = true, Reading = Readings.UrgentMark },
        new("relative.canal-extension", SpinalCanal.Is(Canal.TumourExtension), BoardDecision, [At("T8")], new(
            "Tumeur étendue dans le canal : contre-indication relative.",
            "Tumour extending into the canal: relative contraindication.")) { Reading = Readings.SiteGuards },
        new("relative.epiduritis", SpinalCanal.Is(Canal.Epiduritis), BoardDecision, [At("T8"), At("Q1")], new(
            "Épidurite : chaque dossier se voit avec les radiologues ; le plus souvent chirurgie, ou association à la radiothérapie.",
            "Epidural tumour (“épidurite”): each case is seen with the radiologists; usually surgery, or a combination with radiotherapy.")) { Urgent = true, Reading = Readings.UrgentMark },
        new("relative.joint-breach", JointBreach.IsTrue, BoardDecision, [At("T8")], new(
            "La lésion s’ouvre dans une articulation : contre-indication relative.",
            "The lesion opens into a joint: relative contraindication.")) { Reading = Readings.SiteGuards },
        new("debated.consolidation-only", Terms.ConsolidationOnly, BoardDecision, [At("Q1")], new(
            "Consolider un os peu ou pas douloureux (ou à la douleur contrôlée), fragile ou déjà instable : indication discutée.",
            "Strengthening a bone with little, no or controlled pain that is fragile or already unstable: a debated indication.")) { Reading = Readings.Consolidation },
        new("debated.outside-guideline-sclerotic", Matrix.Is(LesionMatrix.Sclerotic), BoardDecision, [At("Q1")], new(
            "Lésion condensante : la source décrit surtout des lésions lytiques.",
            "Sclerotic lesion: what the source describes is mostly lytic lesions.")) { Reading = Readings.ScleroticToTheBoard },
    ];
}
