using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>A case as it is put into any conversation: the verdict of the day and where it stands. Nobody's words, nothing to press, and that it is a copy.</summary>
internal static class SharedCard
{
    /// <summary>A case that was not presented.</summary>
    public static AdaptiveCard Of(CaseFile file, VerdictView view, NodaTime.LocalDate today, Language language) =>
        Of(file, view, today, [CardKit.Note(SharingWords.NotPresented.In(language))], language);

    /// <summary>A case before its board.</summary>
    public static AdaptiveCard Of(BoardView view, NodaTime.LocalDate today, Language language)
    {
        var board = view.Board;
        AdaptiveElement[] standing =
        [
            CardKit.Text(BoardWords.SessionLine(board.Session).In(language)),
            CardKit.Note(BoardWords.StateLine(board).In(language)),
            .. view.NeedsCheck ? (IEnumerable<AdaptiveElement>)[CardKit.Text(BoardWords.ToBeRechecked.In(language))] : [],
            .. board.Standing is { } closing ? (IEnumerable<AdaptiveElement>)[CardKit.Text($"**{BoardWords.DecisionLine(closing).In(language)}**")] : [],
        ];
        return Of(view.File, view.Verdict, today, standing, language);
    }

    private static AdaptiveCard Of(CaseFile file, VerdictView view, NodaTime.LocalDate today, IEnumerable<AdaptiveElement> standing, Language language)
    {
        var card = CardKit.Card(file, language, VerdictCard.Fallback(view));
        var body = VerdictCard.Body(view, language).ToList();
        body.Insert(1, CardKit.Box(
            AdaptiveContainerStyle.Accent,
            [CardKit.Text($"**{SharingWords.CopyOf(today).In(language)}**"), .. standing, CardKit.Note(SharingWords.DoesNotChange.In(language))]));
        card.Body.AddRange(body);
        return card;
    }
}
