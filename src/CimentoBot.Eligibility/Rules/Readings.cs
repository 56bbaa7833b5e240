using static CimentoBot.Eligibility.Citations.Source;

namespace CimentoBot.Eligibility.Rules;

/// <summary>
/// Where the source leaves room, this is what was chosen. A finding or a hold that leans on one carries its name. Those of
/// bleeding and of medicines stand in Readings.Bleeding.cs.
/// </summary>
public static partial class Readings
{
    public static readonly Reading ControlWithIntolerance = new("control-with-intolerance", new(
        "une douleur contrôlée au prix d’une intolérance aux opioïdes est une indication ; une intolérance d’un autre type compte aussi",
        "pain controlled at the price of opioid intolerance is an indication; intolerance of another kind counts too"))
    {
        Where = [At("Q3"), At("Q4")],
        Room = new(
            "La question 4 écarte la douleur que les médicaments maîtrisent ; la question 3 fait de l’opioïde mal supporté une indication. Rien ne départage le patient qui est dans les deux cas, et les trois effets cités (constipation, rétention d’urine, confusion) peuvent être une liste ou des exemples.",
            "Question 4 sets aside pain that drugs control; question 3 makes an opioid that is not tolerated an indication. Nothing decides for the patient who is in both situations, and the three effects named (constipation, urinary retention, confusion) may be a list or examples."),
        Safer = new(
            "Le patient calmé au prix d’un effet indésirable n’est pas refusé d’emblée : la RCP voit l’intolérance et la pèse. Ce n’est pas la lecture la plus restrictive.",
            "The patient relieved at the price of a side effect is not refused outright: the board sees the intolerance and weighs it. This is not the most restrictive reading."),
        Otherwise = new(
            "Une douleur contrôlée donnerait toujours « Non indiqué », quel qu’en soit le prix ; ou seules les trois intolérances citées compteraient.",
            "Controlled pain would always give “Not indicated”, whatever its price; or only the three kinds of intolerance named would count."),
    };

    public static readonly Reading Consolidation = new("consolidation", new(
        "peu douloureux = intensité de 3 ou moins ; une fracture instable compte comme à risque ; la consolidation prime sur la non-indication, même si soulager est aussi un but, et ne vaut pas pour les os longs",
        "little pain = intensity of 3 or less; an unstable fracture counts as at risk; consolidation excepts from the non-indication, also when pain relief is an aim too, and is not for long bones"))
    {
        Where = [At("Q1"), At("Q4"), At("Q6", 125, 126)],
        Room = new(
            "Consolider un os qui fait peu ou pas souffrir est dit plus discuté, avec le tassement en vue. La source ne chiffre pas « peu », ne dit pas si une douleur bien contrôlée en fait partie (ici, oui), ni si cette situation l’emporte sur la non-indication des douleurs contrôlées, ni ce que vaut une fracture déjà instable.",
            "Strengthening a bone with little or no pain is called more debated, with compression in view. The source gives “little” no number, does not say whether well controlled pain belongs to it (here it does), nor whether this situation prevails over the non-indication of controlled pain, nor what an already unstable fracture counts for."),
        Safer = new(
            "« Discuté » devient une question posée à la RCP : ni accord ni refus automatique. Les os longs en sont exclus, la source n’y tenant pas le ciment pour fiable en torsion.",
            "“Debated” becomes a question for the board: neither approval nor refusal by rote. Long bones are left out, the source not trusting cement there under torsion."),
        Otherwise = new(
            "Un autre seuil de douleur enverrait plus ou moins de ces cas en RCP ; sans l’exception, une douleur contrôlée donnerait « Non indiqué » même quand l’os menace de céder ; sans la fracture instable, une fracture instable et indolore le donnerait aussi.",
            "Another pain threshold would send more or fewer of these cases to the board; without the exception, controlled pain would give “Not indicated” even where the bone is about to give way; without the unstable fracture, an unstable painless fracture would give it too."),
    };

    public static readonly Reading ScleroticToTheBoard = new("sclerotic-to-the-board", new(
        "une lésion condensante va en RCP, une lésion mixte non",
        "a sclerotic lesion goes to the board, a mixed one does not"))
    {
        Where = [At("Q1")],
        Room = new(
            "La source décrit le cas habituel comme une lésion lytique ; elle ne dit rien des lésions mixtes ni des condensantes.",
            "The source describes the usual case as a lytic lesion; it says nothing of mixed or sclerotic ones."),
        Safer = new(
            "Ce qui sort de la description va à la RCP, sans accord ni refus. Une lésion mixte garde une part lytique, que la source décrit.",
            "What lies outside the description goes to the board, neither approved nor refused. A mixed lesion keeps a lytic part, which the source describes."),
        Otherwise = new(
            "Une lésion condensante suivrait les règles communes, ou serait « Non indiqué » ; ou une lésion mixte irait elle aussi en RCP.",
            "A sclerotic lesion would follow the common rules, or be “Not indicated”; or a mixed one would go to the board as well."),
    };

    public static readonly Reading FourIndications = new("four-indications-closed", new(
        "les quatre indications principales sont prises comme une liste fermée",
        "the four main indications are taken as a closed list"))
    {
        Where = [At("Q3")],
        Room = new(
            "La source les présente comme les principales : il peut donc y en avoir d’autres, qu’elle ne nomme pas.",
            "The source presents them as the main ones: there may then be others, which it does not name."),
        Safer = new(
            "Hors de la liste, l’aide dit qu’elle ne trouve pas d’indication dans le texte ; elle n’en invente pas. La RCP reste libre d’en retenir une.",
            "Outside the list the assistant says that it finds no indication in the text; it does not invent one. The board remains free to see one."),
        Otherwise = new(
            "Une situation hors de la liste donnerait « À discuter en RCP » et non « Non indiqué ».",
            "A situation outside the list would give “For board discussion” and not “Not indicated”."),
    };

    public static readonly Reading AsymptomaticUnstable = new("asymptomatic-unstable", new(
        "une fracture instable sans douleur n’est pas une contre-indication",
        "an unstable fracture without pain is no contraindication"))
    {
        Where = [At("T8")],
        Room = new(
            "Le tableau 8 écarte la fracture indolore tant qu’elle n’est pas instable. À la lettre, la fracture instable et indolore n’y est pas ; ce qu’il faut en faire n’est pas dit.",
            "Table 8 sets aside the painless fracture as long as it is not unstable. To the letter, the unstable painless one is not in it; what to do with it is not said."),
        Safer = new(
            "Une fracture instable menace le patient qu’il souffre ou non : elle est signalée comme urgente et sa stabilité revient à la RCP, au lieu qu’un « Contre-indiqué » ferme le dossier.",
            "An unstable fracture threatens the patient in pain or not: it is marked urgent and its stability is for the board, instead of a “Contraindicated” that closes the file."),
        Otherwise = new(
            "Toute fracture indolore donnerait « Contre-indiqué », l’instable comprise ; la mention urgente resterait.",
            "Every painless fracture would give “Contraindicated”, the unstable one included; the mark of urgency would stay."),
    };

    public static readonly Reading FlatBones = new("flat-bones", new(
        "pour les os plats, préférer l’ablation est une condition et non une non-indication",
        "for flat bones, preferring ablation is a condition and not a non-indication"))
    {
        Where = [At("Q2", 120, 121)],
        Room = new(
            "L’ablation, ou un vissage, est préférée dans une phrase qui suit à la fois les os longs et les os plats ; la raison donnée ensuite (la torsion) ne vaut que pour les diaphyses.",
            "Ablation, or screw fixation, is preferred in a sentence that follows long and flat bones alike; the reason given next (torsion) applies to shafts only."),
        Safer = new(
            "L’équipe est prévenue avant le geste que le ciment seul y a peu de place, sans que soit refusé un os que la source dit pouvoir être traité.",
            "The team is warned beforehand that cement alone has little place there, without refusing a bone that the source says can be treated."),
        Otherwise = new(
            "Un sternum, une côte ou une scapula donnerait « Non indiqué » ; ou, sans la condition, « Éligible » avec du ciment seul.",
            "A sternum, rib or scapula would give “Not indicated”; or, without the condition, “Eligible” with cement alone."),
    };

    public static readonly Reading LargeLesion = new("large-is-a-condition", new(
        "une lésion volumineuse est une condition", "a large lesion is a condition"))
    {
        Where = [At("Q6")],
        Room = new(
            "Le ciment seul convient à une petite lésion, et l’ablation peut s’y joindre si elle est plus grosse : la source ne donne ni taille, ni obligation.",
            "Cement alone suits a small lesion, and ablation can join it if it is larger: the source gives neither a size nor an obligation."),
        Safer = new(
            "Une condition fait poser la question sans bloquer. Petite ou volumineuse : le clinicien en juge, plutôt qu’un nombre que la source ne donne pas.",
            "A condition makes the question be asked without blocking. Small or large is for the clinician to judge, rather than a number that the source does not give."),
        Otherwise = new(
            "Comme simple suggestion, elle laisserait le verdict à « Éligible » ; comme exigence, elle refuserait le ciment sans ablation.",
            "As a mere suggestion it would leave the verdict at “Eligible”; as a requirement it would refuse cement without ablation."),
    };

    public static readonly Reading KyphoplastyWall = new("kyphoplasty-wall", new(
        "la cyphoplastie est rappelée quand le mur postérieur n’est pas intact",
        "kyphoplasty is mentioned when the posterior wall is not intact"))
    {
        Where = [At("Q7")],
        Room = new(
            "Certaines équipes y recourent pour les gestes où une fuite est très à craindre ; lesquels n’est pas dit.",
            "Some teams use it where a leak is much to be feared; where that is, is not said."),
        Safer = new(
            "Le mur postérieur atteint est ce qui sépare une fuite du canal. La règle informe seulement, et rappelle qu’aucune supériorité n’est établie.",
            "The posterior wall is what stands between a leak and the canal. The rule only informs, and recalls that no superiority is established."),
        Otherwise = new(
            "L’information s’afficherait pour toutes les vertèbres, ou jamais ; aucun verdict ne changerait.",
            "The information would show for every vertebra, or never; no verdict would change."),
    };

    public static readonly Reading SiteGuards = new("site-guards", new(
        "la question n’est posée que pour les os où elle a un sens",
        "the question is asked only for the bones where it makes sense"))
    {
        Where = [At("T8"), At("Q2")],
        Room = new(
            "Canal, racine, mur postérieur, articulation : le tableau 8 ne dit pas à quels os s’applique chacune de ses lignes.",
            "Canal, root, posterior wall, joint: table 8 does not say to which bones each of its lines applies."),
        Safer = new(
            "Une question sans objet reçoit une réponse au hasard, qui changerait un verdict. Ce qui est dit sans objet est gardé et signalé comme non utilisé. Le revers : une racine touchée ailleurs qu’au rachis ou au sacrum n’est pas demandée.",
            "A question without an object gets a random answer, which would change a verdict. What is said without an object is kept and reported as not used. The reverse side: a root involved elsewhere than at the spine or sacrum is not asked about."),
        Otherwise = new(
            "Posées pour tous les os, ces questions enverraient aussi en RCP, par exemple, une côte dont la lésion touche une racine intercostale.",
            "Asked for every bone, these questions would also send to the board, for instance, a rib whose lesion involves an intercostal root."),
    };

    public static readonly Reading UrgentMark = new("urgent-mark", new(
        "la mention « urgent » est la nôtre", "the mark “urgent” is ours"))
    {
        Where = [At("T8"), At("Q1")],
        Room = new(
            "La source ne range pas ses constats par urgence.",
            "The source does not rank what it finds by urgency."),
        Safer = new(
            "Un report ou une contre-indication ne parle que du ciment : ce qui menace la moelle, une racine ou la stabilité doit se lire d’abord, quel que soit le verdict. La mention ne le change pas.",
            "A deferral or a contraindication speaks of cement only: what threatens the cord, a root or stability must be read first, whatever the verdict. The mark does not change it."),
        Otherwise = new(
            "Ces constats se liraient à leur rang, après les contre-indications ; aucun verdict ne changerait.",
            "These findings would be read at their rank, after the contraindications; no verdict would change."),
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Reading> All =>
    [
        ControlWithIntolerance, Consolidation, ThresholdFails, ProthrombinPercent, AspirinThreshold, WholeDays, FortyEightHours,
        NotByAnalogy, OralAnticoagulantIsVka, WindowDefers, ScleroticToTheBoard, FourIndications, AsymptomaticUnstable,
        FlatBones, LargeLesion, KyphoplastyWall, SiteGuards, UrgentMark,
    ];
}
