using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Builder.Integration.AspNet.Core;

/// <summary>
/// The bot's id, secret and tenant from <c>MicrosoftAppType</c>, <c>MicrosoftAppId</c>, <c>MicrosoftAppPassword</c> and
/// <c>MicrosoftAppTenantId</c>. MultiTenant unless told otherwise; managed identities are not made here.
/// </summary>
public class ConfigurationServiceClientCredentialFactory : ServiceClientCredentialsFactory
{
    private const string TypeKey = "MicrosoftAppType";
    private const string IdKey = "MicrosoftAppId";
    private const string PasswordKey = "MicrosoftAppPassword";
    private const string TenantKey = "MicrosoftAppTenantId";

    private readonly ServiceClientCredentialsFactory inner;

    public ConfigurationServiceClientCredentialFactory(
        IConfiguration configuration, HttpClient httpClient = null, ILogger logger = null)
    {
        var appType = configuration[TypeKey];
        if (string.Equals(appType, "UserAssignedMsi", StringComparison.OrdinalIgnoreCase))
        {
            throw new NotSupportedException($"{TypeKey} UserAssignedMsi needs the official packages.");
        }

        var isSingleTenant = string.Equals(appType, "SingleTenant", StringComparison.OrdinalIgnoreCase);
        if (isSingleTenant)
        {
            foreach (var key in new[] { IdKey, TenantKey, PasswordKey })
            {
                if (string.IsNullOrWhiteSpace(configuration[key]))
                {
                    throw new ArgumentException($"{key} is required for SingleTenant in configuration.");
                }
            }
        }

        inner = new PasswordCredentialFactory(
            configuration[IdKey], configuration[PasswordKey], isSingleTenant ? configuration[TenantKey] : null, httpClient);
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) =>
        inner.IsValidAppIdAsync(appId, cancellationToken);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) =>
        inner.IsAuthenticationDisabledAsync(cancellationToken);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        inner.CreateCredentialsAsync(appId, audience, loginEndpoint, validateAuthority, cancellationToken);
}
