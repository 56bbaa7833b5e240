using System.Net;
using System.Net.Http.Headers;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace Microsoft.Bot.Connector;

/// <summary>The channel's side of a conversation.</summary>
public interface IConnectorClient : IDisposable
{
    Uri BaseUri { get; set; }

    JsonSerializerSettings SerializationSettings { get; }

    JsonSerializerSettings DeserializationSettings { get; }

    IConversations Conversations { get; }
}

/// <summary>
/// The connector over HTTP. The official one builds a contract resolver for each client, which is most of a turn's cost;
/// here all clients share one. Settings stay settable from outside, so that the same cure works officially.
/// </summary>
internal sealed class ConnectorClient : IConnectorClient
{
    private static readonly DefaultContractResolver SharedResolver = new();

    /// <summary>A bot on that HTTP client, which is disposed of with this one; null is one of its own.</summary>
    public ConnectorClient(Uri baseUri, ServiceClientCredentials credentials, HttpClient httpClient)
    {
        BaseUri = baseUri;
        Credentials = credentials;
        HttpClient = httpClient ?? new HttpClient();
        Conversations = new Conversations(this);
        SayThatABotCalls(HttpClient);
    }

    public Uri BaseUri { get; set; }

    public JsonSerializerSettings SerializationSettings { get; } = NewSettings();

    public JsonSerializerSettings DeserializationSettings { get; } = NewSettings();

    public ServiceClientCredentials Credentials { get; }

    public HttpClient HttpClient { get; }

    public IConversations Conversations { get; }

    /// <summary>The channels of a team.</summary>
    public async Task<IList<ChannelInfo>> GetTeamChannelsAsync(string teamId, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await new ConnectorCall(this, readsReasons: false).SendAsync<ConversationList>(
                HttpMethod.Get, $"v3/teams/{Uri.EscapeDataString(teamId)}/conversations", null, null, null, cancellationToken);
            return answer.Body.Conversations;
        }
        catch (HttpOperationException refusal) when (refusal.Response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            throw new ThrottleException();
        }
    }

    public void Dispose() => HttpClient.Dispose();

    // The factory may give one HTTP client twice: saying it again adds nothing.
    private static void SayThatABotCalls(HttpClient httpClient)
    {
        lock (httpClient)
        {
            var headers = httpClient.DefaultRequestHeaders;
            AddOnce(headers.UserAgent, new ProductInfoHeaderValue("Microsoft-BotFramework", "3.1"));
            AddOnce(headers.UserAgent, new ProductInfoHeaderValue("BotBuilder", "4.23.1.0"));
            headers.ExpectContinue = false;
            AddOnce(headers.Accept, new MediaTypeWithQualityHeaderValue("*/*"));
        }
    }

    private static void AddOnce<T>(HttpHeaderValueCollection<T> values, T value)
        where T : class
    {
        if (!values.Contains(value))
        {
            values.Add(value);
        }
    }

    private static JsonSerializerSettings NewSettings() => new()
    {
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        NullValueHandling = NullValueHandling.Ignore,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = SharedResolver,
        Converters = { new Iso8601TimeSpanConverter() },
        MaxDepth = null,
    };
}
