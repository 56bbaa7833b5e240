using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>What stands where a case is presented no longer: where it went. No verdict, no hold, nothing to press.</summary>
internal static class MovedCard
{
    public static AdaptiveCard Of(CaseFile file, string says, Language language)
    {
        var card = CardKit.Card(file, language, says);
        card.Body.Add(CardKit.Box(AdaptiveContainerStyle.Accent, CardKit.Text(says)));
        return card;
    }
}
