using Microsoft.Bot.Schema.Teams;

namespace Microsoft.Bot.Connector.Teams;

/// <summary>The connector's calls under /v3/teams, for TeamsInfo.</summary>
internal static class TeamsCalls
{
    public static async Task<TeamDetails> GetTeamAsync(ConnectorClient client, string teamId, CancellationToken cancellationToken)
    {
        var answer = await new ConnectorCall(client).SendAsync<TeamDetails>(
            HttpMethod.Get, Of(teamId), null, null, null, cancellationToken, untypedErrors: true);
        return answer.Body;
    }

    public static async Task<ConversationList> GetChannelsAsync(ConnectorClient client, string teamId, CancellationToken cancellationToken)
    {
        var answer = await new ConnectorCall(client).SendAsync<ConversationList>(
            HttpMethod.Get, $"{Of(teamId)}/conversations", null, null, null, cancellationToken, untypedErrors: true);
        return answer.Body;
    }

    private static string Of(string teamId) => $"v3/teams/{Uri.EscapeDataString(teamId)}";
}
