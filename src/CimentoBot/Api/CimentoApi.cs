using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CimentoBot.Configuration;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary>What the host answers beside the bot: the eligibility API, health, and the papers of a case.</summary>
internal static class CimentoApi
{
    /// <summary>Registers the guideline, its <see cref="Assessor"/>, the settings, the links to paper and what the API writes with.</summary>
    public static IServiceCollection AddCimentoApi(this IServiceCollection services, HostSettings settings) => services
        .AddSingleton(settings.Bot)
        .AddSingleton(_ => Guideline.Current)
        .AddSingleton(provider => new Assessor(provider.GetRequiredService<Guideline>(), settings.Bot.Zone))
        .AddSheetLinks(settings.PublicUrl)
        .ConfigureHttpJsonOptions(options => Configure(options.SerializerOptions))
        .AddOpenApi("v1", OpenApiDescription.Configure);

    public static void MapCimentoApi(this IEndpointRouteBuilder routes)
    {
        EligibilityEndpoint.Map(routes);
        GuidelineEndpoint.Map(routes);
        HealthEndpoints.Map(routes);
        SheetEndpoints.Map(routes);
        routes.MapOpenApi("/openapi/{documentName}.json");
    }

    /// <summary>camelCase, enums by name, numbers as numbers, French as French.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.TypeInfoResolverChain.Insert(0, ReadyJson.Default);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
