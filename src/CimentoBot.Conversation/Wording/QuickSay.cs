using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Wording;

/// <summary>Why something of a quick line was not taken over, and what to say of it.</summary>
internal static class QuickSay
{
    public static readonly Phrase NotUnderstood = new("pas compris, donc non pris en compte", "not understood, so not taken into account");

    public static readonly Phrase NotUnderstoodBeside = new(
        "à préciser : des mots voisins n’ont pas été compris", "to be said again: words beside it were not understood");

    public static readonly Phrase Denied = new(
        "à préciser : une négation n’est comprise que dans une tournure connue", "to be said again: a negation is understood in known phrases only");

    public static readonly Phrase Doubted = new(
        "à préciser : un doute, un autre moment ou une autre personne n’est pas une réponse",
        "to be said again: a doubt, another time or another person is no answer");

    public static readonly Phrase NumberAlone = new("à préciser : un nombre sans mot qui le nomme", "to be said again: a number without a word that names it");

    public static readonly Phrase TwoValues = new("à préciser : deux valeurs pour une même réponse", "to be said again: two values for one answer");

    public static readonly Phrase TwoLevels = new("à préciser : un dossier porte sur une seule lésion", "to be said again: a case is about one lesion");

    public static readonly Phrase ValueWanted = new("à préciser : la valeur", "to be said again: the value");

    public static readonly Phrase WhichFracture = new("à préciser : stable ou instable ?", "to be said again: stable or unstable?");

    public static readonly Phrase WhichInfection = new("à préciser : générale, ou au point de ponction ?", "to be said again: systemic, or at the puncture site?");

    public static readonly Phrase WhichBone = new("à préciser : quelle partie de quel os ?", "to be said again: which part of which bone?");

    public static readonly Phrase WhichPain = new(
        "à préciser : aucune douleur, et aucun antalgique pris pour cette lésion ?", "to be said again: no pain, and no analgesic taken for this lesion?");

    public static readonly Phrase OtherPrimary = new(
        "hors du champ : la source ne parle que des métastases osseuses du cancer du poumon", "out of scope: the source speaks of bone metastases of lung cancer only");

    public static readonly Phrase WhichDate = new("à préciser : date du geste, ou du bilan ?", "to be said again: date of the procedure, or of the blood tests?");

    public static readonly Phrase YearWanted = new("à préciser : avec l’année", "to be said again: with the year");

    public static readonly Phrase PercentWanted = new("à préciser : en % ?", "to be said again: in %?");

    public static readonly Phrase AStrength = new(
        "à préciser : une force n’est pas une dose par jour (écrire « 75 mg/j »)", "to be said again: a strength is not a daily dose (type “75 mg/day”)");

    /// <summary>What stands behind the names of a list that the line began.</summary>
    public static Phrase ListIsOpen(Phrase names) => new($"{names.Fr} (la liste reste à confirmer à son étape)", $"{names.En} (the list is still to be confirmed at its step)");
}
