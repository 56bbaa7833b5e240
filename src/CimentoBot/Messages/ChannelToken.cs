using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using CimentoBot.Api;
using Microsoft.Extensions.Primitives;

namespace CimentoBot.Messages;

/// <summary>
/// What a token says of itself, before anybody has verified it. Who made it is the Bot Framework's to find out, by the channel's
/// keys; what a token of the channel cannot look like is refused without asking for them.
/// </summary>
/// <param name="Issuer">The claim <c>iss</c>.</param>
/// <param name="Audience">The claim <c>aud</c>.</param>
internal sealed record ChannelToken(string Issuer, string Audience)
{
    private const string Bearer = "Bearer ";
    private const int Longest = 8 * 1024;
    private const int Parts = 3;
    private const long LastSecond = 253_402_300_799;

    private static readonly string[] Algorithms = ["RS256", "RS384", "RS512"];
    private static readonly SearchValues<char> Base64UrlCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>
    /// Null when it is none: not one header in the scheme Bearer; too long; not three parts in base64url, the first two JSON objects
    /// that name nothing twice; not signed by an RSA key with a name; a claim that is absent, a list, or not of its kind.
    /// </summary>
    public static ChannelToken? Read(StringValues authorization)
    {
        if (authorization is not [{ } header] || header.Length > Longest || !header.StartsWith(Bearer, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = header[Bearer.Length..].Split('.');
        if (parts.Length != Parts || parts.Any(part => part.Length == 0 || part.AsSpan().ContainsAnyExcept(Base64UrlCharacters)))
        {
            return null;
        }

        using var head = ObjectOf(parts[0]);
        using var claims = ObjectOf(parts[1]);
        return head is not null && claims is not null && IsSigned(head.RootElement) && HasItsTime(claims.RootElement)
            && Text(claims.RootElement, "iss") is { } issuer
            && Text(claims.RootElement, "aud") is { } audience
            && Text(claims.RootElement, "serviceurl") is not null
            ? new(issuer, audience)
            : null;
    }

    private static bool IsSigned(JsonElement head) =>
        Algorithms.Contains(Text(head, "alg"), StringComparer.Ordinal) && Text(head, "kid") is not null && !head.TryGetProperty("crit", out _);

    private static bool HasItsTime(JsonElement claims) =>
        claims.TryGetProperty("exp", out var end) && IsSecond(end) && (!claims.TryGetProperty("nbf", out var start) || IsSecond(start));

    private static bool IsSecond(JsonElement claim) =>
        claim.ValueKind is JsonValueKind.Number && claim.TryGetInt64(out var second) && second is >= 0 and <= LastSecond;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var member) && member.ValueKind is JsonValueKind.String && member.GetString() is { Length: > 0 } text
            ? text
            : null;

    private static JsonDocument? ObjectOf(string part)
    {
        if (!Base64Url.IsValid(part) || JsonBody.Parse(Base64Url.DecodeFromChars(part), allowDoubled: false) is not { } json)
        {
            return null;
        }

        if (json.RootElement.ValueKind is JsonValueKind.Object)
        {
            return json;
        }

        json.Dispose();
        return null;
    }
}
