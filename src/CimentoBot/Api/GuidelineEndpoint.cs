using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary><c>GET /api/guideline</c>: every rule, as it is applied.</summary>
internal static class GuidelineEndpoint
{
    public const string Name = "guideline";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/api/guideline", Answer)
        .WithName(Name)
        .WithTags("Eligibility")
        .WithSummary("Every rule of the guideline, as it is applied.")
        .Produces<GuidelineAnswer>()
        .Produces<ApiProblem>(StatusCodes.Status400BadRequest, "application/problem+json");

    private static IResult Answer(HttpRequest request, Guideline guideline, BotSettings settings)
    {
        var query = ApiRequest.Read(request.Query, settings.DefaultLanguage);
        return query.Errors.Count > 0
            ? Problems.Wrong(query.Errors, query.Language)
            : Results.Json(Answers.Of(guideline, query.Language));
    }
}
