using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>Asks Teams about members.</summary>
public static class TeamsInfo
{
    /// <summary>A member of the team in a team, else of the conversation.</summary>
    public static async Task<TeamsChannelAccount> GetMemberAsync(
        ITurnContext turnContext, string userId, CancellationToken cancellationToken = default)
    {
        var conversations = turnContext.TurnState.Get<IConnectorClient>()?.Conversations
            ?? throw new InvalidOperationException("This method requires a connector client.");
        var place = turnContext.Activity.TeamsGetTeamInfo()?.Id ?? turnContext.Activity?.Conversation?.Id;
        Require(place, "conversation Id");
        Require(userId, "user Id");
        var member = await ((Conversations)conversations).GetConversationMemberAsync(userId, place, cancellationToken);
        return JObject.FromObject(member).ToObject<TeamsChannelAccount>();
    }

    /// <summary>The channels of a team; the General one, which bears the team's id, has no name.</summary>
    public static async Task<IList<ChannelInfo>> GetTeamChannelsAsync(
        ITurnContext turnContext, string teamId = null, CancellationToken cancellationToken = default)
    {
        var team = teamId ?? turnContext.Activity.TeamsGetTeamInfo()?.Id
            ?? throw new InvalidOperationException("This method is only valid within the scope of MS Teams Team.");
        var connector = turnContext.TurnState.Get<IConnectorClient>()
            ?? throw new InvalidOperationException("This method requires a connector client.");
        return await ((ConnectorClient)connector).GetTeamChannelsAsync(team, cancellationToken);
    }

    private static void Require(string id, string what)
    {
        if (id == null)
        {
            throw new InvalidOperationException($"The GetMembers operation needs a valid {what}.");
        }
    }
}
