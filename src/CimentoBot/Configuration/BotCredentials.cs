using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Configuration;

/// <summary>What the bot proves itself with where it fetches tokens: a secret, or a certificate with its private key.</summary>
internal static class BotCredentials
{
    public const string PathKey = "MicrosoftAppCertificatePath";
    public const string PasswordKey = "MicrosoftAppCertificatePassword";

    /// <param name="configuration">The configuration.</param>
    /// <param name="httpClient">What fetches tokens; null = the default.</param>
    /// <exception cref="SettingException">The certificate cannot be read.</exception>
    public static ServiceClientCredentialsFactory Create(IConfiguration configuration, HttpClient? httpClient = null)
    {
        if (ReadCertificate(configuration) is not { } certificate)
        {
            return new ConfigurationServiceClientCredentialFactory(configuration, httpClient);
        }

        var isSingleTenant = "SingleTenant".Equals(configuration["MicrosoftAppType"]?.Trim(), StringComparison.OrdinalIgnoreCase);
        return new CertificateCredentials(
            certificate, configuration["MicrosoftAppId"]!, isSingleTenant ? configuration["MicrosoftAppTenantId"] : null, httpClient);
    }

    /// <summary>The certificate that is configured, or null.</summary>
    /// <exception cref="SettingException">It cannot be read, or has no private key.</exception>
    public static X509Certificate2? ReadCertificate(IConfiguration configuration)
    {
        if (configuration[PathKey]?.Trim() is not { Length: > 0 } path)
        {
            return null;
        }

        try
        {
            var certificate = X509CertificateLoader.LoadPkcs12FromFile(path, configuration[PasswordKey]);
            if (certificate.HasPrivateKey)
            {
                return certificate;
            }

            certificate.Dispose();
        }
        catch (Exception unreadable) when (unreadable is CryptographicException or IOException or UnauthorizedAccessException)
        {
            // Its message may name more than the line should.
        }

        throw new SettingException(PathKey, $"takes a PKCS#12 file (.pfx) with a private key, which {PasswordKey} opens.");
    }
}
