using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace BotFramework.Contract.Tests;

/// <summary>Which authority the bot's own tokens are asked of, and what proves that the bot is the bot.</summary>
public sealed class OutgoingCredentialTests
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "66666666-2222-3333-4444-555555555555";
    private const string Scope = "https://api.botframework.com";
    private const string PublicLogin = "https://login.microsoftonline.com/{0}";

    [Theory]
    [InlineData("SingleTenant", PublicLogin, "https://login.microsoftonline.com/" + Tenant)]
    [InlineData("MultiTenant", PublicLogin, "https://login.microsoftonline.com/botframework.com")]
    [InlineData("SingleTenant", "https://login.example/botframework.com", "https://login.example/botframework.com")]
    public async Task ThePublicLoginAddressTakesTheTenantAndAnotherIsTakenAsItStands(string type, string login, string authority)
    {
        // One for each case: the official credentials keep tokens for the process.
        var appId = $"{Guid.NewGuid()}";
        using var entra = new Entra();
        var factory = new ConfigurationServiceClientCredentialFactory(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["MicrosoftAppType"] = type,
                ["MicrosoftAppId"] = appId,
                ["MicrosoftAppPassword"] = "secret",
                ["MicrosoftAppTenantId"] = Tenant,
            }).Build(),
            entra.Client);

        Assert.Equal("Bearer given", await AuthorizationAsync(factory, login, appId));

        Assert.StartsWith(authority + "/", entra.Asked.Last().Url, StringComparison.Ordinal);
        Assert.Contains("client_secret=secret", entra.Asked.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateProvesTheApplicationInPlaceOfASecret()
    {
        using var entra = new Entra();
        using var certificate = LocalHttps.SelfMade("bot");
        var factory = new CertificateServiceClientCredentialsFactory(certificate, AppId, Tenant, entra.Client);

        Assert.Equal("Bearer given", await AuthorizationAsync(factory, PublicLogin));

        Assert.StartsWith($"https://login.microsoftonline.com/{Tenant}/", entra.Asked.Last().Url, StringComparison.Ordinal);
        Assert.Contains("client_assertion=", entra.Asked.Last().Body, StringComparison.Ordinal);
        Assert.DoesNotContain("client_secret", entra.Asked.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACertificateIsForOneApplicationAndNeverForNone()
    {
        using var certificate = LocalHttps.SelfMade("bot");
        var factory = new CertificateServiceClientCredentialsFactory(certificate, AppId);

        Assert.False(await factory.IsAuthenticationDisabledAsync(CancellationToken.None));
        Assert.True(await factory.IsValidAppIdAsync(AppId, CancellationToken.None));
        Assert.False(await factory.IsValidAppIdAsync(Tenant, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => factory.CreateCredentialsAsync(Tenant, Scope, PublicLogin, true, CancellationToken.None));
        Assert.Throws<ArgumentNullException>(() => new CertificateServiceClientCredentialsFactory(certificate, " "));
        Assert.Throws<ArgumentNullException>(() => new CertificateServiceClientCredentialsFactory(null, AppId));
    }

    private static async Task<string?> AuthorizationAsync(ServiceClientCredentialsFactory factory, string login, string appId = AppId)
    {
        var credentials = await factory.CreateCredentialsAsync(appId, Scope, login, false, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, Wire.ServiceUrl);
        await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        return request.Headers.Authorization?.ToString();
    }

    /// <summary>An authority that gives a token to whoever asks.</summary>
    private sealed class Entra : HttpMessageHandler
    {
        public Entra() => Client = new HttpClient(this, disposeHandler: false);

        public HttpClient Client { get; }

        public ConcurrentQueue<(string Url, string Body)> Asked { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Enqueue((request.RequestUri!.ToString(), request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent("""{"token_type":"Bearer","expires_in":3600,"access_token":"given"}""", Encoding.UTF8, "application/json"),
            };
        }

        protected override void Dispose(bool disposing)
        {
            Client.Dispose();
            base.Dispose(disposing);
        }
    }
}
