using System.IdentityModel.Tokens.Jwt;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

/// <summary>Tokens of channels, by keys that are published on a socket of this machine.</summary>
public sealed class AuthenticationTests : IAsyncLifetime, IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Issuer = "https://api.botframework.com";

    private readonly RSA key = RSA.Create(2048);

    /// <summary>Unlike any other's: what an address published is remembered by the process, and a port may be given out again.</summary>
    private readonly string path = $"/{Guid.NewGuid():N}/openid";

    private WebApplication keys = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        OfficialDoor.ServeKeys(builder);
        keys = builder.Build();
        keys.MapGet(path, () => Results.Text($$"""{"issuer":"{{Issuer}}","jwks_uri":"{{keys.Urls.First()}}/keys"}""", "application/json"));
        keys.MapGet("/keys", () => Results.Text(Published(), "application/json"));
        await keys.StartAsync();
    }

    public async Task DisposeAsync() => await keys.DisposeAsync();

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task ATokenOfTheChannelForTheBotIsLetIn()
    {
        Assert.Equal(200, (await SendAsync(Token())).Status);
    }

    [Theory]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("serviceurl")]
    [InlineData("no serviceurl")]
    [InlineData("expired")]
    [InlineData("endorsement")]
    public async Task ATokenThatIsNotForThisBotAndConversationIsA401(string wrong)
    {
        var token = wrong switch
        {
            "issuer" => Token(issuer: "https://else.test"),
            "audience" => Token(audience: "else"),
            "serviceurl" => Token(serviceUrl: "https://else.test/"),
            "no serviceurl" => Token(serviceUrl: null),
            "expired" => Token(minutesAgo: 70),
            _ => Token(),
        };

        Assert.Equal(401, (await SendAsync(token, wrong == "endorsement" ? "webchat" : "msteams")).Status);
    }

    [Fact]
    public async Task ClocksMayDifferByFiveMinutes()
    {
        Assert.Equal(200, (await SendAsync(Token(minutesAgo: 63))).Status);
    }

    [Fact]
    public async Task ATokenSignedByAnybodyElseIsAnErrorThatTheHostMustAnswer()
    {
        using var another = RSA.Create(2048);

        await Assert.ThrowsAnyAsync<SecurityTokenException>(() => SendAsync(Token(signer: another)));
    }

    [Fact]
    public async Task ATokenOfAKeyThatIsNotPublishedIsToldApart()
    {
        using var another = RSA.Create(2048);

        await Assert.ThrowsAsync<SecurityTokenSignatureKeyNotFoundException>(() => SendAsync(Token(signer: another, keyId: "another")));
    }

    [Fact]
    public async Task AServiceUrlComparesWithoutCase()
    {
        Assert.Equal(200, (await SendAsync(Token(serviceUrl: Wire.ServiceUrl.ToUpperInvariant()))).Status);
    }

    private Task<Wire.Answer> SendAsync(string token, string channel = "msteams")
    {
        var adapter = new Wire().Adapter(
            ("MicrosoftAppId", AppId),
            ("MicrosoftAppPassword", "secret"),
            ("ToChannelFromBotLoginUrl", "https://login.microsoftonline.com/botframework.com"),
            ("ToChannelFromBotOAuthScope", "https://api.botframework.com"),
            ("OAuthUrl", "https://api.botframework.com"),
            ("ToBotFromChannelTokenIssuer", Issuer),
            ("ToBotFromChannelOpenIdMetadataUrl", keys.Urls.First() + path));
        return Wire.SendAsync(
            adapter, Wire.Message().Replace("msteams", channel, StringComparison.Ordinal), authorization: "Bearer " + token);
    }

    private string Token(
        string issuer = Issuer, string audience = AppId, string? serviceUrl = Wire.ServiceUrl, int minutesAgo = 0, RSA? signer = null,
        string keyId = "k1")
    {
        var issued = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo);
        var token = new JwtSecurityToken(
            issuer,
            audience,
            serviceUrl == null ? [] : [new Claim("serviceurl", serviceUrl)],
            issued,
            issued.AddHours(1),
            new SigningCredentials(new RsaSecurityKey(signer ?? key) { KeyId = keyId }, SecurityAlgorithms.RsaSha256));
        return new JwtSecurityTokenHandler().WriteToken(token);
    }

    private string Published()
    {
        var parameters = key.ExportParameters(false);
        return new JObject
        {
            ["keys"] = new JArray(new JObject
            {
                ["kty"] = "RSA",
                ["use"] = "sig",
                ["kid"] = "k1",
                ["n"] = Base64UrlEncoder.Encode(parameters.Modulus),
                ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
                ["endorsements"] = new JArray("msteams"),
            }),
        }.ToString();
    }
}
