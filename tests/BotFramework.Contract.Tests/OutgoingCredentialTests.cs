using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;

namespace BotFramework.Contract.Tests;

/// <summary>Which authority the bot's own tokens are asked of, and what proves that the bot is the bot.</summary>
public sealed class OutgoingCredentialTests
{
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
        using var entra = new AnyEntra();
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

    private static async Task<string?> AuthorizationAsync(ServiceClientCredentialsFactory factory, string login, string appId)
    {
        var credentials = await factory.CreateCredentialsAsync(appId, Scope, login, false, CancellationToken.None);
        using var request = new HttpRequestMessage(HttpMethod.Post, Wire.ServiceUrl);
        await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        return request.Headers.Authorization?.ToString();
    }
}
