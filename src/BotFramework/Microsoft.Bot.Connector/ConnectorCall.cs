using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>One call to the connector: address, headers, credentials, JSON both ways, and the error that a refusal becomes.</summary>
/// <param name="client">Whose address, settings and credentials are used.</param>
/// <param name="readsReasons">Whether a refusal is an <see cref="ErrorResponseException"/>, else an <see cref="HttpOperationException"/>.</param>
internal sealed class ConnectorCall(ConnectorClient client, bool readsReasons = true)
{
    // Says which conversation a call is for, so that the service may route it.
    private const string ConversationIdHeader = "x-ms-conversation-id";

    /// <summary>Sends and reads the answer.</summary>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method,
        string path,
        object body,
        string conversationIdHeader,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken)
        where T : class
    {
        var baseUrl = client.BaseUri.AbsoluteUri;
        using var request = new HttpRequestMessage(method, new Uri(baseUrl + (baseUrl.EndsWith('/') ? string.Empty : "/") + path));
        foreach (var header in customHeaders ?? [])
        {
            request.Headers.Remove(header.Key);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (conversationIdHeader != null)
        {
            request.Headers.Add(ConversationIdHeader, conversationIdHeader);
        }

        if (body != null)
        {
            request.Content = new StringContent(Write(body, client.SerializationSettings), Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        }

        if (client.Credentials != null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await client.Credentials.ProcessHttpRequestAsync(request, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var response = await client.HttpClient.SendAsync(request, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var received = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!IsExpected(method, response.StatusCode))
        {
            throw Refusal(response, received);
        }

        return new HttpOperationResponse<T> { Body = method == HttpMethod.Delete ? null : Read<T>(received, client.DeserializationSettings) };
    }

    private static bool IsExpected(HttpMethod method, HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Accepted => method != HttpMethod.Get,
        HttpStatusCode.Created => method != HttpMethod.Get && method != HttpMethod.Delete,
        _ => false,
    };

    private RestException Refusal(HttpResponseMessage response, string received)
    {
        var message = $"Operation returned an invalid status code '{response.StatusCode}'";
        var answer = new HttpResponseMessageWrapper(response, received);
        if (!readsReasons)
        {
            return new HttpOperationException(message) { Response = answer };
        }

        var exception = new ErrorResponseException(message) { Response = answer };
        try
        {
            exception.Body = Read<ErrorResponse>(received, client.DeserializationSettings);
        }
        catch (JsonException)
        {
            // Not the Bot Framework's form: the wrapped response still has the text.
        }

        return exception;
    }

    // Settings given here are the whole truth: JsonConvert's process-wide defaults do not mix in.
    private static T Read<T>(string json, JsonSerializerSettings settings)
    {
        var serializer = JsonSerializer.Create(settings);
        serializer.CheckAdditionalContent = true;
        using var reader = new JsonTextReader(new StringReader(json));
        return serializer.Deserialize<T>(reader);
    }

    private static string Write(object value, JsonSerializerSettings settings)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        using (var writer = new JsonTextWriter(text) { Formatting = settings.Formatting })
        {
            JsonSerializer.Create(settings).Serialize(writer, value);
        }

        return text.ToString();
    }
}
