using System.Security.Claims;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Where tokens come from and go to.</summary>
internal sealed record CloudSettings(
    string LoginUrl, string OutgoingScope, string TokenIssuer, string OpenIdMetadataUrl, string CallerId, bool ValidateAuthority);

/// <summary>
/// Lets channels in by their signed tokens; lets everybody in, anonymously, when no application id is configured and no
/// header is sent. Tokens of the emulator and of other bots, which the official door also knows, are refused.
/// </summary>
internal sealed class CloudAuthentication(
    CloudSettings cloud,
    ServiceClientCredentialsFactory credentials,
    AuthenticationConfiguration configuration,
    IHttpClientFactory httpClientFactory) : BotFrameworkAuthentication
{
    private readonly ChannelTokenValidator validator = new(cloud.TokenIssuer, cloud.OpenIdMetadataUrl);

    public override string GetOriginatingAudience() => cloud.OutgoingScope;

    public override async Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(authHeader))
        {
            await RequireAuthenticationDisabledAsync(cancellationToken);
            return new ClaimsIdentity(
                [new Claim(AuthenticationConstants.AppIdClaim, AuthenticationConstants.AnonymousSkillAppId)],
                AuthenticationConstants.AnonymousAuthType);
        }

        return await ValidateAsync(authHeader, "unknown", null, cancellationToken);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        ClaimsIdentity identity;
        if (string.IsNullOrWhiteSpace(authHeader))
        {
            await RequireAuthenticationDisabledAsync(cancellationToken);
            identity = new ClaimsIdentity([], AuthenticationConstants.AnonymousAuthType);
        }
        else
        {
            identity = await ValidateAsync(authHeader, activity.ChannelId, activity.ServiceUrl, cancellationToken);
        }

        return await ResultAsync(identity, CreateConnectorFactory(identity), cancellationToken);
    }

    public override async Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(channelIdHeader) && !await credentials.IsAuthenticationDisabledAsync(cancellationToken))
        {
            throw new UnauthorizedAccessException("No Channel ID header");
        }

        var identity = await ValidateAsync(authHeader, channelIdHeader, null, cancellationToken);
        return await ResultAsync(identity, null, cancellationToken);
    }

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new HttpConnectorFactory(AppIdOf(claimsIdentity), cloud, credentials, httpClientFactory);

    private async Task RequireAuthenticationDisabledAsync(CancellationToken cancellationToken)
    {
        if (!await credentials.IsAuthenticationDisabledAsync(cancellationToken))
        {
            throw new UnauthorizedAccessException("No Authorization header");
        }
    }

    private async Task<ClaimsIdentity> ValidateAsync(
        string authHeader, string channelId, string serviceUrl, CancellationToken cancellationToken)
    {
        var identity = await validator.ValidateAsync(
            authHeader, channelId, configuration.RequiredEndorsements, serviceUrl, cancellationToken);
        var appId = identity.FindFirst(AuthenticationConstants.AudienceClaim)?.Value;
        if (string.IsNullOrWhiteSpace(appId))
        {
            throw new UnauthorizedAccessException("Missing aud claim");
        }

        if (!await credentials.IsValidAppIdAsync(appId, cancellationToken))
        {
            throw new UnauthorizedAccessException($"Invalid AppId passed on token: {appId}");
        }

        return identity;
    }

    private async Task<AuthenticateRequestResult> ResultAsync(
        ClaimsIdentity identity, ConnectorFactory connectorFactory, CancellationToken cancellationToken) => new()
        {
            ClaimsIdentity = identity,
            Audience = cloud.OutgoingScope,
            CallerId = await credentials.IsAuthenticationDisabledAsync(cancellationToken) ? null : cloud.CallerId,
            ConnectorFactory = connectorFactory,
        };

    // A channel's token names the bot in its audience; an identity made for a proactive turn may name it in appid only.
    private static string AppIdOf(ClaimsIdentity identity) =>
        (identity.FindFirst(AuthenticationConstants.AudienceClaim) ?? identity.FindFirst(AuthenticationConstants.AppIdClaim))?.Value;
}

/// <summary>Connectors over HTTP, one HTTP client each from the factory.</summary>
internal sealed class HttpConnectorFactory(
    string appId, CloudSettings cloud, ServiceClientCredentialsFactory credentials, IHttpClientFactory httpClientFactory)
    : ConnectorFactory
{
    public override async Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken)
    {
        var speaker = await credentials.CreateCredentialsAsync(
            appId, audience ?? cloud.OutgoingScope, cloud.LoginUrl, cloud.ValidateAuthority, cancellationToken);
        return new ConnectorClient(new Uri(serviceUrl), speaker, httpClientFactory?.CreateClient(string.Empty));
    }
}
