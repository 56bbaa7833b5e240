using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The connector's calls under /v3/conversations, over HTTP.</summary>
internal sealed class Conversations(ConnectorClient client) : IConversations
{
    private readonly ConnectorCall call = new(client);
    private readonly ConnectorCall callForPages = new(client, readsReasons: false);

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        call.SendAsync<ConversationResourceResponse>(
            HttpMethod.Post, "v3/conversations", parameters, null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        call.SendAsync<ResourceResponse>(
            HttpMethod.Post, $"{In(conversationId)}/activities", activity, null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        call.SendAsync<ResourceResponse>(
            HttpMethod.Put, At(conversationId, activityId), activity, null, customHeaders, cancellationToken);

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default) =>
        call.SendAsync<ResourceResponse>(
            HttpMethod.Post, At(conversationId, activityId), activity, conversationId, customHeaders, cancellationToken);

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        return await call.SendAsync<object>(
            HttpMethod.Delete, At(conversationId, activityId), null, null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<PagedMembersResult>> GetConversationPagedMembersWithHttpMessagesAsync(
        string conversationId,
        int? pageSize = null,
        string continuationToken = null,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        var asked = new List<string>();
        if (pageSize != null)
        {
            asked.Add(FormattableString.Invariant($"pageSize={pageSize}"));
        }

        if (continuationToken != null)
        {
            asked.Add($"continuationToken={Uri.EscapeDataString(continuationToken)}");
        }

        var query = asked.Count == 0 ? string.Empty : $"?{string.Join('&', asked)}";
        return callForPages.SendAsync<PagedMembersResult>(
            HttpMethod.Get, $"{In(conversationId)}/pagedmembers{query}", null, null, customHeaders, cancellationToken);
    }

    public async Task<ChannelAccount> GetConversationMemberAsync(string userId, string conversationId, CancellationToken cancellationToken)
    {
        using var answer = await call.SendAsync<ChannelAccount>(
            HttpMethod.Get, $"{In(conversationId)}/members/{Uri.EscapeDataString(userId)}", null, null, null, cancellationToken);
        return answer.Body;
    }

    private static string In(string conversationId) => $"v3/conversations/{Uri.EscapeDataString(conversationId)}";

    private static string At(string conversationId, string activityId) =>
        $"{In(conversationId)}/activities/{Uri.EscapeDataString(activityId)}";
}
