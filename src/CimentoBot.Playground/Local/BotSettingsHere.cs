using System.Globalization;

namespace CimentoBot.Playground.Local;

/// <summary>The bot's settings on this machine: Development, loopback only, no identity.</summary>
/// <param name="Port">Where it listens on 127.0.0.1.</param>
/// <param name="Database">The absolute path of its SQLite file.</param>
internal sealed record BotSettingsHere(int Port, string Database)
{
    public const int UsualPort = 3978;

    /// <summary>The local Teams' channel in <c>m365agentsplayground.yml</c>.</summary>
    public const string ChannelId = "channel-rcp-os";
    public const string ChannelName = "RCP os";

    /// <summary>An identity in the environment would make the bot ask the local Teams for tokens that it cannot have.</summary>
    private static readonly string[] Scrubbed =
        ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppType", "MicrosoftAppTenantId", "Bot__AllowedTenants", "ASPNETCORE_HTTP_PORTS", "ASPNETCORE_HTTPS_PORTS"];

    /// <summary>A fixed day instead of the clock's, as yyyy-MM-dd.</summary>
    public string? Today { get; init; }

    /// <summary>Where its output goes; null = nowhere.</summary>
    public string? Log { get; init; }

    public void ApplyTo(IDictionary<string, string?> environment)
    {
        var present = environment.Keys.ToList();
        foreach (var name in present.Where(name =>
            Scrubbed.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith("Board__Channels", StringComparison.OrdinalIgnoreCase)))
        {
            environment.Remove(name);
        }

        environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        environment["DOTNET_ENVIRONMENT"] = "Development";
        environment["ASPNETCORE_URLS"] = $"http://127.0.0.1:{Port.ToString(CultureInfo.InvariantCulture)}";
        environment["Board__Channels__0__Id"] = ChannelId;
        environment["Board__Channels__0__Name"] = ChannelName;
        environment["Board__Closers"] = "members";
        environment["Storage__Provider"] = "Sqlite";
        environment["Storage__ConnectionString"] = $"Data Source={Database}";
        if (Today is not null)
        {
            environment["Bot__Today"] = Today;
        }
    }
}
