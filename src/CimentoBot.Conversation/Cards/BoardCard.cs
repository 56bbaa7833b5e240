using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>The case as the board's channel sees it, in the board's language.</summary>
internal static class BoardCard
{
    public static AdaptiveCard Of(CaseFile file, VerdictView view, BoardPost post, Language language)
    {
        var card = CardKit.Card(file, language, VerdictCard.Fallback(view));
        var body = VerdictCard.Body(view, language).ToList();
        body.Insert(1, CardKit.Box(AdaptiveContainerStyle.Accent, Head(post, language)));
        card.Body.AddRange(body);
        return card;
    }

    public static string Summary(CaseFile file, VerdictView view, BoardPost post, Language language) =>
        $"{VerdictCard.Summary(file, view)} — {BoardWords.SessionLine(post).In(language)}";

    private static IEnumerable<AdaptiveElement> Head(BoardPost post, Language language)
    {
        yield return CardKit.Text($"**{BoardWords.SessionLine(post).In(language)}**");
        if (post.Question.Length > 0)
        {
            yield return CardKit.Text(BoardWords.QuestionLine(CardKit.Plain(post.Question)).In(language));
        }
    }
}
