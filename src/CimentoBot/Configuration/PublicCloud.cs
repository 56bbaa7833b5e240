using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Configuration;

/// <summary>
/// The settings by which the Bot Framework knows its cloud. Once one of them is set, the official packages take all of them
/// from the configuration, and those that are absent are null; here they are the public cloud's.
/// </summary>
internal static class PublicCloud
{
    /// <summary>Where the bot asks for its tokens; {0} is the tenant.</summary>
    public const string LoginUrl = "https://login.microsoftonline.com/{0}";

    private const string Metadata = "ToBotFromChannelOpenIdMetadataUrl";

    private static readonly (string Key, string Value)[] Official =
    [
        ("ToChannelFromBotLoginUrl", LoginUrl),
        ("ToChannelFromBotOAuthScope", AuthenticationConstants.ToChannelFromBotOAuthScope),
        ("ToBotFromChannelTokenIssuer", AuthenticationConstants.ToBotFromChannelTokenIssuer),
        ("OAuthUrl", "https://api.botframework.com"),
        (Metadata, AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl),
        ("ToBotFromEmulatorOpenIdMetadataUrl", "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration"),
        ("CallerId", "urn:botframework:azure"),
    ];

    /// <summary>The configuration, completed where it names a part of a cloud. Another cloud's service is left to the Bot Framework.</summary>
    public static IConfiguration Complete(IConfiguration configuration)
    {
        var isAnother = !string.IsNullOrEmpty(configuration["ChannelService"]);
        var absent = Official.Where(setting => string.IsNullOrEmpty(configuration[setting.Key])).ToList();
        return isAnother || absent.Count == Official.Length
            ? configuration
            : Over(configuration, absent);
    }

    /// <summary>
    /// The same cloud under an address of its keys that differs in its fragment, which stays here: what the Bot Framework keeps
    /// under an address for hours, it reads anew.
    /// </summary>
    public static IConfiguration ReadingKeysAnew(IConfiguration configuration, int reading)
    {
        var address = configuration[Metadata] is { Length: > 0 } own ? own : AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
        return reading == 0 || !string.IsNullOrEmpty(configuration["ChannelService"])
            ? Complete(configuration)
            : Complete(Over(configuration, [(Metadata, FormattableString.Invariant($"{address}#{reading}"))]));
    }

    private static IConfiguration Over(IConfiguration configuration, IEnumerable<(string Key, string Value)> settings) =>
        new ConfigurationBuilder()
            .AddConfiguration(configuration)
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build();
}
