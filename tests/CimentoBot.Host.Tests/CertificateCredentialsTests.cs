using System.Security.Cryptography.X509Certificates;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests;

/// <summary>Which authority is asked for the tokens of a registration with a certificate, and for whom.</summary>
public sealed class CertificateCredentialsTests : IDisposable
{
    private const string AppId = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "66666666-2222-3333-4444-555555555555";
    private const string Scope = "https://api.botframework.com";
    private const string Login = "https://login.microsoftonline.com/{0}";

    private readonly X509Certificate2 certificate = LocalHttps.SelfMade("bot");
    private readonly AnyEntra entra = new();

    public void Dispose()
    {
        entra.Dispose();
        certificate.Dispose();
    }

    [Theory]
    [InlineData(Tenant, Login, "https://login.microsoftonline.com/" + Tenant)]
    [InlineData(null, Login, "https://login.microsoftonline.com/botframework.com")]
    [InlineData(Tenant, "https://login.microsoftonline.us/{0}", "https://login.microsoftonline.us/" + Tenant)]
    [InlineData(Tenant, "https://login.example/botframework.com", "https://login.example/botframework.com")]
    public async Task ALoginAddressTakesTheTenantWhereItHasAPlaceForIt(string? tenant, string login, string authority)
    {
        var credentials = new CertificateCredentials(certificate, AppId, tenant, entra.Client);

        Assert.Equal("Bearer given", await AuthorizationAsync(credentials, login));

        Assert.StartsWith(authority + "/", entra.Asked.Last().Url, StringComparison.Ordinal);
        Assert.Contains("client_assertion=", entra.Asked.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenIsAskedForOnceAndEachAuthorityGivesItsOwn()
    {
        var credentials = new CertificateCredentials(certificate, AppId, Tenant, entra.Client);

        await AuthorizationAsync(credentials, Login);
        await AuthorizationAsync(credentials, Login);
        Assert.Single(Proofs());

        await AuthorizationAsync(credentials, "https://login.microsoftonline.us/{0}");
        Assert.Equal(2, Proofs().Count());
    }

    [Fact]
    public async Task ACertificateIsForOneRegistrationAndNeverForNone()
    {
        var credentials = new CertificateCredentials(certificate, AppId, Tenant, entra.Client);

        Assert.False(await credentials.IsAuthenticationDisabledAsync(CancellationToken.None));
        Assert.True(await credentials.IsValidAppIdAsync(AppId, CancellationToken.None));
        Assert.False(await credentials.IsValidAppIdAsync(Tenant, CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => credentials.CreateCredentialsAsync(Tenant, Scope, Login, true, CancellationToken.None));
        Assert.Empty(entra.Asked);
    }

    private static async Task<string?> AuthorizationAsync(CertificateCredentials factory, string login)
    {
        var credentials = await factory.CreateCredentialsAsync(AppId, Scope, login, validateAuthority: false, CancellationToken.None);
        using var request = new HttpRequestMessage();
        await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
        return request.Headers.Authorization?.ToString();
    }

    private IEnumerable<(string Url, string Body)> Proofs() => entra.Asked.Where(asked => asked.Body.Contains("client_assertion=", StringComparison.Ordinal));
}
