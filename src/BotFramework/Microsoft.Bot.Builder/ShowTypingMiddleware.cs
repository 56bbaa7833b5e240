using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>
/// Shows that the bot is typing while a message is being answered: first after <c>delay</c> ms, then each <c>period</c>
/// ms. A message that is sent starts the wait anew.
/// </summary>
public class ShowTypingMiddleware : IMiddleware
{
    private readonly TimeSpan delay;
    private readonly TimeSpan period;
    private readonly ConcurrentDictionary<string, (Task Typing, CancellationTokenSource Stop)> conversations = new();

    public ShowTypingMiddleware(int delay = 500, int period = 2000)
    {
        if (delay < 0)
        {
            throw new ArgumentOutOfRangeException(nameof(delay), "Delay must be greater than or equal to zero");
        }

        if (period <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(period), "Repeat period must be greater than zero");
        }

        this.delay = TimeSpan.FromMilliseconds(delay);
        this.period = TimeSpan.FromMilliseconds(period);
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        turnContext.OnSendActivities(async (context, activities, send) =>
        {
            if (activities.Any(activity => activity.Type == ActivityTypes.Message))
            {
                await RestartAsync(context);
            }

            return await send();
        });
        await RestartAsync(turnContext);
        await next(cancellationToken);
        await StopAsync(turnContext);
    }

    // A bot that calls names itself beside the one it calls; it shows typing itself.
    private static bool IsForAnotherBot(ITurnContext turnContext)
    {
        var caller = turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity;
        var audience = caller?.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        var version = caller?.FindFirst(AuthenticationConstants.VersionClaim)?.Value;
        var claim = version == "1.0" ? AuthenticationConstants.AppIdClaim : AuthenticationConstants.AuthorizedParty;
        var appId = caller?.FindFirst(claim)?.Value;
        return !string.IsNullOrWhiteSpace(version)
            && !string.IsNullOrWhiteSpace(audience)
            && !AuthenticationConstants.ToBotFromChannelTokenIssuer.Equals(audience, StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrWhiteSpace(appId)
            && appId != audience;
    }

    private async Task RestartAsync(ITurnContext turnContext)
    {
        if (turnContext.Activity.Type != ActivityTypes.Message || IsForAnotherBot(turnContext))
        {
            return;
        }

        await StopAsync(turnContext);
        var stop = new CancellationTokenSource();
        var typing = TypeAsync(turnContext, stop.Token);
        conversations.TryAdd(turnContext.Activity.Conversation.Id, (typing, stop));
    }

    private async Task StopAsync(ITurnContext turnContext)
    {
        var id = turnContext.Activity?.Conversation?.Id;
        if (!string.IsNullOrEmpty(id) && conversations.TryRemove(id, out var running))
        {
            await running.Stop.CancelAsync();
            running.Stop.Dispose();
            await running.Typing;
        }
    }

    private async Task TypeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        try
        {
            await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
            while (!cancellationToken.IsCancellationRequested)
            {
                // Straight to the adapter: handlers of the turn do not see it, and the turn has not responded by it.
                var typing = new Activity(ActivityTypes.Typing) { RelatesTo = turnContext.Activity.RelatesTo }
                    .ApplyConversationReference(turnContext.Activity.GetConversationReference());
                await turnContext.Adapter.SendActivitiesAsync(turnContext, [typing], cancellationToken).ConfigureAwait(false);
                await Task.Delay(period, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The turn has been answered.
        }
    }
}
