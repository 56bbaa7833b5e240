using System.Security.Claims;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.IdentityModel.Tokens;

namespace CimentoBot.Messages;

/// <summary>
/// The Bot Framework's authentication with two things mended from outside: a token that cannot be read is a refusal (401), not a
/// failure (500); and all connector clients share their contract resolvers, which cost most of a turn's time to build.
/// </summary>
internal sealed class GuardedAuthentication(BotFrameworkAuthentication inner) : BotFrameworkAuthentication
{
    private readonly SharedContracts contracts = new();

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(
        Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        try
        {
            var result = await inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
            result.ConnectorFactory = new SharingConnectorFactory(result.ConnectorFactory, contracts);
            return result;
        }
        catch (Exception unreadable) when (unreadable is SecurityTokenException or ArgumentException or FormatException)
        {
            throw new UnauthorizedAccessException("The token cannot be read.", unreadable);
        }
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(
        string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateStreamingRequestAsync(authHeader, channelIdHeader, cancellationToken);

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) =>
        new SharingConnectorFactory(inner.CreateConnectorFactory(claimsIdentity), contracts);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    public override string GetOriginatingAudience() => inner.GetOriginatingAudience();

    public override Task<ClaimsIdentity> AuthenticateChannelRequestAsync(string authHeader, CancellationToken cancellationToken) =>
        inner.AuthenticateChannelRequestAsync(authHeader, cancellationToken);
}
