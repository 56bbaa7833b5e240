using CimentoBot.Eligibility.Facts;
using static CimentoBot.Eligibility.Citations.Carried;
using static CimentoBot.Eligibility.Citations.Source;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Eligibility.Citations;

/// <summary>Questions 6 and 7 and the recommendations: cement's place beside other treatments.</summary>
internal static class StatementsOnTechniques
{
    public static readonly IReadOnlyList<Statement> Rows =
    [
        new("S60", At("Q6"), [Row("information.overall-care")], new(
            "Le geste se pense dans l’ensemble des soins : forces physiques et morales, buts, enchaînement, pronostic.",
            "The procedure is thought of within overall care: physical and mental strength, aims, sequence, prognosis."), "H22"),
        new("S61", At("Q6"), [Row("condition.large-lesion-ablation"), Asks(Extent)], new(
            "Seul, il convient à une lésion douloureuse de petite taille.",
            "Alone, it suits a painful lesion of small size."), "H01"),
        new("S62", At("Q6"), [Row("condition.large-lesion-ablation"), Asks(Extent)], new(
            "Plus grande, la lésion peut recevoir aussi une ablation.",
            "A larger lesion may have ablation as well."), "H01"),
        new("S63", At("Q6"), [Row("suggestion.radiotherapy-association"), Asks(ReirradiationPossible)], new(
            "Avec les rayons, il soulage et stabilise une vertèbre en attendant qu’ils agissent.",
            "With radiotherapy, it relieves and stabilises a vertebra until that takes effect.")),
        new("S64", At("Q6"), [Row("not-indicated.long-bone-surgical-candidate"), Row("condition.long-bone-hardware"), Asks(Site)], new(
            "Sur un os long, il ne remplace pas une fixation chirurgicale : il ne tient pas en torsion.",
            "On a long bone it does not replace surgical fixation: it does not hold under torsion."), "H01"),
        new("S65", At("Q6", 125, 126), [Row("not-indicated.long-bone-surgical-candidate"), Row("condition.long-bone-hardware"), Asks(SurgicalCandidate)], new(
            "On n’y cimente qu’un patient dont l’os ne peut être opéré.",
            "Only a patient whose bone cannot be operated on is cemented there."), "H01"),
        new("S66", At("Q6", 125, 126), [Row("condition.long-bone-hardware")], new(
            "On y joint alors un matériel posé par la peau (vis, broche, clou perforé), ce qui tiendrait mieux.",
            "Hardware placed through the skin (screw, pin, perforated nail) is then added, which may hold better."), "H01"),

        new("S67", At("Q7"), [Row("suggestion.kyphoplasty-evidence")], new(
            "La cyphoplastie gonfle des ballonnets : le ciment remplit leur cavité et fuirait moins dans les cas dangereux.",
            "Kyphoplasty inflates balloons: cement fills their cavity and may leak less in dangerous cases.")),
        new("S68", At("Q7"), [Row("suggestion.kyphoplasty-evidence")], new(
            "La HAS, en 2009, ne l’a pas retenue pour une vertèbre cassée par une tumeur.",
            "The French health authority, in 2009, did not accept it for a vertebra broken by a tumour.")),
        new("S69", At("Q7"), Nothing(Reason.Research), new(
            "Elle y attend des études d’efficacité et de sécurité.",
            "There it awaits studies of efficacy and safety.")),
        new("S70", At("Q7"), [Row("suggestion.kyphoplasty-evidence")], new(
            "Ni la douleur ni les complications ne paraissent meilleures qu’avec une vertébroplastie.",
            "Neither pain nor complications appear better than with vertebroplasty.")),
        new("S71", At("Q7"), [Row("suggestion.kyphoplasty-evidence")], new(
            "On préfère maintenant creuser la cavité par une ablation (froid ou radiofréquence) avant de remplir.",
            "Nowadays the cavity is rather made by ablation (cold or radiofrequency) before filling.")),
        new("S72", At("Q7", 127), [Row("condition.neural-structure"), Row("suggestion.kyphoplasty-evidence"), Asks(NeuralStructure)], new(
            "D’abord vérifier qu’aucun nerf ni moelle ne se trouve dans la zone, que chaleur ou froid léserait.",
            "First make sure that no nerve or cord lies in the zone, which heat or cold would injure."), "H02"),
        new("S73", At("Q7"), Nothing(Reason.Mechanism), new(
            "Le froid tue la tumeur et ses vaisseaux.", "Cold kills the tumour and its vessels.")),
        new("S74", At("Q7"), [Row("suggestion.ablation-alone")], new(
            "Avec le froid, garder une marge autour de la tumeur.",
            "With cold, keep a margin around the tumour.")),
        new("S75", At("Q7"), Nothing(Reason.Mechanism), new(
            "La glace autour de la sonde dérègle membranes et enzymes et dessèche les cellules.",
            "Ice around the probe upsets membranes and enzymes and dries the cells out.")),
        new("S76", At("Q7"), Nothing(Reason.Mechanism), new(
            "Geler et dégeler tour à tour fait éclater les cellules.",
            "Freezing and thawing by turns bursts the cells.")),
        new("S77", At("Q7"), Nothing(Reason.Mechanism), new(
            "La radiofréquence chauffe par courant alternatif, entre 60 et 100 °C, et tue les cellules.",
            "Radiofrequency heats by alternating current, between 60 and 100 °C, and kills the cells.")),
        new("S78", At("Q7", 128), [Row("suggestion.ablation-alone"), Row("information.ablation-evidence")], new(
            "Elle détruit la tumeur et ménage ce qui est sain autour.",
            "It destroys the tumour and spares what is healthy around it.")),
        new("S79", At("Q7"), [Row("suggestion.ablation-alone"), Asks(WeightBearing)], new(
            "Froid ou radiofréquence peuvent suffire : contre la douleur, là où l’os ne porte pas.",
            "Cold or radiofrequency may do alone: against pain, where the bone bears no load.")),
        new("S80", At("Q7"), [Row("suggestion.ablation-alone"), Asks(Aims)], new(
            "Ou pour réduire une lésion unique ou lente.",
            "Or to shrink a single or slow lesion.")),
        new("S81", At("Q7"), [Row("suggestion.ablation-alone")], new(
            "Elles coûtent nettement plus et se font presque toujours sous anesthésie générale.",
            "They cost markedly more and nearly always need general anaesthesia.")),
        new("S82", At("Q7"), [Row("suggestion.ablation-alone"), Row("condition.neural-structure")], new(
            "On craint surtout un nerf lésé et, près de la peau, une brûlure.",
            "An injured nerve and, near the skin, a burn are feared most."), "H02"),
        new("S83", At("Q7"), [Row("suggestion.ablation-alone")], new(
            "D’où une surveillance et des préparatifs particuliers.",
            "Hence monitoring and special preparation.")),
        new("S84", At("Q7", 129), [Row("information.ablation-evidence")], new(
            "La douleur recule : 70–90 % pour la radiofréquence, plus de 75 % pour le froid.",
            "Pain recedes: 70–90% for radiofrequency, more than 75% for cold.")),
        new("S85", At("Q7", 130), [Row("information.ablation-evidence")], new(
            "Froid et rayons ensemble : peut-être plus de réponses complètes que les rayons seuls, et une vie meilleure ensuite.",
            "Cold and radiotherapy together: perhaps more complete responses than radiotherapy alone, and a better life afterwards.")),

        new("S86", At("R1"), Nothing(Reason.Technique), new(
            "Geste de radiologie, par la peau, sous scopie ou scanner.",
            "A radiological procedure, through the skin, under fluoroscopy or CT.")),
        new("S87", At("R1"), [Row("indication.stabilising-alternative"), Row("condition.long-bone-hardware"), Asks(Aims)], new(
            "Il calme vite, sur place, et stabilise – les os longs exceptés.",
            "It relieves quickly, locally, and stabilises – long bones excepted."), "H01"),
        new("S88", At("R2"), [Row("information.place"), Asks(Site)], new(
            "Aucun os n’est exclu, pas même un os long.",
            "No bone is excluded, not even a long one.")),
        new("S89", At("R3"), [Row("condition.tumour-control-adjunct")], new(
            "Au besoin, on y joint de quoi traiter la tumeur : rayons, froid ou radiofréquence.",
            "Where needed, something against the tumour is added: radiotherapy, cold or radiofrequency."), "H01"),
        new("S90", At("R4"), [Row("suggestion.ablation-alone"), Asks(WeightBearing)], new(
            "L’ablation seule a sa place : métastase douloureuse qui ne porte pas, ou volume à réduire.",
            "Ablation alone has its place: a painful metastasis that bears no load, or bulk to be reduced.")),
    ];
}
