using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace CimentoBot.Host.Tests;

/// <summary>A channel that signs its activities: publishes keys with their endorsements on a socket, and makes tokens with them.</summary>
internal sealed class TeamsOfTheTest : IAsyncDisposable
{
    public const string AppId = "00000000-0000-0000-0000-00000000b071";
    public const string Issuer = "https://api.botframework.com";
    public const string ServiceUrl = "http://127.0.0.1:9/";

    private readonly WebApplication server;
    private readonly string path = $"/{Guid.NewGuid():N}";
    private JsonArray published = [];
    private int readings;

    private TeamsOfTheTest(WebApplication server) => this.server = server;

    /// <summary>The key that vouches for Teams.</summary>
    public ChannelKey Key { get; } = new("teams", ["msteams", "webchat"]);

    /// <summary>How often the keys were read.</summary>
    public int Readings => readings;

    /// <summary>What the bot must be told to let this channel in.</summary>
    public Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["MicrosoftAppId"] = AppId,
        ["MicrosoftAppPassword"] = "secret",
        ["ToBotFromChannelTokenIssuer"] = Issuer,
        ["ToBotFromChannelOpenIdMetadataUrl"] = $"{server.Urls.First()}{path}/openid",
        ["Bot:AllowedTenants"] = ActivityJson.Tenant,
    };

    public static async Task<TeamsOfTheTest> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        OfficialDoor.ServeKeys(builder);
        var teams = new TeamsOfTheTest(builder.Build());
        teams.Publish(teams.Key);
        teams.server.MapGet($"{teams.path}/openid", teams.Metadata);
        teams.server.MapGet($"{teams.path}/keys", () => Results.Text(new JsonObject { ["keys"] = teams.published.DeepClone() }.ToJsonString(), "application/json"));
        await teams.server.StartAsync();
        return teams;
    }

    /// <summary>From now on, these are the keys.</summary>
    public void Publish(params ChannelKey[] keys) => published = new JsonArray([.. keys.Select(key => key.Published())]);

    /// <summary>A good token, or what becomes of it.</summary>
    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, ChannelKey? key = null)
    {
        var signer = key ?? Key;
        var head = Header(signer);
        header?.Invoke(head);
        var body = Claims();
        claims?.Invoke(body);
        return signer.Sign(head.ToJsonString(), body.ToJsonString());
    }

    public static JsonObject Header(ChannelKey key) => new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = key.Id };

    public static JsonObject Claims() => new()
    {
        ["iss"] = Issuer,
        ["aud"] = AppId,
        ["serviceurl"] = ServiceUrl,
        ["nbf"] = InSeconds(-60),
        ["exp"] = InSeconds(3600),
    };

    public static long InSeconds(int seconds) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + seconds;

    public async ValueTask DisposeAsync()
    {
        Key.Dispose();
        await server.DisposeAsync();
    }

    private IResult Metadata()
    {
        Interlocked.Increment(ref readings);
        return Results.Text(
            new JsonObject { ["issuer"] = Issuer, ["jwks_uri"] = $"{server.Urls.First()}{path}/keys" }.ToJsonString(), "application/json");
    }
}

/// <summary>A key of a channel, under a name, with what it vouches for; null = it does not say.</summary>
internal sealed class ChannelKey(string id, string[]? endorsements) : IDisposable
{
    public string Id => id;

    public RSA Rsa { get; } = RSA.Create(2048);

    public JsonObject Published()
    {
        var parameters = Rsa.ExportParameters(includePrivateParameters: false);
        var key = new JsonObject
        {
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["kid"] = id,
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
            ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
        if (endorsements is not null)
        {
            key["endorsements"] = new JsonArray([.. endorsements.Select(name => JsonValue.Create(name))]);
        }

        return key;
    }

    /// <summary>A token of that text, signed with RS256 whatever its header says.</summary>
    public string Sign(string header, string claims)
    {
        var signed = Unsigned(header, claims);
        return $"{signed}.{Base64UrlEncoder.Encode(Rsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public static string Unsigned(string header, string claims) => $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(claims)}";

    public void Dispose() => Rsa.Dispose();
}
