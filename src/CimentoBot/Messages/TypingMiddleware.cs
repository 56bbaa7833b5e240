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

        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = Task.CompletedTask;
        await using var patience = clock.CreateTimer(_ => typing = TypeAsync(turnContext, answered.Token), null, Patience, Timeout.InfiniteTimeSpan);
        turnContext.OnSendActivities(async (_, _, send) =>
        {
            await StopAsync();
            return await send();
        });
        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await StopAsync();
        }

        // What is sent after a turn that failed comes by here too.
        async Task StopAsync()
        {
            await patience.DisposeAsync();
            if (!typing.IsCompleted)
            {
                await answered.CancelAsync();
                await typing;
            }
        }
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
