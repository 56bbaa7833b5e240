using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board;

/// <summary>What changed between two presentations of a case, for the thread that discussed the first.</summary>
internal static class PresentationChange
{
    public static Phrase Between(string code, Presentation before, Presentation now) => BoardWords.Changed(
        code, new(Facts(before, now, Language.French), Facts(before, now, Language.English)), before.Decision.Verdict, now.Decision.Verdict);

    private static string Facts(Presentation before, Presentation now, Language language)
    {
        var colon = language == Language.French ? " : " : ": ";
        return string.Join(" · ", Vocabulary.All
            .Select(fact => (Fact: fact, Before: Value(fact, before, language), Now: Value(fact, now, language)))
            .Where(change => change.Before != change.Now)
            .Select(change => $"{change.Fact.Label.In(language)}{colon}{change.Before} → {change.Now}"));
    }

    private static string Value(Fact fact, Presentation presentation, Language language) =>
        CardKit.Plain(Recap.ValueOf(fact, presentation.Facts).In(language));
}
