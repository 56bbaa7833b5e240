using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Configuration;

/// <summary>What the door must know beside the bot's identity.</summary>
internal sealed record DoorSettings
{
    /// <summary>The one other cloud that the Bot Framework knows by its <c>ChannelService</c> alone.</summary>
    private const string GovernmentIssuer = "https://api.botframework.us";

    /// <summary>Who issues the channel's tokens.</summary>
    public string TokenIssuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;

    /// <summary>Reads the settings.</summary>
    public static DoorSettings Read(IConfiguration configuration) => new()
    {
        TokenIssuer = configuration["ToBotFromChannelTokenIssuer"] is { Length: > 0 } issuer ? issuer
            : configuration["ChannelService"] is { Length: > 0 } ? GovernmentIssuer
            : AuthenticationConstants.ToBotFromChannelTokenIssuer,
    };
}
