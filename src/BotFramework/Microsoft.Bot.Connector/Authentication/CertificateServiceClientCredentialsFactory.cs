using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using Microsoft.Rest;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>One application id that proves itself by a certificate: authentication is always on.</summary>
public class CertificateServiceClientCredentialsFactory : ServiceClientCredentialsFactory
{
    private readonly string ownAppId;
    private readonly OutgoingTokens tokens;

    public CertificateServiceClientCredentialsFactory(
        X509Certificate2 certificate,
        string appId,
        string tenantId = null,
        HttpClient httpClient = null,
        ILogger logger = null,
        bool sendX5c = false)
    {
        if (string.IsNullOrWhiteSpace(appId))
        {
            throw new ArgumentNullException(nameof(appId));
        }

        ArgumentNullException.ThrowIfNull(certificate);
        ownAppId = appId;
        tokens = new OutgoingTokens(appId, tenantId, httpClient, builder => builder.WithCertificate(certificate, sendX5c));
    }

    public override Task<bool> IsValidAppIdAsync(string appId, CancellationToken cancellationToken) => Task.FromResult(appId == ownAppId);

    public override Task<bool> IsAuthenticationDisabledAsync(CancellationToken cancellationToken) => Task.FromResult(false);

    public override Task<ServiceClientCredentials> CreateCredentialsAsync(
        string appId, string audience, string loginEndpoint, bool validateAuthority, CancellationToken cancellationToken) =>
        appId == ownAppId
            ? Task.FromResult(tokens.For(audience, loginEndpoint, validateAuthority))
            : throw new InvalidOperationException("Invalid Managed ID.");
}
