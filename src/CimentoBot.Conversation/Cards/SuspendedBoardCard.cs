using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>A case in its channel while the guideline is suspended: that it is, why, and where the case stands. No verdict, no hold, nothing to press.</summary>
internal static class SuspendedBoardCard
{
    public static AdaptiveCard Of(CaseFile file, BoardCase board, string reason, Language language)
    {
        var line = SuspensionWords.Line(reason).In(language);
        var card = CardKit.Card(file, language, line.Replace("**", "", StringComparison.Ordinal));
        card.Body.Add(CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(line)));
        card.Body.Add(CardKit.Box(
            AdaptiveContainerStyle.Accent,
            [
                CardKit.Text($"**{BoardWords.SessionLine(board.Session).In(language)}**"),
                CardKit.Note(BoardWords.SuspendedLine(board).In(language)),
                .. board.Standing is not { } closing ? (IEnumerable<AdaptiveElement>)[] : [CardKit.Text(BoardWords.DecisionLine(closing).In(language))],
            ]));
        card.Body.Add(CardKit.Note(BoardWords.WaitsForTheGuideline.In(language)));
        return card;
    }

    /// <summary>What the notification shows.</summary>
    public static string Summary(BoardCase board, Language language) => $"{SuspensionWords.Withheld.In(language)} — {board.Code}";
}
