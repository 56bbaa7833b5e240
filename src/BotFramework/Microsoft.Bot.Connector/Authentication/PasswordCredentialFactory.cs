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

    private readonly OutgoingTokens tokens = new(ownAppId, password, tenantId, tokenHttpClient);

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

        return appId == ownAppId
            ? Task.FromResult(tokens.For(audience, loginEndpoint, validateAuthority))
            : throw new InvalidOperationException($"Invalid appId {appId} does not match expected {ownAppId}");
    }

    private sealed class AnonymousCredentials : ServiceClientCredentials;
}
