using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Sections;

namespace CimentoBot.Eligibility.Facts;

/// <summary>Every fact that the guideline knows, in the order in which <c>missing</c> names them. Rules are built from these words only.</summary>
public static class Vocabulary
{
    public static readonly ChoiceFact<LesionSite> Site = new(
        "lesion.site", new("Os atteint", "Bone involved"),
        (LesionSite.Vertebra, "Vertèbre", "Vertebra"),
        (LesionSite.Sacrum, "Sacrum", "Sacrum"),
        (LesionSite.Pelvis, "Bassin (autre)", "Pelvis (other)"),
        (LesionSite.IliacWing, "Aile iliaque", "Iliac wing"),
        (LesionSite.Acetabulum, "Cotyle", "Acetabulum"),
        (LesionSite.Sternum, "Sternum", "Sternum"),
        (LesionSite.Rib, "Côte", "Rib"),
        (LesionSite.Scapula, "Scapula", "Scapula"),
        (LesionSite.LongBoneShaft, "Os long, diaphyse", "Long bone, shaft"),
        (LesionSite.LongBoneEnd, "Os long, extrémité", "Long bone, end"),
        (LesionSite.OtherBone, "Autre os", "Other bone"));

    public static readonly TextFact Label = new("lesion.label", new("Libellé de la lésion", "Name of the lesion"), 40);

    public static readonly ChoiceFact<LesionMatrix> Matrix = new(
        "lesion.matrix", new("Nature de la lésion", "Kind of lesion"),
        (LesionMatrix.Lytic, "Lytique", "Lytic"),
        (LesionMatrix.Mixed, "Mixte", "Mixed"),
        (LesionMatrix.Sclerotic, "Condensante", "Sclerotic"));

    public static readonly ChoiceFact<LesionExtent> Extent = new(
        "lesion.extent", new("Volume de la lésion", "Size of the lesion"),
        (LesionExtent.Small, "Petite", "Small"),
        (LesionExtent.Large, "Volumineuse", "Large"));

    public static readonly BooleanFact WideSoftTissueExtension = new(
        "lesion.wideSoftTissueExtension", new("Large extension aux parties molles", "Wide extension into the soft tissues"));

    public static readonly ChoiceFact<Fracture> Fractured = new(
        "lesion.fracture", new("Fracture", "Fracture"),
        (Fracture.None, "Aucune", "None"),
        (Fracture.Stable, "Stable", "Stable"),
        (Fracture.Unstable, "Instable", "Unstable"));

    public static readonly BooleanFact CompressionFractureRisk = new(
        "lesion.compressionFractureRisk", new("Risque de fracture par compression", "Risk of a compression fracture"));

    public static readonly ChoiceFact<PosteriorWall> Wall = new(
        "lesion.posteriorWall", new("Mur postérieur", "Posterior wall"),
        (PosteriorWall.Intact, "Intact, ou atteint mais peu étendu", "Intact, or involved but not extensively"),
        (PosteriorWall.ExtensivelyInvolved, "Largement atteint", "Extensively involved"),
        (PosteriorWall.Retropulsed, "Recul du mur", "Retropulsed"));

    public static readonly ChoiceFact<Canal> SpinalCanal = new(
        "lesion.canal", new("Canal rachidien", "Spinal canal"),
        (Canal.Clear, "Libre", "Clear"),
        (Canal.TumourExtension, "Extension tumorale", "Tumour extension"),
        (Canal.Epiduritis, "Épidurite", "Epidural tumour (“épidurite”)"));

    public static readonly BooleanFact Radiculopathy = new(
        "lesion.radiculopathy", new("Radiculopathie", "Radiculopathy"));

    public static readonly BooleanFact JointBreach = new(
        "lesion.jointBreach", new("Ouverture vers une articulation", "Opening into a joint"));

    public static readonly BooleanFact WeightBearing = new(
        "lesion.weightBearing", new("Os portant", "Weight-bearing bone"));

    public static readonly BooleanFact NeuralStructure = new(
        "lesion.neuralStructureInAblationZone", new("Structure nerveuse dans la zone d’ablation", "Neural structure in the ablation zone"));

    public static readonly ChoiceFact<PainDistribution> Pain = new(
        "pain.distribution", new("Douleur de cette lésion", "Pain from this lesion"),
        (PainDistribution.None, "Aucune (et aucun antalgique pris pour cette lésion)", "None (and no analgesic for it)"),
        (PainDistribution.Localised, "Localisée", "Localised"),
        (PainDistribution.Diffuse, "Diffuse", "Diffuse"));

    public static readonly NumberFact Intensity = new(
        "pain.intensity", new("Intensité (0 à 10)", "Intensity (0 to 10)"), 0, 10, new("", ""));

    public static readonly BooleanFact LesionIsSource = new(
        "pain.lesionIsSource", new("Lésion reconnue responsable de la douleur", "Lesion confirmed as the source of the pain"));

    public static readonly ChoiceFact<PainControl> Control = new(
        "pain.control", new("Douleur sous antalgiques", "Pain under analgesics"),
        (PainControl.Controlled, "Bien contrôlée", "Well controlled"),
        (PainControl.PoorlyControlled, "Mal contrôlée", "Poorly controlled"));

    public static readonly ChoicesFact<OpioidIntolerance> Intolerance = new(
        "pain.opioidIntolerance", new("Intolérance aux opioïdes", "Opioid intolerance"),
        (OpioidIntolerance.Constipation, "Constipation", "Constipation"),
        (OpioidIntolerance.UrinaryRetention, "Rétention d’urine", "Urinary retention"),
        (OpioidIntolerance.Confusion, "Confusion", "Confusion"),
        (OpioidIntolerance.Other, "Autre", "Other"));

    public static readonly ChoicesFact<Aim> Aims = new(
        "plan.aims", new("Objectifs", "Aims"),
        (Aim.PainRelief, "Soulager la douleur", "Relieve pain"),
        (Aim.Stabilisation, "Stabiliser l’os", "Stabilise the bone"),
        (Aim.TumourControl, "Contrôler la tumeur", "Control the tumour"),
        (Aim.Histology, "Obtenir une histologie", "Obtain histology"));

    public static readonly BooleanFact SurgicalCandidate = new(
        "plan.surgicalCandidate", new("Chirurgie stabilisatrice possible", "Stabilising surgery possible"));

    public static readonly BooleanFact ReirradiationPossible = new(
        "plan.reirradiationPossible", new("Radiothérapie encore possible sur ce site", "Radiotherapy to this site still possible"));

    public static readonly BooleanFact OtherTechniquesExhausted = new(
        "plan.otherTechniquesExhausted",
        new("Autres traitements tous en échec ou exclus", "Other treatments all failed or excluded"))
    { Optional = true };

    public static readonly ProcedureFact ProcedureAt = new(
        "plan.procedureAt", new("Date prévue du geste", "Planned date of the procedure"))
    { Optional = true, Actionable = true };

    public static readonly BooleanFact SystemicInfection = new(
        "patient.systemicInfection", new("Infection générale en cours", "Ongoing systemic infection"))
    { Actionable = true };

    public static readonly BooleanFact PunctureSiteInfection = new(
        "patient.punctureSiteInfection", new("Infection au point de ponction", "Infection at the puncture site"))
    { Actionable = true };

    public static readonly BooleanFact SevereCoagulopathy = new(
        "patient.severeCoagulopathy", new("Trouble sévère de la coagulation", "Severe coagulopathy"));

    public static readonly BooleanFact CementAllergy = new(
        "patient.cementAllergy", new("Allergie à un composant du ciment", "Allergy to a component of the cement"));

    public static readonly BooleanFact Immunosuppressed = new(
        "patient.immunosuppressed", new("Immunodépression", "Immunosuppression"));

    public static readonly NumberFact Platelets = new(
        "patient.plateletsPerMm3", new("Plaquettes", "Platelets"), 0, 3_000_000, new("/mm³", "/mm³"))
    { IsInteger = true, Actionable = true };

    public static readonly NumberFact ProthrombinRatio = new(
        "patient.prothrombinRatioPercent",
        new("Taux de prothrombine (TP)", "Prothrombin activity (TP)"), 0, 150, new("\u00a0%", "%"))
    { Step = 0.5m, Actionable = true };

    public static readonly DateFact BloodsOn = new(
        "patient.bloodsOn", new("Date du bilan", "Date of the blood tests"))
    { Optional = true };

    public static readonly MedicationsFact Medications = new(
        "medications", new("Médicaments agissant sur l’hémostase", "Drugs that act on haemostasis"));

    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<Fact> All { get; } =
    [
        Site, Label, Matrix, Extent, WideSoftTissueExtension, Fractured, CompressionFractureRisk, Wall, SpinalCanal,
        Radiculopathy, JointBreach, WeightBearing, NeuralStructure,
        Pain, Intensity, LesionIsSource, Control, Intolerance,
        Aims, SurgicalCandidate, ReirradiationPossible, OtherTechniquesExhausted, ProcedureAt,
        SystemicInfection, PunctureSiteInfection, SevereCoagulopathy, CementAllergy, Immunosuppressed,
        Platelets, ProthrombinRatio, BloodsOn,
        Medications,
    ];

    private static readonly Dictionary<string, Fact> ByPath = Index();

    /// <summary>The fact with that path, or null.</summary>
    public static Fact? Find(string path) => ByPath.GetValueOrDefault(path);

    private static Dictionary<string, Fact> Index()
    {
        for (var place = 0; place < All.Count; place++)
        {
            All[place].Index = place;
        }

        WideSoftTissueExtension.ConcernsWhen(() => Concerns.WideSoftTissueExtension);
        CompressionFractureRisk.ConcernsWhen(() => Concerns.CompressionFractureRisk);
        Wall.ConcernsWhen(() => Concerns.PosteriorWall);
        SpinalCanal.ConcernsWhen(() => Concerns.Canal);
        Radiculopathy.ConcernsWhen(() => Concerns.Canal);
        JointBreach.ConcernsWhen(() => Concerns.JointBreach);
        WeightBearing.ConcernsWhen(() => Concerns.WeightBearing);
        NeuralStructure.ConcernsWhen(() => Terms.AnAblationRowHolds);
        Intensity.ConcernsWhen(() => Concerns.Painful);
        LesionIsSource.ConcernsWhen(() => Concerns.LocalisedPain);
        Control.ConcernsWhen(() => Concerns.Painful);
        Intolerance.ConcernsWhen(() => Concerns.Painful);
        return All.ToDictionary(fact => fact.Path, StringComparer.Ordinal);
    }
}
