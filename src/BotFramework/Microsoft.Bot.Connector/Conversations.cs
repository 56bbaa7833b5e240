using System.Globalization;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector;

/// <summary>The connector's calls under /v3/conversations, over HTTP.</summary>
public class Conversations : IConversations
{
    private readonly ConnectorCall call;

    public Conversations(ConnectorClient client)
    {
        call = new ConnectorCall(client ?? throw new ArgumentNullException(nameof(client)));
    }

    public Task<HttpOperationResponse<ConversationResourceResponse>> CreateConversationWithHttpMessagesAsync(
        ConversationParameters parameters,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(parameters, nameof(parameters));
        return call.SendAsync<ConversationResourceResponse>(
            HttpMethod.Post, "v3/conversations", parameters, null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> SendToConversationWithHttpMessagesAsync(
        string conversationId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(conversationId, nameof(conversationId));
        Require(activity, nameof(activity));
        return call.SendAsync<ResourceResponse>(
            HttpMethod.Post, $"{In(conversationId)}/activities", activity, null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> UpdateActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(conversationId, nameof(conversationId));
        Require(activityId, nameof(activityId));
        Require(activity, nameof(activity));
        return call.SendAsync<ResourceResponse>(
            HttpMethod.Put, At(conversationId, activityId), activity, null, customHeaders, cancellationToken);
    }

    public Task<HttpOperationResponse<ResourceResponse>> ReplyToActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Activity activity,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(conversationId, nameof(conversationId));
        Require(activityId, nameof(activityId));
        Require(activity, nameof(activity));
        return call.SendAsync<ResourceResponse>(
            HttpMethod.Post, At(conversationId, activityId), activity, conversationId, customHeaders, cancellationToken);
    }

    public async Task<HttpOperationResponse> DeleteActivityWithHttpMessagesAsync(
        string conversationId,
        string activityId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(conversationId, nameof(conversationId));
        Require(activityId, nameof(activityId));
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
        Require(conversationId, nameof(conversationId));
        var query = new List<string>();
        if (pageSize != null)
        {
            query.Add("pageSize=" + pageSize.Value.ToString(CultureInfo.InvariantCulture));
        }

        if (continuationToken != null)
        {
            query.Add("continuationToken=" + Uri.EscapeDataString(continuationToken));
        }

        var path = $"{In(conversationId)}/pagedmembers" + (query.Count > 0 ? "?" + string.Join('&', query) : string.Empty);
        return call.SendAsync<PagedMembersResult>(HttpMethod.Get, path, null, null, customHeaders, cancellationToken, untypedErrors: true);
    }

    public Task<HttpOperationResponse<ChannelAccount>> GetConversationMemberWithHttpMessagesAsync(
        string userId,
        string conversationId,
        Dictionary<string, List<string>> customHeaders = null,
        CancellationToken cancellationToken = default)
    {
        Require(conversationId, nameof(conversationId));
        Require(userId, nameof(userId));
        return call.SendAsync<ChannelAccount>(
            HttpMethod.Get, $"{In(conversationId)}/members/{Uri.EscapeDataString(userId)}", null, null, customHeaders, cancellationToken);
    }

    private static string In(string conversationId) => $"v3/conversations/{Uri.EscapeDataString(conversationId)}";

    private static string At(string conversationId, string activityId) =>
        $"{In(conversationId)}/activities/{Uri.EscapeDataString(activityId)}";

    private static void Require(object argument, string name)
    {
        if (argument == null)
        {
            throw new ValidationException(ValidationRules.CannotBeNull, name);
        }
    }
}
