using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Rest.Serialization;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>JSON in and out of the adapter's HTTP requests.</summary>
internal static class HttpHelper
{
    /// <summary>Prints indented, without nulls and without what nobody can set; an anonymous object is {}.</summary>
    private static readonly JsonSerializerSettings BotMessageSerializerSettings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Formatting = Formatting.Indented,
        DateFormatHandling = DateFormatHandling.IsoDateFormat,
        DateTimeZoneHandling = DateTimeZoneHandling.Utc,
        ReferenceLoopHandling = ReferenceLoopHandling.Serialize,
        ContractResolver = new ReadOnlyJsonContractResolver(),
        Converters = new List<JsonConverter> { new Iso8601TimeSpanConverter() },
        MaxDepth = 128,
    };

    private static readonly JsonSerializer BotMessageSerializer = JsonSerializer.Create(BotMessageSerializerSettings);

    /// <summary>The body as a T; default when it is no JSON of one.</summary>
    public static async Task<T> ReadRequestAsync<T>(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        body.Position = 0;
        using var text = new StreamReader(body, Encoding.UTF8);
        using var json = new JsonTextReader(text) { MaxDepth = null };
        try
        {
            return BotMessageSerializer.Deserialize<T>(json);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>200 without an answer, else its status and, if it has one, its body.</summary>
    public static async Task WriteResponseAsync(HttpResponse response, InvokeResponse invokeResponse)
    {
        ArgumentNullException.ThrowIfNull(response);
        response.StatusCode = invokeResponse?.Status ?? StatusCodes.Status200OK;
        if (invokeResponse?.Body == null)
        {
            return;
        }

        response.ContentType = "application/json";
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        BotMessageSerializer.Serialize(text, invokeResponse.Body);
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()));
    }
}
