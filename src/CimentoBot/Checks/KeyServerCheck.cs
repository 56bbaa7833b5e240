using System.Text.Json;
using CimentoBot.Configuration;
using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Checks;

/// <summary>Whether the keys can be read by which Teams' tokens are verified, and whether the clock here agrees with the server's.</summary>
internal static class KeyServerCheck
{
    private const string Keys = "keys";
    private const string Clock = "clock";
    private const string AddressKey = "ToBotFromChannelOpenIdMetadataUrl";

    /// <summary>Tokens are taken five minutes early or late; a clock that is a minute off has lost its time server.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Finding>> RunAsync(CheckedBot bot)
    {
        if (bot.AppId is null)
        {
            return [Finding.NotChecked(Keys, "not registered"), Finding.NotChecked(Clock, "not registered")];
        }

        if (bot.Value(AddressKey) is null && bot.Value("ChannelService") is not null)
        {
            return [Finding.NotChecked(Keys, $"another cloud, whose address {AddressKey} does not name"), Finding.NotChecked(Clock, "nobody was asked the time")];
        }

        var address = PublicCloud.Complete(bot.Configuration)[AddressKey] is { Length: > 0 } own ? own : AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
        try
        {
            return await AskAsync(bot, new Uri(address));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or InvalidOperationException or UriFormatException)
        {
            var said = failure is TaskCanceledException ? "no answer in time" : Deepest(failure);
            return
            [
                Finding.Wrong(Keys, $"{address} cannot be read ({said}): let the bot out to it over https, by HTTPS_PROXY where there is a proxy"),
                Finding.NotChecked(Clock, "nobody was asked the time"),
            ];
        }
    }

    private static async Task<IReadOnlyList<Finding>> AskAsync(CheckedBot bot, Uri address)
    {
        using var answer = await bot.Client.GetAsync(address);
        var clock = ClockOf(bot, answer.Headers.Date);
        answer.EnsureSuccessStatusCode();
        using var metadata = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var keysAt = metadata.RootElement.GetProperty("jwks_uri").GetString()!;
        using var keys = JsonDocument.Parse(await bot.Client.GetStringAsync(new Uri(keysAt)));
        var count = keys.RootElement.GetProperty("keys").GetArrayLength();
        return
        [
            count > 0 ? Finding.Ok(Keys, FormattableString.Invariant($"{address.Host}: {count} read")) : Finding.Wrong(Keys, $"{keysAt} names no key"),
            clock,
        ];
    }

    private static Finding ClockOf(CheckedBot bot, DateTimeOffset? there)
    {
        if (there is null)
        {
            return Finding.NotChecked(Clock, "the server does not say its time");
        }

        var skew = bot.Clock.GetUtcNow() - there.Value;
        var seconds = FormattableString.Invariant($"{Math.Round(skew.TotalSeconds)} s");
        return skew.Duration() <= MostSkew
            ? Finding.Ok(Clock, $"{seconds} from the server's")
            : Finding.Wrong(Clock, $"{seconds} from the server's: tokens will be refused and dates be wrong; set the time server (NTP) of this machine");
    }

    private static string Deepest(Exception failure) => failure.GetBaseException().Message;
}
