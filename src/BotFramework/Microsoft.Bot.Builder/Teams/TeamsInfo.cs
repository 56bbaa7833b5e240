using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about teams, channels and members, and starts conversations in channels.</summary>
public static class TeamsInfo
{
    public static Task<TeamDetails> GetTeamDetailsAsync(
        ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default) =>
        TeamsCalls.GetTeamAsync(HttpConnectorOf(turnContext), TeamOf(turnContext, teamId), cancellationToken);

    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var team = TeamOf(turnContext, teamId);
        var channels = await TeamsCalls.GetChannelsAsync(HttpConnectorOf(turnContext), team, cancellationToken);
        return channels.Conversations;
    }

    public static Task<TeamsPagedMembersResult> GetPagedTeamMembersAsync(
        ITurnContext turnContext, string teamId = null, string continuationToken = null, int? pageSize = null,
        CancellationToken cancellationToken = default) =>
        PageOfAsync(turnContext, TeamOf(turnContext, teamId), continuationToken, pageSize, cancellationToken);

    /// <summary>A page of the team's members in a team, else of the conversation's.</summary>
    public static Task<TeamsPagedMembersResult> GetPagedMembersAsync(
        ITurnContext turnContext, int? pageSize = null, string continuationToken = null,
        CancellationToken cancellationToken = default) =>
        PageOfAsync(turnContext, TeamOrConversationOf(turnContext), continuationToken, pageSize, cancellationToken);

    public static Task<TeamsChannelAccount> GetTeamMemberAsync(
        ITurnContext turnContext, string userId, string teamId = null, CancellationToken cancellationToken = default) =>
        MemberOfAsync(turnContext, userId, TeamOf(turnContext, teamId), cancellationToken);

    /// <summary>A member of the team in a team, else of the conversation.</summary>
    public static Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default) =>
        MemberOfAsync(turnContext, userId, TeamOrConversationOf(turnContext), cancellationToken);

    /// <summary>Starts a thread in a channel; gives where it is and the id of its first message.</summary>
    public static async Task<Tuple<ConversationReference, string>> SendMessageToTeamsChannelAsync(
        ITurnContext turnContext, IActivity activity, string teamsChannelId, string botAppId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (turnContext.Activity == null)
        {
            throw new InvalidOperationException(nameof(turnContext.Activity));
        }

        if (string.IsNullOrEmpty(teamsChannelId))
        {
            throw new ArgumentNullException(nameof(teamsChannelId));
        }

        ConversationReference thread = null;
        var firstMessage = string.Empty;
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo { Id = teamsChannelId } },
            Activity = (Activity)activity,
        };
        await turnContext.Adapter.CreateConversationAsync(
            botAppId,
            Channels.Msteams,
            turnContext.Activity.ServiceUrl,
            null,
            parameters,
            (created, _) =>
            {
                thread = created.Activity.GetConversationReference();
                firstMessage = created.Activity.Id;
                return Task.CompletedTask;
            },
            cancellationToken);
        return Tuple.Create(thread, firstMessage);
    }

    private static string TeamOf(ITurnContext turnContext, string teamId) =>
        teamId
        ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
        ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");

    private static string TeamOrConversationOf(ITurnContext turnContext) =>
        turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity?.Conversation?.Id;

    private static async Task<TeamsPagedMembersResult> PageOfAsync(
        ITurnContext turnContext, string conversationId, string continuationToken, int? pageSize, CancellationToken cancellationToken)
    {
        var conversations = ConnectorOf(turnContext).Conversations;
        Require(conversationId, "conversation Id");
        var page = await conversations.GetConversationPagedMembersAsync(conversationId, pageSize, continuationToken, cancellationToken);
        return new TeamsPagedMembersResult(page.ContinuationToken, page.Members);
    }

    private static async Task<TeamsChannelAccount> MemberOfAsync(
        ITurnContext turnContext, string userId, string conversationId, CancellationToken cancellationToken)
    {
        var conversations = ConnectorOf(turnContext).Conversations;
        Require(conversationId, "conversation Id");
        Require(userId, "user Id");
        var member = await ((Conversations)conversations).GetConversationMemberAsync(userId, conversationId, cancellationToken);
        return JObject.FromObject(member).ToObject<TeamsChannelAccount>();
    }

    private static void Require(string id, string what)
    {
        if (id == null)
        {
            throw new InvalidOperationException($"The GetMembers operation needs a valid {what}.");
        }
    }

    private static IConnectorClient ConnectorOf(ITurnContext turnContext) =>
        turnContext.TurnState.Get<IConnectorClient>()
        ?? throw new InvalidOperationException("This method requires a connector client.");

    private static ConnectorClient HttpConnectorOf(ITurnContext turnContext) =>
        ConnectorOf(turnContext) as ConnectorClient
        ?? throw new InvalidOperationException("This method requires a connector client over HTTP.");
}
