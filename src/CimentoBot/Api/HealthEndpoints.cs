using System.Text.Json.Serialization;
using CimentoBot.Configuration;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Storage;

namespace CimentoBot.Api;

/// <summary>What runs.</summary>
/// <param name="Status">Always <c>alive</c>.</param>
/// <param name="Version">The version of the bot.</param>
/// <param name="Guideline">The edition of the rules.</param>
/// <param name="GuidelineHash">Changes with every change of a rule.</param>
/// <param name="BotFramework"><c>Official</c>, or <c>StandIn</c> for a build with our own stand-ins.</param>
/// <param name="Suspended">Why the guideline is suspended; null = it is in force.</param>
internal sealed record AliveAnswer(
    string Status, string Version, string Guideline, string GuidelineHash, string BotFramework, string? Suspended);

/// <summary>Whether it can work.</summary>
/// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
/// <param name="Storage"><c>reachable</c> or <c>unreachable</c>.</param>
internal sealed record ReadyAnswer(string Status, string Storage);

/// <summary>How the answer to whoever waits for the start is written, known before it: reflection would have to look first.</summary>
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(object))]
internal sealed partial class ReadyJson : JsonSerializerContext;

/// <summary><c>GET /healthz</c>: alive; <c>GET /readyz</c>: 503 while storage cannot be reached.</summary>
internal static class HealthEndpoints
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Alive).WithName("alive").WithTags("Health").WithSummary("What runs.").Produces<AliveAnswer>();
        routes.MapGet("/readyz", ReadyAsync).WithName("ready").WithTags("Health").WithSummary("Whether it can work.")
            .Produces<ReadyAnswer>()
            .Produces<ReadyAnswer>(StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Alive(Guideline guideline, BotSettings settings) => Results.Json(new AliveAnswer(
        "alive",
        Product.Version,
        Guideline.Edition,
        guideline.Hash,
        Product.BotFramework,
        settings.Suspended.Length > 0 ? settings.Suspended : null));

    private static async Task<IResult> ReadyAsync(IStorageHealth storage, CancellationToken cancellationToken) =>
        await storage.ReachableAsync(cancellationToken)
            ? Results.Json(new ReadyAnswer("ready", "reachable"))
            : Results.Json(new ReadyAnswer("notReady", "unreachable"), statusCode: StatusCodes.Status503ServiceUnavailable);
}
