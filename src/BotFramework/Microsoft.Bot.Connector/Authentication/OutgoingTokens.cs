using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Identity.Client;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Tokens for the connector from an authority, for the application's secret. The public cloud's login address takes the
/// tenant, or else the Bot Framework's; any other is the authority as it stands.
/// </summary>
internal sealed class OutgoingTokens(string appId, string password, string tenantId, HttpClient tokenHttpClient)
{
    // MSAL caches tokens in the application object: one for each authority.
    private readonly ConcurrentDictionary<string, IConfidentialClientApplication> applications = new(StringComparer.Ordinal);

    public ServiceClientCredentials For(string audience, string loginEndpoint, bool validateAuthority)
    {
        var isPublic = loginEndpoint.Equals(AuthenticationConstants.ToChannelFromBotLoginUrlTemplate, StringComparison.OrdinalIgnoreCase);
        var tenant = string.IsNullOrEmpty(tenantId) ? AuthenticationConstants.DefaultChannelAuthTenant : tenantId;
        var authority = isPublic ? string.Format(CultureInfo.InvariantCulture, loginEndpoint, tenant) : loginEndpoint;
        var validated = isPublic || validateAuthority;
        var application = applications.GetOrAdd(
            string.Create(CultureInfo.InvariantCulture, $"{validated} {authority}"),
            _ => Application(authority, validated));
        return new TokenCredentials(application, audience);
    }

    private IConfidentialClientApplication Application(string authority, bool validateAuthority)
    {
        var builder = ConfidentialClientApplicationBuilder.Create(appId)
            .WithClientSecret(password)
            .WithAuthority(new Uri(authority), validateAuthority);
        if (tokenHttpClient != null)
        {
            builder = builder.WithHttpClientFactory(new OneHttpClient(tokenHttpClient));
        }

        return builder.Build();
    }

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
