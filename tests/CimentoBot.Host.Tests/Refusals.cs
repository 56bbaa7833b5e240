using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace CimentoBot.Host.Tests;

/// <summary>What comes to the door and must not get in.</summary>
/// <param name="Case">What is wrong.</param>
/// <param name="Status">What it is refused with.</param>
/// <param name="Request">The request: its headers, the first of them the request line, and its body.</param>
internal sealed record Refusal(string Case, int Status, RawRequest Request);

/// <summary>A request as it goes over the wire.</summary>
internal sealed record RawRequest(string Body, params string[] Authorization)
{
    public string Line { get; init; } = "POST /api/messages";

    public string ContentType { get; init; } = "application/json";
}

/// <summary>Every refusal that the door is to make of requests that are almost good.</summary>
internal static class Refusals
{
    private const string Elsewhere = "22222222-2222-2222-2222-222222222222";

    private static readonly string[] Kinds =
    [
        "message", "invoke", "conversationUpdate", "messageReaction", "installationUpdate", "event", "messageUpdate", "messageDelete",
        "typing", "endOfConversation", "contactRelationUpdate", "handoff", "unheardOf",
    ];

    public static IEnumerable<Refusal> Of(TeamsOfTheTest teams, ChannelKey stranger, ChannelKey silent, ChannelKey webchatOnly) =>
        Headers(teams).Concat(Times(teams)).Concat(Claims(teams)).Concat(Signatures(teams, stranger)).Concat(Endorsements(teams, silent, webchatOnly))
            .Concat(OtherIssuers(teams, stranger)).Concat(Bodies(teams)).Concat(Tenants(teams));

    public static RawRequest Good(TeamsOfTheTest teams, Action<JsonObject>? change = null) => new(Activity(change), $"Bearer {teams.Token()}");

    private static string Activity(Action<JsonObject>? change = null)
    {
        var activity = ActivityJson.Message();
        change?.Invoke(activity);
        return activity.ToJsonString();
    }

    private static Refusal Token(string name, string token) => new(name, 401, new(Activity(), $"Bearer {token}"));

    private static IEnumerable<Refusal> Headers(TeamsOfTheTest teams)
    {
        var good = teams.Token();
        yield return new("no Authorization", 401, new(Activity()));
        yield return new("an empty Authorization", 401, new(Activity(), ""));
        yield return new("two Authorization headers", 401, new(Activity(), $"Bearer {good}", $"Bearer {good}"));
        yield return new("a good and an empty Authorization", 401, new(Activity(), $"Bearer {good}", ""));
        yield return new("two tokens in one header", 401, new(Activity(), $"Bearer {good}, Bearer {good}"));
        yield return new("scheme in lower case", 401, new(Activity(), $"bearer {good}"));
        yield return new("scheme Basic", 401, new(Activity(), $"Basic {good}"));
        yield return new("no scheme", 401, new(Activity(), good));
        yield return new("two spaces after the scheme", 401, new(Activity(), $"Bearer  {good}"));
        yield return new("a space within the token", 401, new(Activity(), $"Bearer {good.Replace(".", ". ", StringComparison.Ordinal)}"));
        yield return new("token in the query", 401, new(Activity()) { Line = $"POST /api/messages?access_token={good}" });
        yield return new("token in the body", 401, new(Activity(activity => activity["access_token"] = good)));
        yield return new("garbage", 401, new(Activity(), "Bearer garbage"));
        yield return new("two parts", 401, new(Activity(), $"Bearer {good[..good.LastIndexOf('.')]}"));
        yield return new("five parts (encrypted)", 401, new(Activity(), $"Bearer {good}.AAAA.AAAA"));
        yield return Token("padded base64", good + "==");
        yield return Token("header is a list", "WzFd" + good[good.IndexOf('.', StringComparison.Ordinal)..]);
        yield return Token("oversized token, 9 kB", teams.Token(claims => claims["filler"] = new string('a', 9 * 1024)));
        yield return Token("oversized token, 24 kB", teams.Token(claims => claims["filler"] = new string('a', 18 * 1024)));
    }

    private static IEnumerable<Refusal> Times(TeamsOfTheTest teams)
    {
        yield return Token("expired six minutes ago", teams.Token(
            claims => (claims["nbf"], claims["exp"]) = (TeamsOfTheTest.InSeconds(-600), TeamsOfTheTest.InSeconds(-360))));
        yield return Token("expired in 1970", teams.Token(claims => (claims["nbf"], claims["exp"]) = (0, 1)));
        yield return Token("not valid for six minutes", teams.Token(claims => claims["nbf"] = TeamsOfTheTest.InSeconds(360)));
        yield return Token("ends before it begins, both within the skew", teams.Token(claims => claims["exp"] = TeamsOfTheTest.InSeconds(-120)));
        yield return Token("begins after it ends", teams.Token(claims => claims["nbf"] = TeamsOfTheTest.InSeconds(7200)));
        yield return Token("no exp", teams.Token(claims => claims.Remove("exp")));
        yield return Token("exp as text", teams.Token(claims => claims["exp"] = "tomorrow"));
        yield return Token("exp beyond every calendar", teams.Token(claims => claims["exp"] = long.MaxValue));
        yield return Token("exp with a fraction", teams.Token(claims => claims["exp"] = 1.5));
        yield return Token("exp below zero", teams.Token(claims => claims["exp"] = -1));
        yield return Token("nbf is a list", teams.Token(claims => claims["nbf"] = new JsonArray(1)));
    }

    private static IEnumerable<Refusal> Claims(TeamsOfTheTest teams)
    {
        var head = TeamsOfTheTest.Header(teams.Key).ToJsonString();
        string Doubled(string claim) => teams.Key.Sign(head, TeamsOfTheTest.Claims().ToJsonString().Insert(1, $"{claim},"));
        yield return Token("no issuer", teams.Token(claims => claims.Remove("iss")));
        yield return Token("another issuer", teams.Token(claims => claims["iss"] = "https://api.botframework.example"));
        yield return Token("issuer with a slash", teams.Token(claims => claims["iss"] = TeamsOfTheTest.Issuer + "/"));
        yield return Token("issuer twice", Doubled("\"iss\":\"https://api.botframework.example\""));
        yield return Token("a list of issuers", teams.Token(claims => claims["iss"] = new JsonArray(TeamsOfTheTest.Issuer)));
        yield return Token("no audience", teams.Token(claims => claims.Remove("aud")));
        yield return Token("another bot's audience", teams.Token(claims => claims["aud"] = Elsewhere));
        yield return Token("audience twice", Doubled($"\"aud\":\"{Elsewhere}\""));
        yield return Token("a list of audiences", teams.Token(claims => claims["aud"] = new JsonArray(TeamsOfTheTest.AppId, Elsewhere)));
        yield return Token("audience in other case", teams.Token(claims => claims["aud"] = TeamsOfTheTest.AppId.ToUpperInvariant()));
        yield return Token("no serviceurl", teams.Token(claims => claims.Remove("serviceurl")));
        yield return Token("another serviceurl", teams.Token(claims => claims["serviceurl"] = "https://smba.example/"));
        yield return Token("serviceurl without its slash", teams.Token(claims => claims["serviceurl"] = TeamsOfTheTest.ServiceUrl.TrimEnd('/')));
        yield return Token("serviceurl twice", Doubled("\"serviceurl\":\"https://smba.example/\""));
        yield return Token("a list of serviceurls", teams.Token(claims => claims["serviceurl"] = new JsonArray(TeamsOfTheTest.ServiceUrl)));
        yield return new("activity with another serviceUrl", 401, Good(teams, activity => activity["serviceUrl"] = "https://smba.example/"));
    }

    private static IEnumerable<Refusal> Signatures(TeamsOfTheTest teams, ChannelKey stranger)
    {
        var good = teams.Token();
        var parts = good.Split('.');
        var claims = TeamsOfTheTest.Claims().ToJsonString();
        var publicKey = teams.Key.Rsa.ExportSubjectPublicKeyInfoPem();
        yield return Token("alg none, no signature", ChannelKey.Unsigned("""{"alg":"none"}""", claims) + ".");
        yield return Token("alg none, good signature", teams.Token(header: head => head["alg"] = "none"));
        yield return Token("alg NONE with a kid", teams.Token(header: head => head["alg"] = "NONE"));
        yield return Token("HS256 with the public key (PEM)", Hmac(teams.Key, Encoding.ASCII.GetBytes(publicKey)));
        yield return Token("HS256 with the public key (modulus)", Hmac(teams.Key, teams.Key.Rsa.ExportParameters(false).Modulus!));
        yield return Token("alg ES256", teams.Token(header: head => head["alg"] = "ES256"));
        yield return Token("alg PS256", teams.Token(header: head => head["alg"] = "PS256"));
        yield return Token("alg RS384 over an RS256 signature", teams.Token(header: head => head["alg"] = "RS384"));
        yield return Token("alg in lower case", teams.Token(header: head => head["alg"] = "rs256"));
        yield return Token("no alg", teams.Token(header: head => head.Remove("alg")));
        yield return Token("no kid", teams.Token(header: head => head.Remove("kid")));
        yield return Token("kid of no published key", teams.Token(header: head => head["kid"] = "another", key: stranger));
        yield return Token("kid is a path", teams.Token(header: head => head["kid"] = "../../dev/null", key: stranger));
        yield return Token("signed by a stranger under the channel's kid", teams.Token(header: head => head["kid"] = teams.Key.Id, key: stranger));
        yield return Token("signed by a stranger under their own kid", teams.Token(key: stranger));
        yield return Token("a stranger's key in the header", teams.Token(header: head => head["jwk"] = stranger.Published(), key: stranger));
        yield return Token("a stranger's key by address", teams.Token(header: head => head["jku"] = "http://127.0.0.1:9/keys", key: stranger));
        yield return Token("a critical extension", teams.Token(header: head => (head["crit"], head["b64"]) = (new JsonArray("b64"), false)));
        yield return Token("tampered claims", $"{parts[0]}.{Base64UrlEncoder.Encode(claims.Replace("3600", "7200", StringComparison.Ordinal) + " ")}.{parts[2]}");
        yield return Token("tampered header", $"{Base64UrlEncoder.Encode(TeamsOfTheTest.Header(teams.Key).ToJsonString() + " ")}.{parts[1]}.{parts[2]}");
        yield return Token("tampered signature", $"{parts[0]}.{parts[1]}.{(parts[2][0] == 'A' ? 'B' : 'A')}{parts[2][1..]}");
        yield return Token("truncated signature", good[..^8]);
        yield return Token("another token's signature", $"{parts[0]}.{parts[1]}.{teams.Token(other => other["exp"] = TeamsOfTheTest.InSeconds(60)).Split('.')[2]}");
    }

    private static IEnumerable<Refusal> Endorsements(TeamsOfTheTest teams, ChannelKey silent, ChannelKey webchatOnly)
    {
        yield return Token("key without endorsements", teams.Token(key: silent));
        yield return Token("key endorsed for another channel", teams.Token(key: webchatOnly));
        yield return new("web chat by its own key", 403, new(Activity(activity => activity["channelId"] = "webchat"), $"Bearer {teams.Token(key: webchatOnly)}"));
        foreach (var channel in new[] { "webchat", "emulator", "directline", "slack", "test", "MSTEAMS", "msteams " })
        {
            yield return new($"channel '{channel}'", 403, Good(teams, activity => activity["channelId"] = channel));
        }
    }

    private static IEnumerable<Refusal> OtherIssuers(TeamsOfTheTest teams, ChannelKey stranger)
    {
        foreach (var (name, issuer, version) in new[]
        {
            ("emulator 3.1, v1", "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/", "1.0"),
            ("emulator 3.2, v2", "https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0", "2.0"),
            ("a skill of this tenant, v1", $"https://sts.windows.net/{ActivityJson.Tenant}/", "1.0"),
            ("a skill of this tenant, v2", $"https://login.microsoftonline.com/{ActivityJson.Tenant}/v2.0", "2.0"),
        })
        {
            foreach (var key in new[] { teams.Key, stranger })
            {
                yield return Token($"token of {name}, key '{key.Id}'", teams.Token(
                    claims => (claims["iss"], claims["ver"], claims["appid"], claims["azp"]) = (issuer, version, Elsewhere, Elsewhere), key: key));
            }
        }
    }

    private static IEnumerable<Refusal> Bodies(TeamsOfTheTest teams)
    {
        yield return new("GET", 405, Good(teams) with { Line = "GET /api/messages" });
        yield return new("PUT", 405, Good(teams) with { Line = "PUT /api/messages" });
        yield return new("text/plain", 415, Good(teams) with { ContentType = "text/plain" });
        yield return new("a form", 415, Good(teams) with { ContentType = "application/x-www-form-urlencoded" });
        yield return new("body over 256 KiB", 413, Good(teams, activity => activity["text"] = new string('a', 256 * 1024)));
        yield return new("JSON nested 70 deep", 400, Good(teams, activity => activity["value"] = Deep(70)));
        yield return new("nested $type", 400, Good(teams, activity => activity["value"] = new JsonObject { ["a"] = new JsonArray(new JsonObject { ["$type"] = "x" }) }));
        yield return new("no channel", 400, Good(teams, activity => activity.Remove("channelId")));
        yield return new("serviceUrl twice, in two cases", 400, Good(teams, activity => activity["ServiceUrl"] = "https://smba.example/"));
        yield return new("a tenant that is a number", 400, Good(teams, activity => activity["conversation"]!["tenantId"] = 1));
        yield return new("a turn in the adapter's name", 400, Good(teams, activity => (activity["type"], activity["name"]) = ("event", "ContinueConversation")));
        yield return new("a conversation in the adapter's name", 400, Good(teams, activity => (activity["type"], activity["name"]) = ("event", "CreateConversation")));
        yield return new("answers in clear over the network", 403, new(
            Activity(activity => activity["serviceUrl"] = "http://smba.example/"), $"Bearer {teams.Token(claims => claims["serviceurl"] = "http://smba.example/")}"));
    }

    private static IEnumerable<Refusal> Tenants(TeamsOfTheTest teams)
    {
        foreach (var kind in Kinds)
        {
            yield return new($"foreign tenant: {kind}", 403, Good(teams, activity =>
            {
                activity["type"] = kind;
                activity["conversation"]!["tenantId"] = Elsewhere;
                activity["channelData"]!["tenant"]!["id"] = Elsewhere;
            }));
        }

        yield return new("foreign tenant: conversation only", 403, Good(teams, activity => activity["conversation"]!["tenantId"] = Elsewhere));
        yield return new("foreign tenant: channelData only", 403, Good(teams, activity => activity["channelData"]!["tenant"]!["id"] = Elsewhere));
        yield return new("foreign tenant: sender only", 403, Good(teams, activity => activity["from"]!["tenantId"] = Elsewhere));
        yield return new("no tenant at all", 403, Good(teams, activity =>
        {
            activity["conversation"]!.AsObject().Remove("tenantId");
            activity.Remove("channelData");
        }));
        yield return new("foreign tenant and a bad token", 401, new(
            Activity(activity => activity["conversation"]!["tenantId"] = Elsewhere), $"Bearer {teams.Token()[..^8]}"));
    }

    private static string Hmac(ChannelKey key, byte[] secret)
    {
        var signed = ChannelKey.Unsigned($$"""{"alg":"HS256","kid":"{{key.Id}}"}""", TeamsOfTheTest.Claims().ToJsonString());
        return $"{signed}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(signed)))}";
    }

    private static JsonObject Deep(int levels) => levels == 0 ? [] : new() { ["a"] = Deep(levels - 1) };
}
