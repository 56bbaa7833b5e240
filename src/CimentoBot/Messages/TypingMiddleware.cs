using CimentoBot.Conversation;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace CimentoBot.Messages;

/// <summary>Shows once that the bot is typing where a message is not answered at once; never after the answer.</summary>
internal sealed class TypingMiddleware(TimeProvider clock, ILogger<TypingMiddleware> logger) : IMiddleware
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        if (turnContext.Activity is not { Type: ActivityTypes.Message, DeliveryMode: not DeliveryModes.ExpectReplies })
        {
            await next(cancellationToken);
            return;
        }

        await using var typing = new Meanwhile(answered => TypeAsync(turnContext, answered), Patience, Timeout.InfiniteTimeSpan, clock);
        turnContext.OnSendActivities(async (_, _, send) =>
        {
            // What is sent after a turn that failed comes by here too.
            await typing.DisposeAsync();
            return await send();
        });
        await next(cancellationToken);
    }

    /// <summary>Straight to the adapter: the turn has not answered by it.</summary>
    private async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            var typing = new Activity(ActivityTypes.Typing).ApplyConversationReference(turnContext.Activity.GetConversationReference());
            await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // The turn has been answered.
        }
#pragma warning disable CA1031 // A sign of life that cannot be given is no reason to fail the turn.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failures.Log(logger, failure);
        }
    }
}
