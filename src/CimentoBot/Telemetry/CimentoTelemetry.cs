using CimentoBot.Conversation.Ports;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace CimentoBot.Telemetry;

/// <summary>
/// What can be seen of the bot from outside: metrics at <c>/metrics</c>, for those who may; and traces, metrics and logs over OTLP
/// where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says whereto.
/// </summary>
internal static class CimentoTelemetry
{
    public const string Route = "/metrics";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Meters = [Instruments.Name, "Microsoft.AspNetCore.Hosting", "System.Runtime"];

    public static void AddCimentoTelemetry(this WebApplicationBuilder builder)
    {
        var isSent = !string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]);
        builder.Services.AddSingleton<TurnTelemetry>();
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddPrometheusExporter();
            if (isSent)
            {
                metrics.AddOtlpExporter();
            }
        });
        if (isSent)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(Instruments.Name)
                .AddAspNetCoreInstrumentation(options => options.Filter = IsTraced)
                .AddOtlpExporter());
            builder.Logging.AddOpenTelemetry(logs => logs.AddOtlpExporter());
        }
    }

    public static void MapMetrics(this WebApplication app, MetricsReaders readers)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(Route, StringComparison.OrdinalIgnoreCase) && !readers.Admit(context),
            refused => refused.Run(context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }));
        app.MapPrometheusScrapingEndpoint(Route);
    }

    /// <summary>The paths of links to paper are as good as the paper: they go into no trace.</summary>
    private static bool IsTraced(HttpContext context) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
