using System.Net;
using System.Security.Authentication;
using CimentoBot.Configuration;

namespace CimentoBot.Checks;

/// <summary>Whether links that leave Teams are https and lead through the proxy to the bot.</summary>
internal static class PublicUrlCheck
{
    private const string What = "public url";

    public static async Task<Finding> RunAsync(CheckedBot bot, HostSettings settings)
    {
        if (settings.PublicUrl is not { } url)
        {
            return Finding.NotChecked(What, "Bot:PublicUrl is empty: there are no links to calendars and pages for print");
        }

        if (url.Scheme != Uri.UriSchemeHttps)
        {
            return url.IsLoopback && bot.Development
                ? Finding.NotChecked(What, $"{url} leads to this machine")
                : Finding.Wrong(What, $"Bot:PublicUrl: {url} is not https; let the proxy end TLS and name its https address");
        }

        var asked = new Uri(url.AbsoluteUri.TrimEnd('/') + "/c/x/print");
        try
        {
            using var answer = await bot.Client.GetAsync(asked);
            return answer.StatusCode == HttpStatusCode.NotFound && answer.Headers.Contains("X-Robots-Tag")
                ? Finding.Ok(What, $"{url} leads to the bot over https")
                : Finding.Wrong(What, $"{asked} was not answered by the bot ({(int)answer.StatusCode}): let the proxy pass GET and HEAD on /c/ on, without the path of Bot:PublicUrl");
        }
        catch (HttpRequestException failure) when (failure.InnerException is AuthenticationException)
        {
            return Finding.Wrong(What, $"{url}: browsers will refuse its certificate ({failure.InnerException.Message})");
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            return Finding.NotChecked(What, $"nothing answers at {url} from here ({failure.GetBaseException().Message}): start bot and proxy, and check again");
        }
    }
}
