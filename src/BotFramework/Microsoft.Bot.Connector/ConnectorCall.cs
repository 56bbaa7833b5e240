using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Schema;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace Microsoft.Bot.Connector;

/// <summary>One call to the connector: address, headers, credentials, JSON both ways, and the error that a refusal becomes.</summary>
internal sealed class ConnectorCall(ConnectorClient client)
{
    // Says which conversation a call is for, so that the service may route it.
    private const string ConversationIdHeader = "x-ms-conversation-id";

    /// <summary>
    /// Sends and reads the answer. A refusal is an <see cref="ErrorResponseException"/>; where the official client knows
    /// no body of errors, <paramref name="untypedErrors"/>, an <see cref="HttpOperationException"/>.
    /// </summary>
    public async Task<HttpOperationResponse<T>> SendAsync<T>(
        HttpMethod method,
        string path,
        object body,
        string conversationIdHeader,
        Dictionary<string, List<string>> customHeaders,
        CancellationToken cancellationToken,
        bool untypedErrors = false)
        where T : class
    {
        var baseUrl = client.BaseUri.AbsoluteUri;
        var request = new HttpRequestMessage(method, new Uri(baseUrl + (baseUrl.EndsWith('/') ? string.Empty : "/") + path));
        foreach (var header in customHeaders ?? [])
        {
            request.Headers.Remove(header.Key);
            request.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        if (conversationIdHeader != null)
        {
            request.Headers.Add(ConversationIdHeader, conversationIdHeader);
        }

        string sent = null;
        if (body != null)
        {
            sent = Write(body, client.SerializationSettings);
            request.Content = new StringContent(sent, Encoding.UTF8);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json; charset=utf-8");
        }

        if (client.Credentials != null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await client.Credentials.ProcessHttpRequestAsync(request, cancellationToken);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var response = await client.HttpClient.SendAsync(request, cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        var received = await response.Content.ReadAsStringAsync(cancellationToken);
        if (!IsExpected(method, response.StatusCode))
        {
            using (request)
            using (response)
            {
                throw Refusal(request, sent, response, received, untypedErrors);
            }
        }

        return new HttpOperationResponse<T>
        {
            Request = request,
            Response = response,
            Body = method == HttpMethod.Delete ? null : ReadAnswer<T>(received),
        };
    }

    private static bool IsExpected(HttpMethod method, HttpStatusCode status) => status switch
    {
        HttpStatusCode.OK => true,
        HttpStatusCode.Accepted => method != HttpMethod.Get,
        HttpStatusCode.Created => method != HttpMethod.Get && method != HttpMethod.Delete,
        _ => false,
    };

    private RestException Refusal(
        HttpRequestMessage request, string sent, HttpResponseMessage response, string received, bool untyped)
    {
        var message = $"Operation returned an invalid status code '{response.StatusCode}'";
        var asked = new HttpRequestMessageWrapper(request, sent);
        var answered = new HttpResponseMessageWrapper(response, received);
        if (untyped)
        {
            return new HttpOperationException(message) { Request = asked, Response = answered };
        }

        var exception = new ErrorResponseException(message) { Request = asked, Response = answered };
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

    private T ReadAnswer<T>(string json)
        where T : class
    {
        try
        {
            return Read<T>(json, client.DeserializationSettings);
        }
        catch (JsonException e)
        {
            throw new SerializationException("Unable to deserialize the response.", json, e);
        }
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
