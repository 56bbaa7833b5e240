using CimentoBot.Eligibility.Facts;
using static CimentoBot.Eligibility.Citations.Carried;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Citations;

/// <summary>Questions 1 to 3: what cement does, where, and for whom.</summary>
internal static class StatementsOnIndications
{
    public static readonly IReadOnlyList<Statement> Rows =
    [
        new("S01", At("Q1", 117), [Row("information.place")], new(
            "Le traitement percutané compte parmi les moyens locaux, avec médicaments, rayons et chirurgie.",
            "Percutaneous treatment is one means among drugs, radiotherapy and surgery."), "H22"),
        new("S02", At("Q1"), [Row("debated.outside-guideline-sclerotic"), Asks(Matrix)], new(
            "Le plus souvent, on cimente une lésion lytique bien repérée qui fait mal.",
            "Most often it is a clearly identified, painful lytic lesion that is cemented."), "H01"),
        new("S03", At("Q1"), Nothing(Reason.Technique), new(
            "Un polymère (PMMA) durcit en quelques minutes dans l’os tumoral.",
            "A polymer (PMMA) sets within minutes inside the diseased bone.")),
        new("S04", At("Q1"), Nothing(Reason.Technique), new(
            "L’aiguille traverse la peau sous guidage radioscopique ou scanner.",
            "The needle goes through the skin, guided by fluoroscopy or CT.")),
        new("S05", At("Q1"), Nothing(Reason.LeadIn), new(
            "L’effet a deux ressorts.", "The effect has two sources.")),
        new("S06", At("Q1", 118), [Row("information.expected-relief"), Asks(Site)], new(
            "Ressort mécanique : la vertèbre consolidée fait moins mal à la charge, environ huit fois sur dix.",
            "Mechanical source: the strengthened vertebra hurts less under load, in about eight cases out of ten.")),
        new("S07", At("Q1"), Nothing(Reason.Mechanism), new(
            "Ressort thermique : la chaleur de la prise détruit des terminaisons nerveuses et des cellules tumorales.",
            "Thermal source: the heat of setting destroys nerve endings and tumour cells.")),
        new("S08", At("Q1"), Nothing(Reason.LeadIn), new(
            "Cinq remarques suivent.", "Five remarks follow.")),
        new("S09", At("Q1"), [Row("relative.epiduritis"), Asks(SpinalCanal)], new(
            "Épidurite : avis des radiologues pour chaque patient ; on penche vers la chirurgie ou une association aux rayons.",
            "Epidural tumour: the radiologists’ opinion for each patient; surgery or a combination with radiotherapy is leaned towards."), "H02", "H17"),
        new("S10", At("Q1"), [Row("debated.consolidation-only"), Row("information.unstable-fracture"), Asks(Aims), Asks(Intensity), Asks(CompressionFractureRisk)], new(
            "Cimenter pour seulement renforcer un os qui fait peu ou pas mal, et qui risque de se tasser, prête à débat.",
            "Cementing only to strengthen a bone that hurts little or not at all and may collapse is open to debate."), "H01"),
        new("S11", At("Q1"), [Row("not-indicated.tumour-control-only"), Asks(Aims)], new(
            "Maîtriser la tumeur n’est pas le but du ciment.",
            "Mastering the tumour is not what cement is for."), "H01"),
        new("S12", At("Q1"), [Row("condition.tumour-control-adjunct"), Row("not-indicated.tumour-control-only"), Asks(Aims)], new(
            "Pour freiner ou réduire la tumeur, il faut y joindre rayons, ablation percutanée ou les deux.",
            "To curb or shrink the tumour, radiotherapy, percutaneous ablation or both must be added."), "H01"),
        new("S13", At("Q1", 119), [Row("suggestion.partial-filling")], new(
            "Un os incomplètement rempli peut être stabilisé tout de même.",
            "A bone that is not completely filled can be stabilised all the same.")),
        new("S14", At("Q1"), [Row("suggestion.biopsy"), Asks(Aims)], new(
            "On peut biopsier au passage, pour le diagnostic ou pour juger de l’activité après traitement ou rayons.",
            "A biopsy may be taken along the way, for diagnosis or to judge activity after treatment or radiotherapy.")),

        new("S15", At("Q2"), [Row("information.place"), Asks(Site)], new(
            "Vertèbres, bassin et sacrum sont les sièges habituels ; sur une vertèbre le geste s’appelle vertébroplastie.",
            "Vertebrae, pelvis and sacrum are the usual sites; on a vertebra the procedure is called vertebroplasty.")),
        new("S16", At("Q2"), [Row("information.place"), Asks(Site)], new(
            "Os longs et os plats (sternum, côte, scapula) peuvent aussi être traités.",
            "Long bones and flat bones (sternum, rib, scapula) can be treated as well.")),
        new("S17", At("Q2"), [Row("condition.flat-bone-ablation"), Row("condition.long-bone-hardware"), Row("condition.iliac-wing-soft-tissue"), Asks(Extent), Asks(WideSoftTissueExtension)], new(
            "L’ablation y a la préférence, ainsi pour une grande lésion iliaque débordant largement de l’os.",
            "Ablation is preferred there, as for a large iliac lesion spreading well beyond the bone."), "H01"),
        new("S18", At("Q2"), [Row("condition.flat-bone-ablation"), Row("condition.long-bone-hardware"), Row("condition.iliac-wing-soft-tissue")], new(
            "À défaut, le ciment s’accompagne de vis posées par la peau.",
            "Otherwise cement goes with screws placed through the skin."), "H01"),
        new("S19", At("Q2", 120, 121), [Row("condition.long-bone-hardware"), Row("condition.flat-bone-ablation")], new(
            "Le ciment cède à la torsion d’une diaphyse : employé seul, il y rend peu de services.",
            "Cement gives way under the torsion of a shaft: on its own it is of little use there."), "H01"),

        new("S20", At("Q3"), [Row("information.multidisciplinary")], new(
            "Décider revient à plusieurs spécialités : radiologie, rhumatologie, oncologie, radiothérapie, orthopédie, douleur.",
            "Deciding takes several specialties: radiology, rheumatology, oncology, radiotherapy, orthopaedics, pain."), "H22"),
        new("S21", At("Q3"), [Row("not-indicated.lesion-not-the-source"), Asks(LesionIsSource), Asks(Pain)], new(
            "La lésion doit être reconnue cause des signes : histoire, examen et images concordent.",
            "The lesion must be recognised as the cause of the signs: history, examination and images agree."), "H01"),
        new("S22", At("Q3"), [Row("not-indicated.no-indication")], new(
            "Quatre indications principales suivent.", "Four main indications follow."), "H01"),
        new("S23", At("Q3"), [Row("indication.poorly-controlled-pain"), Asks(Control)], new(
            "Première : les antalgiques ne suffisent pas.",
            "First: analgesics are not enough.")),
        new("S24", At("Q3"), [Row("indication.opioid-intolerance"), Asks(Intolerance)], new(
            "Deuxième : les opioïdes sont mal supportés ou se compliquent (transit, miction, conscience).",
            "Second: opioids are badly tolerated or cause complications (bowel, bladder, awareness).")),
        new("S25", At("Q3"), [Row("indication.palliative-alternative"), Asks(SurgicalCandidate), Asks(ReirradiationPossible), Asks(OtherTechniquesExhausted)], new(
            "Troisième, en palliatif : le reste a échoué ou est exclu, telle une opération ou une nouvelle irradiation.",
            "Third, in palliative care: the rest has failed or is excluded, such as an operation or further irradiation.")),
        new("S26", At("Q3"), [Row("indication.stabilising-alternative"), Asks(Aims)], new(
            "Quatrième : calmer et stabiliser, en évitant une opération bien plus lourde (au cotyle par exemple), à la place ou à côté des rayons.",
            "Fourth: relieve and stabilise, sparing a far heavier operation (at the acetabulum, say), instead of or beside radiotherapy.")),
    ];
}
