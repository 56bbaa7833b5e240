using System.Globalization;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Configuration;

/// <summary>What the door must know beside the bot's identity.</summary>
internal sealed record DoorSettings
{
    /// <summary>The one other cloud that the Bot Framework knows by its <c>ChannelService</c> alone.</summary>
    private const string GovernmentIssuer = "https://api.botframework.us";

    private const int MostTurns = 1_000_000;
    private const int UsualTurnsOfAUser = 120;
    private const int UsualTurnsOfATenant = 3000;

    /// <summary>Who issues the channel's tokens.</summary>
    public string TokenIssuer { get; init; } = AuthenticationConstants.ToBotFromChannelTokenIssuer;

    /// <summary>How many turns a minute one user gets; 0 = as many as they like.</summary>
    public int TurnsOfAUser { get; init; }

    /// <summary>How many turns a minute the users of one tenant get together; 0 = as many as they like.</summary>
    public int TurnsOfATenant { get; init; }

    /// <summary>
    /// Reads the settings. Without an identity the bot answers this machine only, which may drive it as fast as it likes unless a
    /// limit is set.
    /// </summary>
    /// <exception cref="SettingException">A setting is wrong.</exception>
    public static DoorSettings Read(IConfiguration configuration, bool hasIdentity) => new()
    {
        TokenIssuer = configuration["ToBotFromChannelTokenIssuer"] is { Length: > 0 } issuer ? issuer
            : configuration["ChannelService"] is { Length: > 0 } ? GovernmentIssuer
            : AuthenticationConstants.ToBotFromChannelTokenIssuer,
        TurnsOfAUser = ReadTurns(configuration, "Bot:TurnsPerMinute:User", hasIdentity ? UsualTurnsOfAUser : 0),
        TurnsOfATenant = ReadTurns(configuration, "Bot:TurnsPerMinute:Tenant", hasIdentity ? UsualTurnsOfATenant : 0),
    };

    private static int ReadTurns(IConfiguration configuration, string key, int otherwise) => configuration[key]?.Trim() switch
    {
        null or "" => otherwise,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var turns) && turns <= MostTurns => turns,
        _ => throw new SettingException(key, "takes a whole number of turns from 0 (no limit) to 1000000."),
    };
}
