using System.Collections.Concurrent;
using System.IdentityModel.Tokens.Jwt;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>
/// Validates a channel's token: issuer, signature by a published RSA key, five minutes of clock skew, the key's
/// endorsement for the channel, and a serviceurl claim equal to the activity's. Refusals are UnauthorizedAccessException;
/// what is no token, or signed by nobody known, is a SecurityTokenException or ArgumentException, as officially.
/// </summary>
internal sealed class ChannelTokenValidator(string issuer, string metadataUrl)
{
    private static readonly string[] AllowedAlgorithms = ["RS256", "RS384", "RS512"];
    private static readonly HttpClient MetadataClient = new();
    private static readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> Metadata = new();

    public async Task<ClaimsIdentity> ValidateAsync(
        string authHeader, string channelId, string[] requiredEndorsements, string serviceUrl, CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync(authHeader, channelId, requiredEndorsements, cancellationToken)
            ?? throw new UnauthorizedAccessException("No valid identity");
        if (!identity.IsAuthenticated)
        {
            throw new UnauthorizedAccessException("Identity Not Authenticated");
        }

        if (serviceUrl != null)
        {
            var claimed = identity.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value;
            if (string.IsNullOrWhiteSpace(claimed))
            {
                throw new UnauthorizedAccessException("Missing serviceurl claim");
            }

            if (!string.Equals(claimed, serviceUrl, StringComparison.OrdinalIgnoreCase))
            {
                throw new UnauthorizedAccessException("serviceurl claim mismatch");
            }
        }

        return identity;
    }

    private async Task<ClaimsIdentity> IdentityAsync(
        string authHeader, string channelId, string[] requiredEndorsements, CancellationToken cancellationToken)
    {
        var parts = authHeader?.Split(' ') ?? [];
        if (parts.Length != 2 || !parts[0].Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var token = new JwtSecurityToken(parts[1]);
        if (parts[0] != "Bearer" || token.Issuer != issuer)
        {
            return null;
        }

        var published = await MetadataOf(metadataUrl).GetConfigurationAsync(cancellationToken);
        return Validate(parts[1], published, channelId, requiredEndorsements);
    }

    private ClaimsIdentity Validate(
        string token, OpenIdConnectConfiguration published, string channelId, string[] requiredEndorsements)
    {
        var parameters = new TokenValidationParameters
        {
            ValidIssuers = [issuer],
#pragma warning disable CA5404 // The audience is checked by the caller, who knows the bot's ids.
            ValidateAudience = false,
#pragma warning restore CA5404
            ClockSkew = TimeSpan.FromMinutes(5),
            RequireSignedTokens = true,
            ValidateIssuerSigningKey = true,
            ValidAlgorithms = AllowedAlgorithms,
            IssuerSigningKeys = published.SigningKeys,
            TryAllIssuerSigningKeys = false,
        };
        try
        {
            var principal = new JwtSecurityTokenHandler().ValidateToken(token, parameters, out var validated);
            RequireEndorsement(published, validated.SigningKey.KeyId, channelId, requiredEndorsements);
            return principal.Identities.FirstOrDefault();
        }
        catch (SecurityTokenExpiredException)
        {
            throw new UnauthorizedAccessException("The token has expired");
        }
    }

    /// <summary>A key vouches only for the channels that the published key set names beside it.</summary>
    private static void RequireEndorsement(
        OpenIdConnectConfiguration published, string keyId, string channelId, string[] requiredEndorsements)
    {
        var endorsements = EndorsementsOf(published, keyId) ?? throw new UnauthorizedAccessException("Could not validate endorsement key.");
        foreach (var needed in requiredEndorsements.Prepend(channelId).Where(needed => !string.IsNullOrEmpty(needed)))
        {
            if (!endorsements.Contains(needed, StringComparer.Ordinal))
            {
                throw new UnauthorizedAccessException(
                    $"Could not validate endorsement for key: {keyId} with endorsements: {string.Join(',', endorsements)}");
            }
        }
    }

    private static List<string> EndorsementsOf(OpenIdConnectConfiguration published, string keyId)
    {
        var key = published.JsonWebKeySet?.Keys.FirstOrDefault(key => !string.IsNullOrEmpty(keyId) && key.Kid == keyId);
        return key != null
            && key.AdditionalData.TryGetValue("endorsements", out var listed)
            && listed is JsonElement { ValueKind: JsonValueKind.Array } names
            ? names.EnumerateArray().Select(name => name.GetString()).ToList()
            : null;
    }

    private static ConfigurationManager<OpenIdConnectConfiguration> MetadataOf(string url) => Metadata.GetOrAdd(
        url,
        address => new ConfigurationManager<OpenIdConnectConfiguration>(
            address,
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(MetadataClient) { RequireHttps = !new Uri(address).IsLoopback }));
}
