using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// One application id with its secret; without an id, authentication is off and the bot goes out anonymously. A tenant
/// makes the application single-tenant, none takes the Bot Framework's.
/// </summary>
internal sealed class PasswordCredentialFactory(string ownAppId, string password, string tenantId, HttpClient tokenHttpClient)
    : ServiceClientCredentialsFactory
{
    private static readonly ServiceClientCredentials Anonymous = new AnonymousCredentials();

    // MSAL caches tokens in the application object: one for each authority.
    private readonly ConcurrentDictionary<string, IConfidentialClientApplication> applications = new(StringComparer.Ordinal);

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == ownAppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        Task.FromResult(string.IsNullOrEmpty(ownAppId));

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(ownAppId))
        {
            return Task.FromResult(Anonymous);
        }

        if (appId != ownAppId)
        {
            throw new InvalidOperationException($"Invalid appId {appId} does not match expected {ownAppId}");
        }

        var tenant = string.IsNullOrEmpty(tenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : tenantId;
        var authority = loginEndpoint.Replace("{0}", tenant, StringComparison.Ordinal);
        var application = applications.GetOrAdd(
            string.Create(CultureInfo.InvariantCulture, $"{validateAuthority} {authority}"),
            _ => Application(authority, validateAuthority));
        return Task.FromResult<ServiceClientCredentials>(new TokenCredentials(application, audience));
    }

    private IConfidentialClientApplication Application(string authority, bool validateAuthority)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(ownAppId)
            .WithAuthority(new Uri(authority), validateAuthority)
            .WithClientSecret(password);
        if (tokenHttpClient != null)
        {
            builder = builder.WithHttpClientFactory(new OneHttpClient(tokenHttpClient));
        }

        return builder.Build();
    }

    private sealed class AnonymousCredentials : ServiceClientCredentials;

    private sealed class TokenCredentials(IConfidentialClientApplication application, string audience) : ServiceClientCredentials
    {
        private const string Suffix = "/.default";

        public override async Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var scope = audience.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? audience : audience + Suffix;
            var token = await application.AcquireTokenForClient([scope]).ExecuteAsync(cancellationToken);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        }
    }

    private sealed class OneHttpClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
