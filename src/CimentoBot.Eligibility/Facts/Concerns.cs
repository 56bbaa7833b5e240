using CimentoBot.Eligibility.Criteria;
using static CimentoBot.Eligibility.Criteria.Criterion;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Facts;

/// <summary>When a fact concerns the case: nobody asks for the spinal canal of a rib.</summary>
internal static class Concerns
{
    public static readonly Criterion LongBone = Site.Is(LesionSite.LongBoneShaft, LesionSite.LongBoneEnd);

    public static readonly Criterion NotALongBone = Site.IsNot(LesionSite.LongBoneShaft, LesionSite.LongBoneEnd);

    public static readonly Criterion Painful = Pain.Is(PainDistribution.Localised, PainDistribution.Diffuse);

    public static readonly Criterion LocalisedPain = Pain.Is(PainDistribution.Localised);

    public static readonly Criterion WideSoftTissueExtension = All(Site.Is(LesionSite.IliacWing), Extent.Is(LesionExtent.Large));

    public static readonly Criterion CompressionFractureRisk =
        All(Aims.Name(Aim.Stabilisation), Fractured.IsNot(Fracture.Unstable), NotALongBone);

    public static readonly Criterion PosteriorWall = Site.Is(LesionSite.Vertebra);

    public static readonly Criterion Canal = Site.Is(LesionSite.Vertebra, LesionSite.Sacrum);

    public static readonly Criterion JointBreach = Site.Is(
        LesionSite.Sacrum, LesionSite.Pelvis, LesionSite.IliacWing, LesionSite.Acetabulum, LesionSite.Sternum,
        LesionSite.Scapula, LesionSite.LongBoneEnd, LesionSite.OtherBone);

    /// <summary>Elsewhere the site settles it.</summary>
    public static readonly Criterion WeightBearing =
        Site.Is(LesionSite.LongBoneShaft, LesionSite.LongBoneEnd, LesionSite.OtherBone);
}
