using System.Buffers.Text;
using System.Net;
using System.Text.Json;
using CimentoBot.Api;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Messages;

/// <summary>
/// What the contract refuses before the adapter sees it. The adapter answers 500 to a garbage bearer or an activity without service
/// address, takes text/plain and has no limit.
/// </summary>
internal sealed class MessageDoor(BotSettings settings)
{
    private const string Bearer = "Bearer ";
    private const int PartsOfAToken = 3;

    /// <summary>The status to refuse with, or null; the body then stands at its beginning to be read again.</summary>
    public async Task<int?> RefuseAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (settings.AppId.Length == 0 && !IsLocal(context))
        {
            return StatusCodes.Status403Forbidden;
        }

        if (!JsonBody.IsJson(request))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (settings.AppId.Length > 0 && !CarriesAToken(request))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (await JsonBody.ReadAsync(request, context.RequestAborted) is not { } body)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        request.Body = new MemoryStream(body, writable: false);
        using var json = JsonBody.Parse(body, allowDoubled: false);
        return json is null || ReceivedActivity.Read(json.RootElement) is not { } activity ? StatusCodes.Status400BadRequest
            : !IsAllowed(activity) ? StatusCodes.Status403Forbidden
            : null;
    }

    /// <summary>From this machine, and addressed to it: a page of another site that resolves to loopback is not.</summary>
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } remote
        || (IPAddress.IsLoopback(remote) && (!context.Request.Host.HasValue || new UriBuilder("http", context.Request.Host.Host).Uri.IsLoopback));

    private bool IsAllowed(ReceivedActivity activity) =>
        settings.AllowedTenants.Count == 0
        || (activity.Tenants.Count > 0 && activity.Tenants.All(tenant => settings.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)));

    /// <summary>Three parts in base64url, the first two of them JSON objects. Whether the token is good is the adapter's to say.</summary>
    private static bool CarriesAToken(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = header[Bearer.Length..].Split('.');
        return parts.Length == PartsOfAToken && IsObject(parts[0]) && IsObject(parts[1]) && Base64Url.IsValid(parts[2]);
    }

    private static bool IsObject(string part)
    {
        if (part.Length == 0 || !Base64Url.IsValid(part))
        {
            return false;
        }

        using var json = JsonBody.Parse(Base64Url.DecodeFromChars(part), allowDoubled: true);
        return json?.RootElement.ValueKind is JsonValueKind.Object;
    }
}
