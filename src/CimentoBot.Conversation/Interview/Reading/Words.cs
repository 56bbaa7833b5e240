namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Everyday words that mean a value.</summary>
internal static class Words
{
    private static readonly HashSet<string> Unknown = new(StringComparer.Ordinal)
    {
        "unknown", "?", "inconnu", "inconnue", "nsp", "je ne sais pas", "ne sait pas", "pas encore", "pas encore connu", "not known",
        "not known yet", "i don't know", "don't know", "don't know yet", "i don't know yet", "je ne sais pas encore", "dunno",
    };

    private static readonly HashSet<string> None = new(StringComparer.Ordinal)
    {
        "none", "aucun", "aucune", "ras", "neant", "rien", "0", "nothing", "nil",
    };

    private static readonly HashSet<string> Yes = new(StringComparer.Ordinal) { "true", "oui", "yes", "o", "y", "vrai" };

    private static readonly HashSet<string> No = new(StringComparer.Ordinal) { "false", "non", "no", "n", "faux" };

    private static readonly HashSet<string> NoDrug = new(StringComparer.Ordinal)
    {
        "non", "no", "sans", "aucun traitement", "pas de traitement", "aucun medicament", "pas de medicament", "aucun anticoagulant",
        "pas d'anticoagulant", "aucun anticoagulant ni antiagregant", "no drugs", "no medication", "no anticoagulant",
    };

    /// <summary>Answers to «which drugs» that mean: known to be none.</summary>
    public static bool MeanNoDrug(string typed)
    {
        var folded = Fold.Text(typed).TrimEnd('.', '!', ' ');
        return None.Contains(folded) || NoDrug.Contains(folded);
    }

    public static bool MeanUnknown(string typed) => Unknown.Contains(Fold.Text(typed));

    public static bool MeanNone(string typed) => None.Contains(Fold.Text(typed));

    public static bool? MeanYesOrNo(string typed) => Fold.Text(typed) switch
    {
        var word when Yes.Contains(word) => true,
        var word when No.Contains(word) => false,
        _ => null,
    };
}
