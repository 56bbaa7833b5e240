namespace CimentoBot.Bench.Rules;

/// <summary>
/// A case as rules engines like their input: flat, typed, null = unknown. A list is a boolean for each member and one for whether it
/// has any; of the medicines, what their schedule asks.
/// </summary>
public sealed class FlatFacts
{
    public string? LesionSite { get; set; }

    public string? LesionMatrix { get; set; }

    public string? LesionExtent { get; set; }

    public bool? LesionWideSoftTissueExtension { get; set; }

    public string? LesionFracture { get; set; }

    public bool? LesionCompressionFractureRisk { get; set; }

    public string? LesionPosteriorWall { get; set; }

    public string? LesionCanal { get; set; }

    public bool? LesionRadiculopathy { get; set; }

    public bool? LesionJointBreach { get; set; }

    public bool? LesionWeightBearing { get; set; }

    public bool? LesionNeuralStructureInAblationZone { get; set; }

    public string? PainDistribution { get; set; }

    public decimal? PainIntensity { get; set; }

    public bool? PainLesionIsSource { get; set; }

    public string? PainControl { get; set; }

    public bool? PainOpioidIntoleranceAny { get; set; }

    public bool? PlanAimsPainRelief { get; set; }

    public bool? PlanAimsStabilisation { get; set; }

    public bool? PlanAimsTumourControl { get; set; }

    public bool? PlanAimsHistology { get; set; }

    public bool? PlanSurgicalCandidate { get; set; }

    public bool? PlanReirradiationPossible { get; set; }

    public bool? PlanOtherTechniquesExhausted { get; set; }

    public bool? PatientSystemicInfection { get; set; }

    public bool? PatientPunctureSiteInfection { get; set; }

    public bool? PatientSevereCoagulopathy { get; set; }

    public bool? PatientCementAllergy { get; set; }

    public bool? PatientImmunosuppressed { get; set; }

    public decimal? PatientPlateletsPerMm3 { get; set; }

    public decimal? PatientProthrombinRatioPercent { get; set; }

    public bool? MedicationsHold { get; set; }

    public bool? MedicationsNotCovered { get; set; }

    public bool? MedicationsWindowMissed { get; set; }
}
