using CimentoBot.Api;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Telemetry;

namespace CimentoBot.Configuration;

/// <summary>The server itself: address, limits, clock, log, headers.</summary>
internal static class CimentoHost
{
    private const string DefaultUrl = "http://localhost:3978";

    public static void AddCimentoHost(this WebApplicationBuilder builder, HostSettings settings)
    {
        string[] addresses = ["urls", "http_ports", "https_ports"];
        if (addresses.All(key => string.IsNullOrWhiteSpace(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultUrl);
        }

        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = JsonBody.Longest;
        });
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true);
        builder.AddCimentoTelemetry();
        builder.Services.AddSingleton(settings.Clock).AddSingleton(settings.Door);
    }

    public static void UseCimentoHost(this WebApplication app, HostSettings settings)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            headers.CacheControl = "no-store";
            headers["Referrer-Policy"] = "no-referrer";
            return next(context);
        });
        app.MapMetrics(settings.MetricsReaders);
        app.Lifetime.ApplicationStarted.Register(() => SayWhatRuns(app, settings));
    }

    private static void SayWhatRuns(WebApplication app, HostSettings settings)
    {
        app.Logger.LogInformation(
            "CimentoBot {Version}, Bot Framework {BotFramework}, on {Urls}, storage {Storage}, {Boards} board channel(s), guideline {Edition} {Hash}",
            Product.Version,
            Product.BotFramework,
            string.Join(' ', app.Urls),
            settings.Storage.Provider,
            settings.Bot.Boards.Count,
            Guideline.Edition,
            app.Services.GetRequiredService<Guideline>().Hash);
        if (settings.Bot.Suspended.Length > 0)
        {
            app.Logger.LogWarning("The guideline is suspended, nothing is evaluated: {Reason}", settings.Bot.Suspended);
        }
    }
}
