namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>The table of rules.md §2 as plain conditions, row by row and in its order: to be read beside it.</summary>
public static class RulesByHand
{
    /// <summary>Every rule that holds. The rows marked † are here too; who asks withholds them when the case is refused.</summary>
    public static IReadOnlyList<string> Holding(Situation s)
    {
        var on = new List<string>();

        void Row(string id, bool holds)
        {
            if (holds)
                on.Add(id);
        }

        var consolidationOnly = ConsolidationOnly(s);

        Row("absolute.asymptomatic-stable-fracture", s.Fracture == "stable" && s.Distribution == "none");
        Row("absolute.diffuse-pain", s.Distribution == "diffuse");
        Row("absolute.systemic-infection", s.SystemicInfection);
        Row("absolute.puncture-site-infection", s.PunctureSiteInfection);
        Row("absolute.severe-coagulopathy", s.SevereCoagulopathy);
        Row("absolute.cement-allergy", s.CementAllergy);

        Row("not-indicated.pain-controlled", s.ToleratedControl && !consolidationOnly);
        Row("not-indicated.lesion-not-the-source", s.Distribution == "localised" && s.LesionIsSource == false);
        Row("not-indicated.tumour-control-only", s.Aims.Contains("tumourControl") && !s.CementAim);
        Row("not-indicated.long-bone-surgical-candidate", s.LongBone && s.SurgicalCandidate);
        Row("not-indicated.no-indication", !AnIndicationHolds(s) && !consolidationOnly);

        Row("deferred.platelets", s.PlateletsPerMm3 <= 50_000);
        Row("deferred.prothrombin", s.ProthrombinRatioPercent <= 50);
        Row("deferred.hold-window", s.Medicines.MissWindow);

        Row("relative.posterior-wall-involvement", s.PosteriorWall == "extensivelyInvolved");
        Row("relative.posterior-wall-retropulsion", s.PosteriorWall == "retropulsed");
        Row("relative.radiculopathy", s.Radiculopathy == true);
        Row("relative.canal-extension", s.Canal == "tumourExtension");
        Row("relative.epiduritis", s.Canal == "epiduritis");
        Row("relative.joint-breach", s.JointBreach == true);
        Row("debated.consolidation-only", consolidationOnly);
        Row("debated.outside-guideline-sclerotic", s.Matrix == "sclerotic");

        Row("condition.medication-hold", s.Medicines.AskHold);
        Row("condition.medication-not-covered", s.Medicines.NotCovered);
        Row("condition.long-bone-hardware", LongBoneHardware(s));
        Row("condition.flat-bone-ablation", FlatBoneAblation(s));
        Row("condition.large-lesion-ablation", LargeLesionAblation(s));
        Row("condition.iliac-wing-soft-tissue", IliacWingSoftTissue(s));
        Row("condition.tumour-control-adjunct", TumourControlAdjunct(s));
        Row("condition.neural-structure", AnAblationRowHolds(s) && s.NeuralStructureInAblationZone == true);

        Row("indication.poorly-controlled-pain", PoorlyControlledPain(s));
        Row("indication.opioid-intolerance", OpioidIntolerance(s));
        Row("indication.palliative-alternative", PalliativeAlternative(s));
        Row("indication.stabilising-alternative", StabilisingAlternative(s));

        Row("suggestion.radiotherapy-association", s.Site == "vertebra" && s.CementAim && s.ReirradiationPossible);
        Row("suggestion.antibiotic-prophylaxis", s.Immunosuppressed);
        Row("suggestion.biopsy", s.Aims.Contains("histology"));
        Row("suggestion.ablation-alone", AblationAlone(s));
        Row("suggestion.kyphoplasty-evidence", s.PosteriorWall is "extensivelyInvolved" or "retropulsed");
        Row("suggestion.partial-filling", s.Aims.Contains("stabilisation") && !s.LongBone);

        Row("information.place", true);
        Row("information.ablation-evidence", AnAblationRowHolds(s));
        Row("information.unstable-fracture", s.Fracture == "unstable");
        Row("information.cement-leak", true);
        Row("information.other-complications", true);
        Row("information.expected-relief", s.Site == "vertebra" && s.PainfulLesion);
        Row("information.multidisciplinary", true);
        Row("information.overall-care", true);

        return on;
    }

    /// <summary>The worst effect among the rules that hold, as a rank; <c>eligible</c> when none has an effect.</summary>
    public static int VerdictRank(IReadOnlyList<string> holding)
    {
        var worst = RuleTable.Rank("eligible");
        foreach (var id in holding)
            worst = Math.Min(worst, RuleTable.RankOf(id));
        return worst;
    }

    public static bool AnAblationRowHolds(Situation s) =>
        LargeLesionAblation(s) || IliacWingSoftTissue(s) || TumourControlAdjunct(s)
        || FlatBoneAblation(s) || LongBoneHardware(s) || AblationAlone(s);

    private static bool ConsolidationOnly(Situation s)
    {
        if (s.LongBone || !s.Aims.Contains("stabilisation"))
            return false;

        var littlePain = s.Distribution == "none" || s.Intensity <= 3 || s.ToleratedControl;
        var atRisk = s.Fracture == "unstable" || s.CompressionFractureRisk == true;
        return littlePain && atRisk;
    }

    private static bool AnIndicationHolds(Situation s) =>
        PoorlyControlledPain(s) || OpioidIntolerance(s) || PalliativeAlternative(s) || StabilisingAlternative(s);

    private static bool PoorlyControlledPain(Situation s) =>
        s.PainfulLesion && s.CementAim && s.Control == "poorlyControlled";

    private static bool OpioidIntolerance(Situation s) =>
        s.PainfulLesion && s.CementAim && s.OpioidIntolerance is { Count: > 0 };

    private static bool PalliativeAlternative(Situation s) =>
        s.PainfulLesion && s.CementAim && !s.ToleratedControl
        && (s.OtherTechniquesExhausted || (!s.SurgicalCandidate && !s.ReirradiationPossible));

    private static bool StabilisingAlternative(Situation s) =>
        s.PainfulLesion && !s.LongBone && !s.ToleratedControl
        && s.Aims.Contains("painRelief") && s.Aims.Contains("stabilisation");

    private static bool LongBoneHardware(Situation s) => s.LongBone && !s.SurgicalCandidate;

    private static bool FlatBoneAblation(Situation s) => s.Site is "sternum" or "rib" or "scapula";

    private static bool LargeLesionAblation(Situation s) => s.Extent == "large";

    private static bool IliacWingSoftTissue(Situation s) =>
        s.Site == "iliacWing" && s.Extent == "large" && s.WideSoftTissueExtension == true;

    private static bool TumourControlAdjunct(Situation s) => s.Aims.Contains("tumourControl") && s.CementAim;

    private static bool AblationAlone(Situation s) =>
        (s.PainfulLesion && !s.WeightBearing) || s.Aims.Contains("tumourControl");
}
