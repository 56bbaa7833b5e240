using CimentoBot.Configuration;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Checks;

/// <summary>Whether the registration gives the bot a token, by which it speaks to Teams. Nothing is sent to Teams.</summary>
internal static class TokenCheck
{
    private const string What = "own token";

    private const string LoginKey = "ToChannelFromBotLoginUrl";
    private const string ScopeKey = "ToChannelFromBotOAuthScope";

    public static async Task<Finding> RunAsync(CheckedBot bot)
    {
        if (bot.AppId is not { } id)
        {
            return Finding.NotChecked(What, "not registered");
        }

        if (bot.Value("ChannelService") is not null && bot.Value(LoginKey) is null)
        {
            return Finding.NotChecked(What, $"another cloud, whose address {LoginKey} does not name");
        }

        try
        {
            var cloud = PublicCloud.Complete(bot.Configuration);
            var login = cloud[LoginKey] is { Length: > 0 } own ? own : PublicCloud.LoginUrl;
            var scope = cloud[ScopeKey] is { Length: > 0 } other ? other : AuthenticationConstants.ToChannelFromBotOAuthScope;
            var credentials = await BotCredentials.Create(bot.Configuration, bot.Client)
                .CreateCredentialsAsync(id, scope, login, !"false".Equals(bot.Value("ValidateAuthority"), StringComparison.OrdinalIgnoreCase), CancellationToken.None);
            using var request = new HttpRequestMessage(HttpMethod.Get, login);
            await credentials.ProcessHttpRequestAsync(request, CancellationToken.None);
            return request.Headers.Authorization is null
                ? Finding.Wrong(What, "none was given: see MicrosoftAppId and MicrosoftAppPassword")
                : Finding.Ok(What, "the registration gave one");
        }
        catch (Exception refused) when (refused is not OutOfMemoryException)
        {
            // Which exception it is differs with the flavour; what Entra says of the secret begins with its code (AADSTS…).
            return Finding.Wrong(What, $"the registration gives none: {refused.GetBaseException().Message}");
        }
    }
}
