using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace CimentoBot.Configuration;

/// <summary>
/// The registration that proves itself by a certificate where it fetches its tokens. A login address of a cloud takes the tenant, or
/// else the Bot Framework's; one without a place for it is the authority as it stands.
/// </summary>
/// <param name="certificate">With its private key.</param>
/// <param name="appId">The registration; it is for no other.</param>
/// <param name="tenant">Of the registration; null = the Bot Framework's.</param>
/// <param name="httpClient">What fetches tokens; null = the default.</param>
internal sealed class CertificateCredentials(X509Certificate2 certificate, string appId, string? tenant, HttpClient? httpClient)
    : ServiceClientCredentialsFactory
{
    private const string TenantsPlace = "{0}";

    /// <summary>Each keeps its tokens until they expire: one for each authority.</summary>
    private readonly ConcurrentDictionary<(string Login, bool Validated), IConfidentialClientApplication> applications = [];

    public override Task<bool> IsValidAppIdAsync(string id, CancellationToken cancellationToken) => Task.FromResult(id == appId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    /// <exception cref="InvalidOperationException">They are asked for another registration.</exception>
    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string id, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) => id == appId
        ? Task.FromResult<ServiceClientCredentials>(new Bearer(applications.GetOrAdd((loginEndpoint, validateAuthority), Application), audience))
        : throw new InvalidOperationException("The certificate is another registration's.");

    private IConfidentialClientApplication Application((string Login, bool Validated) authority)
    {
        var address = authority.Login.Replace(TenantsPlace, tenant ?? AuthenticationConstants.DefaultChannelAuthTenant, StringComparison.Ordinal);
        var builder = ConfidentialClientApplicationBuilder.Create(appId).WithCertificate(certificate).WithAuthority(new Uri(address), authority.Validated);
        return (httpClient is null ? builder : builder.WithHttpClientFactory(new OneClient(httpClient))).Build();
    }

    /// <summary>Writes the token for an audience into what is sent.</summary>
    private sealed class Bearer(IConfidentialClientApplication application, string audience) : ServiceClientCredentials
    {
        private readonly string[] scopes = [audience + "/.default"];

        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var token = await application.AcquireTokenForClient(scopes).ExecuteAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        }
    }

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
