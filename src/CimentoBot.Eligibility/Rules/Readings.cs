namespace CimentoBot.Eligibility.Rules;

/// <summary>Where the source leaves room, this is what was chosen. A finding or a hold that leans on one carries its name.</summary>
public static class Readings
{
    public static readonly Reading ThresholdFails = Of("threshold-fails",
        "une valeur égale au seuil ne l’atteint pas ; sous le seuil, le geste est reporté et non contre-indiqué",
        "a value on the threshold does not reach it; below it the procedure is deferred, not contraindicated");

    public static readonly Reading ProthrombinPercent = Of("prothrombin-in-percent",
        "le TP s’entend en pour cent ; une valeur égale au seuil ne l’atteint pas et fait reporter",
        "the prothrombin activity is taken in per cent; a value on the threshold fails it and defers");

    public static readonly Reading WholeDays = Of("whole-days",
        "un arrêt N jours avant signifie : aucune prise à partir de J−N ; sans date de dernière prise, le médicament est considéré comme encore pris",
        "stopped N days before means: no dose from D−N on; without a date of last dose the drug counts as still taken");

    public static readonly Reading FortyEightHours = Of("forty-eight-hours",
        "48 heures s’entendent écoulées jusqu’à l’heure du geste ; sans heure : aucune prise à partir de J−2",
        "48 hours are elapsed hours up to the hour of the procedure; without an hour: no dose from D−2 on");

    public static readonly Reading AspirinThreshold = Of("aspirin-160-stops",
        "160 mg par jour exactement : arrêt",
        "exactly 160 mg a day: stop");

    public static readonly Reading NotByAnalogy = Of("not-by-analogy",
        "un médicament que la source ne nomme pas n’est jamais traité par analogie, édoxaban compris",
        "a drug that the source does not name is never treated by analogy, edoxaban included");

    public static readonly Reading OralAnticoagulantIsVka = Of("oral-anticoagulant-is-vka",
        "l’anticoagulant oral à relayer est l’antivitamine K ; ce qui s’arrête la veille est l’héparine du relais",
        "the oral anticoagulant to be bridged is the vitamin K antagonist; what stops the day before is the heparin of the relay");

    public static readonly Reading WindowDefers = Of("still-taken-defers",
        "sans date de dernière prise, le médicament est considéré comme encore pris ; un délai qui ne peut plus être tenu fait reporter",
        "without a date of last dose the drug counts as still taken; a delay that can no longer be kept defers");

    public static readonly Reading ScleroticToTheBoard = Of("sclerotic-to-the-board",
        "une lésion condensante va en RCP, une lésion mixte non",
        "a sclerotic lesion goes to the board, a mixed one does not");

    public static readonly Reading FourIndications = Of("four-indications-closed",
        "les quatre indications principales sont prises comme une liste fermée",
        "the four main indications are taken as a closed list");

    public static readonly Reading Consolidation = Of("consolidation",
        "peu douloureux = intensité de 3 ou moins ; une fracture instable compte comme à risque ; la consolidation prime sur la non-indication, même si soulager est aussi un but, et ne vaut pas pour les os longs",
        "little pain = intensity of 3 or less; an unstable fracture counts as at risk; consolidation excepts from the non-indication, also when pain relief is an aim too, and is not for long bones");

    public static readonly Reading ControlWithIntolerance = Of("control-with-intolerance",
        "une douleur contrôlée au prix d’une intolérance aux opioïdes est une indication ; une intolérance d’un autre type compte aussi",
        "pain controlled at the price of opioid intolerance is an indication; intolerance of another kind counts too");

    public static readonly Reading AsymptomaticUnstable = Of("asymptomatic-unstable",
        "une fracture instable sans douleur n’est pas une contre-indication",
        "an unstable fracture without pain is no contraindication");

    public static readonly Reading FlatBones = Of("flat-bones",
        "pour les os plats, préférer l’ablation est une condition et non une non-indication",
        "for flat bones, preferring ablation is a condition and not a non-indication");

    public static readonly Reading LargeLesion = Of("large-is-a-condition",
        "une lésion volumineuse est une condition", "a large lesion is a condition");

    public static readonly Reading KyphoplastyWall = Of("kyphoplasty-wall",
        "la cyphoplastie est rappelée quand le mur postérieur n’est pas intact",
        "kyphoplasty is mentioned when the posterior wall is not intact");

    public static readonly Reading SiteGuards = Of("site-guards",
        "la question n’est posée que pour les os où elle a un sens",
        "the question is asked only for the bones where it makes sense");

    public static readonly Reading UrgentMark = Of("urgent-mark",
        "la mention « urgent » est la nôtre", "the mark “urgent” is ours");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Reading> All { get; } =
    [
        ControlWithIntolerance, Consolidation, ThresholdFails, ProthrombinPercent, AspirinThreshold, WholeDays, FortyEightHours,
        NotByAnalogy, OralAnticoagulantIsVka, WindowDefers, ScleroticToTheBoard, FourIndications, AsymptomaticUnstable,
        FlatBones, LargeLesion, KyphoplastyWall, SiteGuards, UrgentMark,
    ];

    private static Reading Of(string id, string fr, string en) => new(id, new(fr, en));
}
