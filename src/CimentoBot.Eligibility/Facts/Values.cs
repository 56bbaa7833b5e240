namespace CimentoBot.Eligibility.Facts;

public enum LesionSite { Vertebra, Sacrum, Pelvis, IliacWing, Acetabulum, Sternum, Rib, Scapula, LongBoneShaft, LongBoneEnd, OtherBone }

public enum LesionMatrix { Lytic, Mixed, Sclerotic }

public enum LesionExtent { Small, Large }

public enum Fracture { None, Stable, Unstable }

public enum PosteriorWall { Intact, ExtensivelyInvolved, Retropulsed }

public enum Canal { Clear, TumourExtension, Epiduritis }

public enum PainDistribution { None, Localised, Diffuse }

public enum PainControl { Controlled, PoorlyControlled }

public enum OpioidIntolerance { Constipation, UrinaryRetention, Confusion, Other }

public enum Aim { PainRelief, Stabilisation, TumourControl, Histology }

/// <summary>What the medicines of a case ask of the procedure, as far as the rules tell cases apart.</summary>
[Flags]
public enum MedicationDemands
{
    None = 0,

    /// <summary>A drug of the source is to be stopped or bridged.</summary>
    Hold = 1,

    /// <summary>A drug that the source does not name.</summary>
    NotCovered = 2,

    /// <summary>A hold that can no longer be met before the planned date.</summary>
    WindowMissed = 4,
}
