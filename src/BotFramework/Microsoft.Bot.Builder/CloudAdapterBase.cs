using System.Globalization;
using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter that talks to channels through the connector.</summary>
public abstract class CloudAdapterBase : BotAdapter
{
    private readonly BotFrameworkAuthentication authentication;

    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        authentication = botFrameworkAuthentication ?? throw new ArgumentNullException(nameof(botFrameworkAuthentication));
        Logger = logger ?? NullLogger.Instance;
    }

    protected ILogger Logger { get; private set; }

    /// <summary>Sends one after the other; a delay waits, an invoke response is kept for the HTTP answer, a trace goes to the emulator only.</summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            activities[i].Id = null;
            responses[i] = await SendOneAsync(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return BodyAsync(ConversationsOf(turnContext).UpdateActivityWithHttpMessagesAsync(
            activity.Conversation.Id, activity.Id, activity, cancellationToken: cancellationToken));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return ConversationsOf(turnContext).DeleteActivityWithHttpMessagesAsync(
            reference.Conversation.Id, reference.ActivityId, cancellationToken: cancellationToken);
    }

    public override async Task ContinueConversationAsync(
        string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);
        var identity = IdentityOf(botAppId);
        var activity = reference.GetContinuationActivity();
        var factory = authentication.CreateConnectorFactory(identity);
        using var connector = await factory.CreateAsync(activity.ServiceUrl, null, cancellationToken);
        await RunTurnAsync(activity, identity, null, connector, factory, callback, cancellationToken);
    }

    /// <summary>Makes the conversation, then runs the callback in it as the event CreateConversation.</summary>
    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters,
        BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(serviceUrl))
        {
            throw new ArgumentNullException(nameof(serviceUrl));
        }

        ArgumentNullException.ThrowIfNull(conversationParameters);
        ArgumentNullException.ThrowIfNull(callback);
        var identity = IdentityOf(botAppId);
        identity.AddClaim(new Claim(AuthenticationConstants.ServiceUrlClaim, serviceUrl));
        var factory = authentication.CreateConnectorFactory(identity);
        using var connector = await factory.CreateAsync(serviceUrl, audience, cancellationToken);
        var created = await BodyAsync(
            connector.Conversations.CreateConversationWithHttpMessagesAsync(conversationParameters, cancellationToken: cancellationToken));
        var activity = new Activity(ActivityTypes.Event)
        {
            Name = ActivityEventNames.CreateConversation,
            ChannelId = channelId,
            ServiceUrl = serviceUrl,
            Id = created.ActivityId ?? Guid.NewGuid().ToString("n"),
            Conversation = new ConversationAccount(id: created.Id, tenantId: conversationParameters.TenantId),
            ChannelData = conversationParameters.ChannelData,
            Recipient = conversationParameters.Bot,
        };
        await RunTurnAsync(activity, identity, null, connector, factory, callback, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var authenticated = await authentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);

        // Never taken from the wire.
        activity.CallerId = authenticated.CallerId;
        var factory = authenticated.ConnectorFactory;
        using var connector = await factory.CreateAsync(activity.ServiceUrl, authenticated.Audience, cancellationToken);
        return await RunTurnAsync(
            activity, authenticated.ClaimsIdentity, authenticated.Audience, connector, factory, callback, cancellationToken);
    }

    private static ClaimsIdentity IdentityOf(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private static IConversations ConversationsOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>().Conversations;

    private static async Task<T> BodyAsync<T>(Task<HttpOperationResponse<T>> answer) => (await answer).Body;

    private static async Task<ResourceResponse> SendOneAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        switch (activity.Type)
        {
            case ActivityTypesEx.Delay:
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), cancellationToken);
                return null;
            case ActivityTypesEx.InvokeResponse:
                turnContext.TurnState.Add(InvokeResponseKey, activity);
                return null;
            case ActivityTypes.Trace when activity.ChannelId != Channels.Emulator:
                return null;
            default:
                var conversations = ConversationsOf(turnContext);
                return await BodyAsync(string.IsNullOrWhiteSpace(activity.ReplyToId)
                    ? conversations.SendToConversationWithHttpMessagesAsync(
                        activity.Conversation.Id, activity, cancellationToken: cancellationToken)
                    : conversations.ReplyToActivityWithHttpMessagesAsync(
                        activity.Conversation.Id, activity.ReplyToId, activity, cancellationToken: cancellationToken));
        }
    }

    private async Task<InvokeResponse> RunTurnAsync(
        Activity activity, ClaimsIdentity identity, string audience, IConnectorClient connector, ConnectorFactory factory,
        BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(connector);
        turn.TurnState.Add(callback);
        turn.TurnState.Add(factory);
        turn.TurnState.Set(OAuthScopeKey, audience);
        await RunPipelineAsync(turn, callback, cancellationToken);
        return AnswerOf(turn);
    }

    private static InvokeResponse AnswerOf(TurnContext turn)
    {
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
        {
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(turn.BufferedReplyActivities) };
        }

        if (turn.Activity.Type != ActivityTypes.Invoke)
        {
            return null;
        }

        var answer = turn.TurnState.Get<Activity>(InvokeResponseKey);
        return answer == null
            ? new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented }
            : (InvokeResponse)answer.Value;
    }
}
