using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Messages;

/// <summary>How the host answers where the bot does not.</summary>
internal static class TurnAnswers
{
    /// <summary>Whether the bot began the turn itself. The door lets no such event in from outside.</summary>
    public static bool IsOwnTurn(Activity activity) =>
        activity is { Type: ActivityTypes.Event, Name: ActivityEventNames.ContinueConversation or ActivityEventNames.CreateConversation };

    /// <summary>The activity's language if the bot speaks it.</summary>
    public static Language LanguageOf(Activity activity, Language otherwise) => activity.Locale?.Split('-')[0].ToUpperInvariant() switch
    {
        "FR" => Language.French,
        "EN" => Language.English,
        _ => otherwise,
    };

    /// <summary>
    /// An error in place of what an invoke asked for: beneath the card, or among the results of a search. An answer whose own status is an
    /// error is not shown at all.
    /// </summary>
    public static Activity InPlace(Activity activity, int status, string code, string text) => new()
    {
        Type = ActivityTypesEx.InvokeResponse,
        Value = new InvokeResponse
        {
            Status = StatusCodes.Status200OK,
            Body = CaseSharing.IsSearch(activity)
                ? CaseSharing.Said(text)
                : new AdaptiveCardInvokeResponse
                {
                    StatusCode = status,
                    Type = "application/vnd.microsoft.error",
                    Value = new Error(code, text),
                },
        },
    };
}
