using Microsoft.Extensions.Logging;

namespace Microsoft.Bot.Connector.Authentication;

/// <summary>Builds the door from settings; those that are absent are the public cloud's.</summary>
public static class BotFrameworkAuthenticationFactory
{
    private const string PublicCaller = "urn:botframework:azure";

    public static BotFrameworkAuthentication Create() => Create(
        channelService: null,
        validateAuthority: false,
        toChannelFromBotLoginUrl: null,
        toChannelFromBotOAuthScope: null,
        toBotFromChannelTokenIssuer: null,
        oAuthUrl: null,
        toBotFromChannelOpenIdMetadataUrl: null,
        toBotFromEmulatorOpenIdMetadataUrl: null,
        callerId: null,
        credentialFactory: new PasswordCredentialFactory(null, null, null, null),
        authConfiguration: new AuthenticationConfiguration(),
        httpClientFactory: null,
        logger: null);

    public static BotFrameworkAuthentication Create(
        string channelService,
        bool validateAuthority,
        string toChannelFromBotLoginUrl,
        string toChannelFromBotOAuthScope,
        string toBotFromChannelTokenIssuer,
        string oAuthUrl,
        string toBotFromChannelOpenIdMetadataUrl,
        string toBotFromEmulatorOpenIdMetadataUrl,
        string callerId,
        ServiceClientCredentialsFactory credentialFactory,
        AuthenticationConfiguration authConfiguration,
        IHttpClientFactory httpClientFactory,
        ILogger logger)
    {
        string[] ownCloud =
        [
            toChannelFromBotLoginUrl, toChannelFromBotOAuthScope, toBotFromChannelTokenIssuer, oAuthUrl,
            toBotFromChannelOpenIdMetadataUrl, toBotFromEmulatorOpenIdMetadataUrl, callerId,
        ];
        var isPublic = ownCloud.All(string.IsNullOrEmpty);
        if (isPublic && !string.IsNullOrEmpty(channelService))
        {
            throw new ArgumentException("The provided ChannelService value is not supported.");
        }

        return new CloudAuthentication(
            new CloudSettings(
                LoginUrl: Or(toChannelFromBotLoginUrl, AuthenticationConstants.ToChannelFromBotLoginUrlTemplate),
                OutgoingScope: Or(toChannelFromBotOAuthScope, AuthenticationConstants.ToChannelFromBotOAuthScope),
                TokenIssuer: Or(toBotFromChannelTokenIssuer, AuthenticationConstants.ToBotFromChannelTokenIssuer),
                OpenIdMetadataUrl: Or(toBotFromChannelOpenIdMetadataUrl, AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl),
                CallerId: isPublic ? PublicCaller : callerId,
                ValidateAuthority: isPublic || validateAuthority),
            credentialFactory,
            authConfiguration,
            httpClientFactory);
    }

    private static string Or(string setting, string otherwise) => string.IsNullOrEmpty(setting) ? otherwise : setting;
}
