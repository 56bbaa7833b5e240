namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>What the medicines bring to the rules of §2: nothing else of them is read there.</summary>
/// <param name="AskHold">A drug asks to stop or to bridge.</param>
/// <param name="MissWindow">The <c>met</c> of a hold is <c>no</c>.</param>
/// <param name="NotCovered">A drug that the source does not name.</param>
public sealed record MedicineRows(bool AskHold, bool MissWindow, bool NotCovered);

/// <summary>
/// A case in which every fact that concerns it has a value. A fact that does not concern it is null here, whatever was said,
/// so that a comparison with it fails both ways.
/// </summary>
public sealed class Situation(IReadOnlyDictionary<string, object> facts, MedicineRows medicines)
{
    public string Site => (string)facts["lesion.site"];

    public string Matrix => (string)facts["lesion.matrix"];

    public string Extent => (string)facts["lesion.extent"];

    public bool? WideSoftTissueExtension => Flag("lesion.wideSoftTissueExtension");

    public string Fracture => (string)facts["lesion.fracture"];

    public bool? CompressionFractureRisk => Flag("lesion.compressionFractureRisk");

    public string? PosteriorWall => Text("lesion.posteriorWall");

    public string? Canal => Text("lesion.canal");

    public bool? Radiculopathy => Flag("lesion.radiculopathy");

    public bool? JointBreach => Flag("lesion.jointBreach");

    public bool? NeuralStructureInAblationZone => Flag("lesion.neuralStructureInAblationZone");

    /// <summary>Said for long bones and other bones; the site settles it elsewhere.</summary>
    public bool WeightBearing => Site switch
    {
        "vertebra" or "sacrum" or "pelvis" or "iliacWing" or "acetabulum" => true,
        "sternum" or "rib" or "scapula" => false,
        _ => (bool)facts["lesion.weightBearing"],
    };

    public string Distribution => (string)facts["pain.distribution"];

    public decimal? Intensity => Concerns("pain.intensity") ? (decimal)facts["pain.intensity"] : null;

    public bool? LesionIsSource => Flag("pain.lesionIsSource");

    public string? Control => Text("pain.control");

    public IReadOnlyCollection<string>? OpioidIntolerance =>
        Concerns("pain.opioidIntolerance") ? (string[])facts["pain.opioidIntolerance"] : null;

    public IReadOnlyCollection<string> Aims => (string[])facts["plan.aims"];

    public bool SurgicalCandidate => (bool)facts["plan.surgicalCandidate"];

    public bool ReirradiationPossible => (bool)facts["plan.reirradiationPossible"];

    public bool OtherTechniquesExhausted => (bool)facts["plan.otherTechniquesExhausted"];

    public bool SystemicInfection => (bool)facts["patient.systemicInfection"];

    public bool PunctureSiteInfection => (bool)facts["patient.punctureSiteInfection"];

    public bool SevereCoagulopathy => (bool)facts["patient.severeCoagulopathy"];

    public bool CementAllergy => (bool)facts["patient.cementAllergy"];

    public bool Immunosuppressed => (bool)facts["patient.immunosuppressed"];

    public decimal PlateletsPerMm3 => (decimal)facts["patient.plateletsPerMm3"];

    public decimal ProthrombinRatioPercent => (decimal)facts["patient.prothrombinRatioPercent"];

    public MedicineRows Medicines => medicines;

    public bool LongBone => Site is "longBoneShaft" or "longBoneEnd";

    public bool PainfulLesion => Distribution == "localised" && LesionIsSource == true;

    public bool CementAim => Aims.Contains("painRelief") || Aims.Contains("stabilisation");

    public bool ToleratedControl => Control == "controlled" && OpioidIntolerance is { Count: 0 };

    /// <summary>The third column of §1: whether a fact is read at all in this situation.</summary>
    public bool Concerns(string path) => path switch
    {
        "lesion.wideSoftTissueExtension" => Site == "iliacWing" && Extent == "large",
        "lesion.compressionFractureRisk" => Aims.Contains("stabilisation") && Fracture != "unstable" && !LongBone,
        "lesion.posteriorWall" => Site == "vertebra",
        "lesion.canal" or "lesion.radiculopathy" => Site is "vertebra" or "sacrum",
        "lesion.jointBreach" => Site is "sacrum" or "pelvis" or "iliacWing" or "acetabulum" or "sternum" or "scapula"
            or "longBoneEnd" or "otherBone",
        "lesion.weightBearing" => Site is "longBoneShaft" or "longBoneEnd" or "otherBone",
        "lesion.neuralStructureInAblationZone" => RulesByHand.AnAblationRowHolds(this),
        "pain.intensity" or "pain.control" or "pain.opioidIntolerance" => Distribution != "none",
        "pain.lesionIsSource" => Distribution == "localised",
        _ => true,
    };

    private string? Text(string path) => Concerns(path) ? (string)facts[path] : null;

    private bool? Flag(string path) => Concerns(path) ? (bool)facts[path] : null;
}
