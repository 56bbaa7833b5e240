using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>
/// The grammar's room: ROWS ONLY. Words that state a value, words that name something without saying enough, words that change
/// nothing, and words that turn a statement round. What is in no row is not understood.
/// </summary>
internal static class QuickWords
{
    /// <summary>Facts whose values are said by their titles alone.</summary>
    public static readonly IReadOnlyList<(Fact Fact, string[] Except)> ByTitle =
    [
        (Site, ["pelvis", "rib", "longBoneShaft", "longBoneEnd", "otherBone"]),
        (Matrix, []),
    ];

    /// <summary>Facts whose values are said by a name of the fact and their title: «fracture stable», «canal libre».</summary>
    public static readonly IReadOnlyList<(Fact Fact, string[] Except)> ByNameAndTitle =
    [
        (Fractured, []),
        (SpinalCanal, []),
        (Pain, ["none"]),
    ];

    /// <summary>Other words that state a value.</summary>
    public static readonly IReadOnlyList<(Fact Fact, string Value, string[] French, string[] English)> Values =
    [
        (Site, "vertebra", ["vertèbre"], []),
        (Site, "scapula", ["omoplate"], ["shoulder blade"]),
        (Site, "acetabulum", ["acétabulum"], []),
        (Site, "rib", ["côte"], ["rib"]),
        (Site, "longBoneShaft", ["diaphyse fémorale", "diaphyse humérale", "diaphyse tibiale"], ["femoral shaft", "humeral shaft", "tibial shaft"]),
        (Matrix, "lytic", ["ostéolytique"], ["osteolytic"]),
        (Matrix, "sclerotic", ["ostéocondensante", "condensant", "ostéoblastique"], ["osteoblastic"]),
        (Extent, "small", ["petite lésion", "lésion petite"], ["small lesion"]),
        (Extent, "large", ["volumineuse", "lésion volumineuse"], ["large lesion"]),
        (Fractured, "none", ["sans fracture", "pas de fracture", "aucune fracture"], ["no fracture", "without fracture"]),
        (Fractured, "stable", [], ["stable fracture"]),
        (Fractured, "unstable", [], ["unstable fracture"]),
        (Wall, "intact", ["mur postérieur intact", "mur intact"], ["posterior wall intact", "intact posterior wall"]),
        (Wall, "extensivelyInvolved", ["mur postérieur largement atteint"], ["posterior wall extensively involved"]),
        (Wall, "retropulsed", ["recul du mur postérieur", "recul du mur"], ["posterior wall retropulsed", "retropulsed posterior wall"]),
        (SpinalCanal, "clear", [], ["clear canal", "clear spinal canal"]),
        (SpinalCanal, "epiduritis", ["épidurite"], []),
        (Pain, "localised", [], ["localised pain", "localized pain"]),
        (Pain, "diffuse", ["douleurs diffuses"], ["diffuse pain"]),
        (Control, "controlled", ["bien contrôlée", "douleur bien contrôlée"], ["well controlled pain", "pain well controlled", "well-controlled pain"]),
        (Control, "poorlyControlled", ["mal contrôlée", "douleur mal contrôlée"], ["poorly controlled pain", "pain poorly controlled", "poorly-controlled pain"]),
        (SystemicInfection, "false", ["sans infection", "pas d'infection", "aucune infection"], ["no infection", "without infection"]),
        (SevereCoagulopathy, "false", ["pas de trouble de la coagulation", "sans trouble de la coagulation"], ["no coagulopathy"]),
        (CementAllergy, "true", ["allergique au ciment"], ["allergic to cement"]),
        (Immunosuppressed, "true", ["immunodéprimé", "immunodéprimée"], ["immunosuppressed"]),
        (Immunosuppressed, "false", ["pas immunodéprimé", "pas immunodéprimée"], ["not immunosuppressed"]),
    ];

    /// <summary>Names that state «yes», and «no» behind one of <see cref="Without"/>. The label of the fact is one of them.</summary>
    public static readonly IReadOnlyList<(Fact Fact, string[] French, string[] English)> YesOrNo =
    [
        (SystemicInfection, ["infection générale", "infection systémique"], ["systemic infection"]),
        (PunctureSiteInfection, [], ["puncture site infection"]),
        (SevereCoagulopathy, ["coagulopathie sévère"], []),
        (CementAllergy, ["allergie au ciment"], ["cement allergy"]),
        (Immunosuppressed, [], []),
        (Radiculopathy, [], []),
    ];

    public static readonly (string[] French, string[] English) Without = (["sans", "pas de", "pas d'", "aucune", "aucun"], ["no", "without"]);

    /// <summary>Sides: they belong to the name of the lesion.</summary>
    public static readonly (string[] French, string[] English) Sides = (["gauche", "droite", "droit"], ["left", "right"]);

    /// <summary>Words that speak of a fact without saying enough.</summary>
    public static readonly IReadOnlyList<(Fact? Fact, Phrase Question, string[] Words)> Vague =
    [
        (Fractured, QuickSay.WhichFracture, ["fracture", "fractures", "fracturé", "fracturée", "fractured", "tassement", "compression fracture"]),
        (SystemicInfection, QuickSay.WhichInfection, ["infection", "infecté", "infectée", "infected"]),
        (Site, QuickSay.WhichBone, ["bassin", "pelvis", "fémur", "humérus", "tibia", "femur", "humerus", "os long", "long bone", "côtes", "ribs"]),
        (Pain, QuickSay.WhichPain, ["sans douleur", "pas de douleur", "indolore", "asymptomatique", "no pain", "painless", "pain free", "asymptomatic"]),
        (null, QuickSay.OtherPrimary,
        [
            "sein", "prostate", "rein", "thyroïde", "côlon", "vessie", "mélanome", "myélome", "mammaire", "rénal", "prostatique",
            "breast", "kidney", "renal", "thyroid", "colon", "bladder", "melanoma", "myeloma",
        ]),
    ];

    /// <summary>Words that change nothing.</summary>
    public static readonly IReadOnlyList<string> Fillers =
    [
        "patient", "patiente", "homme", "femme", "man", "woman", "lésion", "lesion", "métastase", "metastasis", "osseuse", "bone",
        "cancer", "poumon", "pulmonaire", "bronchique", "lung", "cbnpc", "cbpc", "nsclc", "sclc",
        "de", "du", "des", "d'", "la", "le", "les", "l'", "un", "une", "et", "avec", "au", "sous", "par", "chez", "en", "traité", "traitée",
        "traitement", "traitements", "prend", "bilan", "biologie", "douleur", "pain", "a", "an", "the", "of", "on", "with", "and", "in", "by", "takes", "taking", "treated", "has",
    ];

    /// <summary>Words that deny.</summary>
    public static readonly IReadOnlyList<string> Negations =
    [
        "pas", "non", "sans", "ni", "aucun", "aucune", "absence", "absent", "absente", "jamais", "plus", "nie", "sauf", "hors", "exclu", "exclue",
        "éliminé", "éliminée", "négatif", "négative", "ne", "n'", "no", "not", "without", "never", "none", "nor", "neither", "denies", "except",
        "negative", "excluded", "isn't", "doesn't",
    ];

    /// <summary>Words that doubt, tell of another time or speak of somebody else.</summary>
    public static readonly IReadOnlyList<string> Doubts =
    [
        "ou", "or", "probable", "probablement", "possible", "possiblement", "douteux", "douteuse", "doute", "suspect", "suspecte", "suspicion", "suspecté",
        "suspectée", "confirmer", "vérifier", "discuter", "éventuel", "éventuelle", "éventuellement", "peut-être", "plutôt", "semble", "si", "environ",
        "presque", "approximatif", "autour", "vs", "versus", "maybe", "perhaps", "probably", "likely", "possibly", "might", "could", "may", "suspected",
        "unclear", "about", "around", "approximately", "nearly", "if", "confirm", "check",
        "arrêt", "arrêté", "arrêtée", "arrêtés", "arrêtées", "arrêter", "stop", "stoppé", "stoppée", "stoppés", "stopped", "suspendu", "suspendue", "suspendus",
        "interrompu", "interrompue", "interrompus", "pause", "repris", "reprise", "remplacé", "remplacée", "retiré", "retirée", "fini", "terminé", "terminée",
        "ancien", "ancienne", "anciens", "anciennes", "ex", "antécédent", "antécédents", "atcd", "avant", "autrefois", "hier", "demain", "depuis", "jusqu'au",
        "jusqu'à", "dernier", "dernière", "puis", "relais", "prévu", "prévue", "prévus", "futur", "future", "débuter", "commencer", "introduire", "held",
        "hold", "discontinued", "previous", "previously", "former", "formerly", "past", "history", "yesterday", "tomorrow", "since", "until", "last", "then",
        "was", "were", "planned", "will", "start", "starting", "bridging", "bridge", "relay", "switch", "switched",
        "mère", "père", "frère", "sœur", "soeur", "mari", "épouse", "conjoint", "conjointe", "famille", "familial", "mother", "father", "brother", "sister",
        "husband", "wife", "family",
    ];
}
