using static CimentoBot.Eligibility.Citations.Source;

namespace CimentoBot.Eligibility.Rules;

/// <summary>The readings of question 4: blood counts, delays, and the medicines that the source does or does not name.</summary>
public static partial class Readings
{
    public static readonly Reading ThresholdFails = new("threshold-fails", new(
        "une valeur égale au seuil ne l’atteint pas ; sous le seuil, le geste est reporté et non contre-indiqué",
        "a value on the threshold does not reach it; below it the procedure is deferred, not contraindicated"))
    {
        Where = [At("Q4")],
        Room = new(
            "Le nombre et le signe « > » sont dans la source et suivis à la lettre : 50 000 ne suffit pas, ce n’est pas une lecture. Ce qui est laissé ouvert : le sort du patient qui n’atteint pas le seuil, alors que le trouble sévère de la coagulation est, lui, une contre-indication absolue.",
            "The number and the sign “>” are in the source and followed to the letter: 50,000 is not enough, and that is no reading. What is left open: what becomes of the patient who does not reach the threshold, while severe coagulopathy is an absolute contraindication."),
        Safer = new(
            "Pas de geste tant que le seuil n’est pas franchi, et une voie qui reste ouverte : un chiffre se contrôle et se corrige. Dire le trouble « sévère » revient au clinicien, à qui la question est posée à part.",
            "No procedure until the threshold is passed, and a way that stays open: a count can be repeated and corrected. Calling the disorder “severe” is the clinician’s, who is asked separately."),
        Otherwise = new(
            "Sous le seuil, le verdict serait « Contre-indiqué » au lieu de « À reporter ».",
            "Below the threshold the verdict would be “Contraindicated” instead of “To be deferred”."),
    };

    public static readonly Reading ProthrombinPercent = new("prothrombin-in-percent", new(
        "le TP s’entend en pour cent ; une valeur égale au seuil ne l’atteint pas et fait reporter",
        "the prothrombin activity is taken in per cent; a value on the threshold fails it and defers"))
    {
        Where = [At("Q4")],
        Room = new(
            "Le nombre et le signe « > » sont dans la source et suivis à la lettre : 50 ne suffit pas. L’unité n’y est pas écrite ; elle est la lecture, avec le report plutôt que la contre-indication.",
            "The number and the sign “>” are in the source and followed to the letter: 50 is not enough. The unit is not written there; it is the reading, together with deferring rather than contraindicating."),
        Safer = new(
            "Le TP se rend en France en pour cent. Dans une autre unité (secondes, INR), demander plus de 50 serait demander un grave trouble de la coagulation.",
            "In France the TP is reported in per cent. In another unit (seconds, INR), to ask for more than 50 would be to ask for a grave clotting disorder."),
        Otherwise = new(
            "Il faudrait un autre nombre que celui de la source ; sous le seuil, le verdict pourrait être « Contre-indiqué » au lieu de « À reporter ».",
            "It would take another number than the source’s; below the threshold the verdict could be “Contraindicated” instead of “To be deferred”."),
    };

    public static readonly Reading AspirinThreshold = new("aspirin-160-stops", new(
        "160 mg par jour exactement : arrêt",
        "exactly 160 mg a day: stop"))
    {
        Where = [At("Q4", 122, 123)],
        Room = new(
            "À la lettre, rien : la source laisse continuer en dessous de 160 mg et fait arrêter sinon, donc à 160 mg. C’est dit ici parce que 160 mg est un dosage vendu. Est à nous l’addition des aspirines prises le même jour.",
            "To the letter, nothing: the source lets it go on under 160 mg and stops it otherwise, hence at 160 mg. It is said here because 160 mg is a strength on sale. Ours is the adding up of aspirins taken on the same day."),
        Safer = new(
            "C’est le texte même, et l’arrêt est le choix qui fait le moins saigner. Le risque thrombotique d’un arrêt n’est pas pesé par la source : le prescripteur le pèse, et chaque calendrier le rappelle.",
            "It is the text itself, and stopping is the choice that bleeds least. The source does not weigh the thrombotic risk of stopping: the prescriber does, and every schedule says so."),
        Otherwise = new(
            "Continuer à 160 mg contredirait le texte. Sans l’addition, deux aspirines dont la somme atteint 160 mg se continueraient.",
            "Going on at 160 mg would contradict the text. Without the adding up, two aspirins that reach 160 mg together would go on."),
    };

    public static readonly Reading WholeDays = new("whole-days", new(
        "un arrêt N jours avant signifie : aucune prise à partir de J−N ; sans date de dernière prise, le médicament est considéré comme encore pris",
        "stopped N days before means: no dose from D−N on; without a date of last dose the drug counts as still taken"))
    {
        Where = [At("Q4", 122, 123)],
        Room = new(
            "Un délai en jours ne dit pas si le comprimé se prend encore le premier de ces jours, ni ce que vaut un arrêt sans date.",
            "A delay in days does not say whether the tablet is still taken on the first of them, nor what a stop without a date is worth."),
        Safer = new(
            "C’est le plus long des intervalles possibles : N jours entiers sans prise avant le jour du geste. Une prise datée compte jusqu’à la fin de son jour.",
            "It is the longest of the possible intervals: N whole days without a dose before the day of the procedure. A dated dose counts to the end of its day."),
        Otherwise = new(
            "La dernière prise pourrait être à J−N : chaque arrêt commencerait un jour plus tard, et la première date possible viendrait un jour plus tôt.",
            "The last dose could be on D−N: each stop would begin a day later, and the first possible date would come a day sooner."),
    };

    public static readonly Reading FortyEightHours = new("forty-eight-hours", new(
        "48 heures s’entendent écoulées jusqu’à l’heure du geste ; sans heure : aucune prise à partir de J−2",
        "48 hours are elapsed hours up to the hour of the procedure; without an hour: no dose from D−2 on"))
    {
        Where = [At("Q4", 122, 123)],
        Room = new(
            "La source donne des heures ; elle ne dit pas que faire quand l’heure du geste n’est pas fixée, ni quand les horloges changent.",
            "The source gives hours; it does not say what to do when the hour of the procedure is not set, nor when the clocks change."),
        Safer = new(
            "Des heures écoulées ne dépendent pas des horloges. Sans heure, deux jours entiers sans prise font 48 heures au moins (47 pour un geste à minuit juste après le passage à l’heure d’été).",
            "Elapsed hours do not depend on the clocks. Without an hour, two whole days without a dose make 48 hours at least (47 for a procedure at midnight just after the clocks go forward)."),
        Otherwise = new(
            "Compter à l’horloge déplacerait la limite d’une heure deux fois par an ; permettre une prise à J−2 quand l’heure manque ne garantirait plus 48 heures.",
            "Counting by the clock would move the limit by an hour twice a year; allowing a dose on D−2 when the hour is missing would no longer guarantee 48 hours."),
    };

    public static readonly Reading NotByAnalogy = new("not-by-analogy", new(
        "un médicament que la source ne nomme pas n’est jamais traité par analogie, édoxaban compris",
        "a drug that the source does not name is never treated by analogy, edoxaban included"))
    {
        Where = [At("Q4", 122, 123)],
        Room = new(
            "La source nomme cinq médicaments et une classe. Des autres — édoxaban, prasugrel, ticagrélor, héparines, anti-inflammatoires, anti-angiogéniques — elle ne dit rien, bien que l’édoxaban soit, au sens propre, un anticoagulant oral.",
            "The source names five drugs and a class. Of the others — edoxaban, prasugrel, ticagrelor, heparins, anti-inflammatories, anti-angiogenics — it says nothing, although edoxaban is, literally, an oral anticoagulant."),
        Safer = new(
            "Un délai emprunté à un voisin peut être trop court. « Pas de règle, demander un avis » fait venir un pharmacien ou l’anesthésie avant qu’une date soit fixée.",
            "A delay borrowed from a neighbour may be too short. “No rule, seek advice” brings in a pharmacist or anaesthesia before a date is fixed."),
        Otherwise = new(
            "L’édoxaban suivrait les anticoagulants directs ou le relais, le prasugrel et le ticagrélor le clopidogrel : ce serait une règle nouvelle, qui demande une source à elle.",
            "Edoxaban would follow the direct anticoagulants or the relay, prasugrel and ticagrelor clopidogrel: that would be a new rule, which asks for a source of its own."),
    };

    public static readonly Reading OralAnticoagulantIsVka = new("oral-anticoagulant-is-vka", new(
        "l’anticoagulant oral à relayer est l’antivitamine K ; ce qui s’arrête la veille est l’héparine du relais",
        "the oral anticoagulant to be bridged is the vitamin K antagonist; what stops the day before is the heparin of the relay"))
    {
        Where = [At("Q4")],
        Room = new(
            "Pour l’anticoagulant oral, la source veut un relais par héparine et un arrêt la veille, sans dire de quoi ; aux anticoagulants directs elle donne, à part, une autre règle. Quand arrêter l’antivitamine K n’y est pas.",
            "For the oral anticoagulant the source wants a relay by heparin and a stop the day before, without saying of what; to the direct anticoagulants it gives another rule, separately. When to stop the vitamin K antagonist is not in it."),
        Safer = new(
            "Une antivitamine K arrêtée la veille agit encore le jour du geste. Ce que la source ne dit pas n’est pas inventé : le délai du relais reste « inconnu », jamais « tenu ».",
            "A vitamin K antagonist stopped the day before still acts on the day of the procedure. What the source does not say is not invented: the delay of the relay stays “unknown”, never “met”."),
        Otherwise = new(
            "L’antivitamine K s’arrêterait la veille ; ou un anticoagulant direct serait relayé en plus d’être arrêté.",
            "The vitamin K antagonist would stop the day before; or a direct anticoagulant would be bridged on top of being stopped."),
    };

    public static readonly Reading WindowDefers = new("still-taken-defers", new(
        "sans date de dernière prise, le médicament est considéré comme encore pris ; un délai qui ne peut plus être tenu fait reporter",
        "without a date of last dose the drug counts as still taken; a delay that can no longer be kept defers"))
    {
        Where = [At("Q4", 122, 123)],
        Room = new(
            "La source dit quand arrêter ; elle ne dit ni ce que vaut un arrêt sans date, ni ce que devient le geste quand il est trop tard.",
            "The source says when to stop; it does not say what a stop without a date is worth, nor what becomes of the procedure when it is too late."),
        Safer = new(
            "L’absence de date n’est jamais prise pour la preuve d’un arrêt. Un report se lève en changeant de date, et la première possible est donnée.",
            "The absence of a date is never taken for proof of a stop. A deferral is lifted by changing the date, and the first possible one is given."),
        Otherwise = new(
            "Un délai manqué ne serait qu’une condition parmi d’autres, ou un arrêt supposé passerait pour tenu.",
            "A missed delay would be one condition among others, or a supposed stop would pass for kept."),
    };
}
