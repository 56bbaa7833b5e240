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

    private static void Require(string id, string what)
    {
        if (id == null)
        {
            throw new InvalidOperationException($"The GetMembers operation needs a valid {what}.");
        }
    }
}
