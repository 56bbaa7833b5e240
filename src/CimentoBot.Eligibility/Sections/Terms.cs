using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Sections;

/// <summary>The guideline's recurring terms, each in one place.</summary>
internal static class Terms
{
    /// <summary>Q1: pain of 3 or less on the scale is «little pain» (a reading of ours).</summary>
    private const decimal LittlePain = 3;

    /// <summary>Pain at the lesion that history, examination and imaging agree to attribute to it (Q3).</summary>
    public static readonly Criterion PainfulLesion = All(Pain.Is(PainDistribution.Localised), LesionIsSource.IsTrue);

    /// <summary>An aim that cement serves (Q1).</summary>
    public static readonly Criterion CementAim = Any(Aims.Name(Aim.PainRelief), Aims.Name(Aim.Stabilisation));

    public static readonly Criterion NoCementAim = All(Aims.DoNotName(Aim.PainRelief), Aims.DoNotName(Aim.Stabilisation));

    /// <summary>Controlled by analgesics that are tolerated (Q4).</summary>
    public static readonly Criterion ToleratedControl = All(Control.Is(PainControl.Controlled), Intolerance.IsEmpty);

    public static readonly Criterion NotToleratedControl = Any(Control.Is(PainControl.PoorlyControlled), Intolerance.IsNotEmpty);

    public static readonly Criterion FlatBone = Site.Is(LesionSite.Sternum, LesionSite.Rib, LesionSite.Scapula);

    public static readonly Criterion NotWeightBearing = Any(FlatBone, WeightBearing.IsFalse);

    public static readonly Criterion LargeLesion = Extent.Is(LesionExtent.Large);

    public static readonly Criterion IliacWingSoftTissue =
        All(Site.Is(LesionSite.IliacWing), LargeLesion, WideSoftTissueExtension.IsTrue);

    public static readonly Criterion TumourControlAdjunct = All(Aims.Name(Aim.TumourControl), CementAim);

    public static readonly Criterion LongBoneWithoutSurgery = All(Concerns.LongBone, SurgicalCandidate.IsFalse);

    public static readonly Criterion AblationAlone = Any(All(PainfulLesion, NotWeightBearing), Aims.Name(Aim.TumourControl));

    /// <summary>A row that speaks of ablation holds: only then does it matter what lies in its zone (Q7).</summary>
    public static readonly Criterion AnAblationRowHolds = Any(
        LargeLesion, IliacWingSoftTissue, TumourControlAdjunct, FlatBone, LongBoneWithoutSurgery, AblationAlone);

    /// <summary>Consolidation for its own sake, in a patient with little or no pain (Q1).</summary>
    public static readonly Criterion ConsolidationOnly = All(
        Concerns.NotALongBone,
        Aims.Name(Aim.Stabilisation),
        Any(Pain.Is(PainDistribution.None), Intensity.AtMost(LittlePain), ToleratedControl),
        Any(Fractured.Is(Fracture.Unstable), CompressionFractureRisk.IsTrue));

    public static readonly Criterion PoorlyControlledPain = All(PainfulLesion, CementAim, Control.Is(PainControl.PoorlyControlled));

    public static readonly Criterion OpioidsNotTolerated = All(PainfulLesion, CementAim, Intolerance.IsNotEmpty);

    public static readonly Criterion PalliativeAlternative = All(
        PainfulLesion, CementAim, NotToleratedControl,
        Any(OtherTechniquesExhausted.IsTrue, All(SurgicalCandidate.IsFalse, ReirradiationPossible.IsFalse)));

    public static readonly Criterion StabilisingAlternative = All(
        PainfulLesion, Concerns.NotALongBone, Aims.Name(Aim.PainRelief), Aims.Name(Aim.Stabilisation), NotToleratedControl);

    /// <summary>One of the four indications (Q3), taken as a closed list.</summary>
    public static readonly Criterion AnIndication =
        Any(PoorlyControlledPain, OpioidsNotTolerated, PalliativeAlternative, StabilisingAlternative);
}
