using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Wording;

/// <summary>What is said while the guideline is suspended. The reason is the hospital's own words: shown, not obeyed as Markdown.</summary>
internal static class SuspensionWords
{
    public static readonly Phrase Withheld = new("verdict non montré, recommandation suspendue", "verdict not shown, guideline suspended");

    /// <summary>One line, on every card of the interview.</summary>
    public static Phrase Line(string reason) => new(
        $"**Recommandation suspendue**, aucun verdict n’est donné : {CardKit.Plain(reason)}",
        $"**Guideline suspended**, no verdict is given: {CardKit.Plain(reason)}");

    /// <summary>The same on paper, where nothing is Markdown.</summary>
    public static Phrase OnPaper(string reason) => new(
        $"Recommandation suspendue, aucun verdict n’est donné : {reason}", $"Guideline suspended, no verdict is given: {reason}");

    /// <summary>Said instead of what would evaluate.</summary>
    public static Phrase Notice(string reason)
    {
        var line = Line(reason);
        return new(
            $"{line.Fr}\n\nLes réponses sont gardées et l’entretien peut être rempli. Écrire **reprendre** ou **terminer** quand la recommandation sera rétablie.",
            $"{line.En}\n\nThe answers are kept and the interview can be filled in. Type **resume** or **finish** once the guideline is back in force.");
    }
}
