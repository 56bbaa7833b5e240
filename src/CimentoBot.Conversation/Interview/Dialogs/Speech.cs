using AdaptiveCards;
using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Says things in a turn: text is a message of its own, a card another. What the turn knew of its case is no longer sure then.</summary>
internal static class Speech
{
    public static Task<ResourceResponse> SayAsync(this ITurnContext turn, Phrase phrase, Language language, CancellationToken cancellationToken) =>
        turn.SayAsync(phrase.In(language), cancellationToken);

    public static Task<ResourceResponse> SayAsync(this ITurnContext turn, string text, CancellationToken cancellationToken)
    {
        KnownCase.Forget(turn);
        return turn.SendActivityAsync(MessageFactory.Text(text), cancellationToken);
    }

    /// <summary>Shows a card; the id of its message, by which it can be rewritten.</summary>
    public static async Task<string?> ShowAsync(this ITurnContext turn, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        KnownCase.Forget(turn);
        return (await turn.SendActivityAsync(CardKit.Message(card, summary), cancellationToken))?.Id;
    }

    /// <summary>Rewrites a card's message. A channel that cannot is no reason to fail the turn: the answer was taken.</summary>
    public static async Task RewriteAsync(this ITurnContext turn, string? message, AdaptiveCard card, string summary, CancellationToken cancellationToken)
    {
        if (message is null)
        {
            return;
        }

        KnownCase.Forget(turn);
        var update = CardKit.Message(card, summary);
        update.Id = message;
        try
        {
            await turn.UpdateActivityAsync(update, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // The old card stays as it was; its revision makes an answer to it harmless.
        }
    }
}
