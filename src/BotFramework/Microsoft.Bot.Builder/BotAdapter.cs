using System.Globalization;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>Carries activities between a channel and a bot, through middleware.</summary>
public abstract class BotAdapter
{
    public const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";
    public const string BotIdentityKey = "BotIdentity";
    public const string OAuthScopeKey = "Microsoft.Bot.Builder.BotAdapter.OAuthScope";

    private readonly List<IMiddleware> middlewares = [];

    public BotAdapter()
    {
    }

    /// <summary>Takes a turn's exception; without it, the exception goes to the caller.</summary>
    public Func<ITurnContext, Exception, Task> OnTurnError { get; set; }

    /// <summary>Adds a middleware; the first is around all that follow.</summary>
    public BotAdapter Use(IMiddleware middleware)
    {
        middlewares.Add(middleware ?? throw new ArgumentNullException(nameof(middleware)));
        return this;
    }

    public abstract Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken);

    public abstract Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken);

    public abstract Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken);

    /// <summary>Starts a turn that nobody on the channel began: the event ContinueConversation.</summary>
    public virtual async Task ContinueConversationAsync(
        string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var context = new TurnContext(this, reference.GetContinuationActivity());
        await RunPipelineAsync(context, callback, cancellationToken);
    }

    public virtual Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Runs middleware and callback in the culture of the activity's locale (not the UI culture); a locale that is no
    /// culture is passed over.
    /// </summary>
    protected async Task RunPipelineAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity == null)
        {
            // Officially: a proactive turn, without middleware.
            await (callback?.Invoke(turnContext, cancellationToken) ?? Task.CompletedTask);
            return;
        }

        SpeakAs(turnContext);
        try
        {
            await From(0, cancellationToken);
        }
        catch (Exception e) when (OnTurnError != null)
        {
            await OnTurnError(turnContext, e);
        }

        Task From(int index, CancellationToken token) => index == middlewares.Count
            ? callback?.Invoke(turnContext, token) ?? Task.CompletedTask
            : middlewares[index].OnTurnAsync(turnContext, rest => From(index + 1, rest), token);
    }

    private static void SpeakAs(ITurnContext turnContext)
    {
        var locale = turnContext.Activity.Locale;
        if (locale == null)
        {
            return;
        }

        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(locale);
        }
        catch (CultureNotFoundException)
        {
            locale = CultureInfo.CurrentCulture.Name;
        }

        if (turnContext is TurnContext context)
        {
            context.Locale = locale;
        }
    }
}
