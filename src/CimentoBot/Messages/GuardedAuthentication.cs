using System.Security.Claims;
using CimentoBot.Configuration;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;

namespace CimentoBot.Messages;

/// <summary>
/// The Bot Framework's authentication, guarded from outside: a token that cannot be read is a refusal (401), not a failure (500);
/// keys are read anew when one is not known; whose token is good must be of an allowed tenant, and vouches for its service address;
/// all connector clients share their contract resolvers, which cost most of a turn's time to build.
/// </summary>
/// <param name="keys">The doors that are guarded, which do all that is asked here.</param>
/// <param name="tenants">Who may come in.</param>
/// <param name="serviceUrls">Where the bot's tokens may go.</param>
/// <param name="configuration">What the base is made of, which lets nobody in: it is asked for users' tokens alone, and the bot uses none.</param>
/// <param name="credentials">The same.</param>
/// <param name="clients">The same.</param>
internal sealed class GuardedAuthentication(
    ChannelKeys keys,
    Tenants tenants,
    ServiceUrls serviceUrls,
    IConfiguration configuration,
    ServiceClientCredentialsFactory credentials,
    IHttpClientFactory clients)
    : ConfigurationBotFrameworkAuthentication(PublicCloud.Complete(configuration), credentials, httpClientFactory: clients)
{
    private readonly SharedContracts contracts = new();

    /// <exception cref="UnauthorizedAccessException">The token is not good.</exception>
    /// <exception cref="TenantNotAllowedException">It is, but of a tenant that may not come in.</exception>
    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var result = await VerifyAsync(activity, authHeader, cancellationToken);
        if (!tenants.Allow(activity))
        {
            throw new TenantNotAllowedException();
        }

        if (result.ClaimsIdentity.HasClaim(claim => Vouches(claim, activity.ServiceUrl)))
        {
            await serviceUrls.VouchForAsync(activity.ServiceUrl, cancellationToken);
        }

        result.ConnectorFactory = new SharingConnectorFactory(result.ConnectorFactory, contracts, serviceUrls);
        return result;
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        keys.Current.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new SharingConnectorFactory(keys.Current.CreateConnectorFactory(claimsIdentity), contracts, serviceUrls);

    public override string GetOriginatingAudience() => keys.Current.GetOriginatingAudience();

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        keys.Current.AuthenticateChannelRequestAsync(authHeader, cancellationToken);

    private static bool Vouches(Claim claim, string serviceUrl) =>
        claim.Type == AuthenticationConstants.ServiceUrlClaim && claim.Value.Equals(serviceUrl, StringComparison.OrdinalIgnoreCase);

    private async Task<AuthenticateRequestResult> VerifyAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var door = keys.Current;
        try
        {
            return await door.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (SecurityTokenSignatureKeyNotFoundException unknown)
        {
            return await TryNewerKeysAsync(door, activity, authHeader, cancellationToken) ?? throw Refusal(unknown);
        }
        catch (Exception unreadable) when (IsRefusal(unreadable))
        {
            throw Refusal(unreadable);
        }
    }

    /// <summary>Null when there are no newer keys, or none that knows the token's, or they cannot be read: the keys that are known stay.</summary>
    private async Task<AuthenticateRequestResult?> TryNewerKeysAsync(
        BotFrameworkAuthentication door, Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (keys.NewerThan(door) is not { } newer)
        {
            return null;
        }

        try
        {
            var result = await newer.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            keys.Adopt(newer);
            return result;
        }
        catch (Exception refused) when (IsRefusal(refused) || refused is UnauthorizedAccessException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    private static bool IsRefusal(Exception failure) => failure is SecurityTokenException or ArgumentException or FormatException;

    private static UnauthorizedAccessException Refusal(Exception reason) => new("The token cannot be read.", reason);
}
