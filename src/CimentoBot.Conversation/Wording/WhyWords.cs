using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Wording;

/// <summary>The sentences of the answer to <c>pourquoi</c>.</summary>
internal static class WhyWords
{
    public static readonly Phrase Why = new("Pourquoi", "Why");
    public static readonly Phrase SoFar = new("À ce stade", "So far");
    public static readonly Phrase Applies = new("Ce qui s’applique", "What applies");
    public static readonly Phrase InFavour = new("En faveur", "In favour");
    public static readonly Phrase StillOpen = new("Ce qui reste ouvert", "What is still open");
    public static readonly Phrase WhyNot = new("Ce qui ne s’applique pas", "What does not apply");
    public static readonly Phrase Because = new("Parce que", "Because");
    public static readonly Phrase Awaits = new("attend", "awaits");
    public static readonly Phrase Condition = new("Condition", "Condition");
    public static readonly Phrase Answers = new("Réponses", "Answers");
    public static readonly Phrase Holds = new("S’applique", "Applies");
    public static readonly Phrase Fails = new("Ne s’applique pas", "Does not apply");
    public static readonly Phrase Open = new("Encore ouvert", "Still open");
    public static readonly Phrase NotShown = new("Pas montré, le ciment étant refusé", "Not shown, cement being refused");

    public static readonly Phrase Withheld = new(
        "Le ciment étant refusé, le calendrier des médicaments et les risques du geste ne sont pas donnés.",
        "Cement being refused, the medication schedule and the risks of the procedure are not given.");

    public static readonly Phrase HowToAsk = new(
        "Pour une règle en détail, suggestions et informations comprises : **pourquoi** et un libellé ou un identifiant, par exemple *pourquoi plaquettes*.",
        "For one rule in detail, suggestions and information included: **why** and a label or an id, for example *why platelets*.");

    public static readonly Phrase NothingFits = new(
        "Aucune règle et aucune réponse ne porte ce nom.", "No rule and no answer bears this name.");

    public static readonly Phrase NoRuleReads = new(
        "Aucune règle ne lit cette réponse : elle est montrée, jamais interprétée.", "No rule reads this answer: it is shown, never interpreted.");

    public static Phrase More(int number) => new($"et {number} autres", $"and {number} more");
}
