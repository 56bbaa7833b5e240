using System.Net;
using CimentoBot.Api;
using CimentoBot.Configuration;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Connector;

namespace CimentoBot.Messages;

/// <summary>
/// What is refused before the Bot Framework sees it, the cheapest first (docs/decisions/0012). The adapter answers 500 to a garbage
/// bearer or an activity without service address, takes text/plain, tokens of the emulator and of other bots, and has no limit.
/// </summary>
internal sealed class MessageDoor(BotSettings settings, DoorSettings door)
{
    private bool HasIdentity => settings.AppId.Length > 0;

    /// <summary>The status to refuse with, or null; the body then stands at its beginning to be read again.</summary>
    public async Task<int?> RefuseAsync(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsPost(request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (!HasIdentity && !IsLocal(context))
        {
            return StatusCodes.Status403Forbidden;
        }

        if (!JsonBody.IsJson(request))
        {
            return StatusCodes.Status415UnsupportedMediaType;
        }

        if (!MayBeAuthentic(request))
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
            : !MayCome(activity) ? StatusCodes.Status403Forbidden
            : null;
    }

    /// <summary>From this machine, and addressed to it: a page of another site that resolves to loopback is not.</summary>
    private static bool IsLocal(HttpContext context) =>
        context.Connection.RemoteIpAddress is not { } remote
        || (IPAddress.IsLoopback(remote) && (!context.Request.Host.HasValue || new UriBuilder("http", context.Request.Host.Host).Uri.IsLoopback));

    /// <summary>With an identity, a token of the channel for this bot; without one, none: whom would it be for?</summary>
    private bool MayBeAuthentic(HttpRequest request) => HasIdentity
        ? ChannelToken.Read(request.Headers.Authorization) is { } token && token.Issuer == door.TokenIssuer && token.Audience == settings.AppId
        : request.Headers.Authorization.All(string.IsNullOrEmpty);

    /// <summary>From Teams, and, where tokens go back, to an address that hides them.</summary>
    private bool MayCome(ReceivedActivity activity) =>
        activity.ChannelId == Channels.Msteams
        && (!HasIdentity || activity.ServiceUrl.Scheme == Uri.UriSchemeHttps || activity.ServiceUrl.IsLoopback);
}
