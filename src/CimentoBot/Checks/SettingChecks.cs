using System.Globalization;
using CimentoBot.Configuration;
using NodaTime;

namespace CimentoBot.Checks;

/// <summary>What the settings say, by themselves.</summary>
internal static class SettingChecks
{
    /// <summary>Read as the start reads them.</summary>
    public static (Finding Finding, HostSettings? Settings) Read(CheckedBot bot)
    {
        const string what = "settings";
        try
        {
            return (Finding.Ok(what, "the bot would start with them"), BotSettingsReader.Read(bot.Configuration, bot.Development, bot.Flavour));
        }
        catch (SettingException wrong)
        {
            return (Finding.Wrong(what, wrong.Message), null);
        }
    }

    public static IEnumerable<Finding> Of(CheckedBot bot, HostSettings settings) =>
        [Flavour(bot), Registration(bot), Tenants(bot, settings), Zone(bot, settings), Languages()];

    private static Finding Flavour(CheckedBot bot)
    {
        const string what = "build";
        return bot switch
        {
            { Flavour: not Product.StandIn } => Finding.Ok(what, $"Bot Framework {bot.Flavour}, CimentoBot {Product.Version}"),
            { Development: true } => Finding.NotChecked(what, "stand-ins of the Bot Framework, in the environment Development"),
            _ => Finding.Wrong(what, "stand-ins of the Bot Framework: publish with -p:BotFramework=Official for anything that patients' cases go through (docs/deploy.md)"),
        };
    }

    private static Finding Registration(CheckedBot bot)
    {
        const string what = "registration";
        if (bot.AppId is not { } id)
        {
            return bot.Development
                ? Finding.NotChecked(what, "no MicrosoftAppId: this machine only is answered")
                : Finding.Wrong(what, "MicrosoftAppId: Teams cannot reach a bot without one; register it and set id, type, tenant and secret or certificate (docs/deploy.md)");
        }

        var type = bot.Value("MicrosoftAppType") ?? "MultiTenant";
        return type.Equals("MultiTenant", StringComparison.OrdinalIgnoreCase)
            ? Finding.Wrong(what, "MicrosoftAppType: MultiTenant can no longer be registered and lets in whoever has the app; take SingleTenant or UserAssignedMSI, with MicrosoftAppTenantId")
            : Guid.TryParse(id, out _) && Guid.TryParse(bot.Value("MicrosoftAppTenantId"), out _)
                ? Finding.Ok(what, $"{type}, application {id}")
                : Finding.Wrong(what, "MicrosoftAppId and MicrosoftAppTenantId: take the two ids (GUIDs) of the registration, not its names");
    }

    private static Finding Tenants(CheckedBot bot, HostSettings settings)
    {
        const string what = "tenants";
        var allowed = settings.Bot.AllowedTenants;
        return bot.AppId is null ? Finding.NotChecked(what, "not registered")
            : allowed.Count == 0 ? Finding.Wrong(what, "Bot:AllowedTenants: empty lets in every tenant that has the app; set your tenant's id")
            : allowed.FirstOrDefault(tenant => !Guid.TryParse(tenant, out _)) is { } name ? Finding.Wrong(what, $"Bot:AllowedTenants: '{name}' is no tenant id (a GUID), so nobody of it gets in")
            : Finding.Ok(what, string.Join(", ", allowed));
    }

    private static Finding Zone(CheckedBot bot, HostSettings settings)
    {
        var now = Instant.FromDateTimeOffset(bot.Clock.GetUtcNow()).InZone(settings.Bot.Zone);
        return Finding.Ok("time zone", $"{settings.Bot.Zone.Id}: it is {now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} there; compare it with a clock on the wall");
    }

    /// <summary>A system without the rules of languages writes French dates in no language at all.</summary>
    private static Finding Languages()
    {
        const string what = "languages";
        var may = CultureInfo.GetCultureInfo("fr-FR").DateTimeFormat.GetMonthName(5);
        return may == "mai"
            ? Finding.Ok(what, "French and English dates can be written")
            : Finding.Wrong(what, "the system has no rules of languages (ICU): install libicu, and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset");
    }
}
