using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary><c>POST /api/eligibility</c>: assesses a case on a day.</summary>
internal static class EligibilityEndpoint
{
    public const string Name = "assess";

    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapPost("/api/eligibility", AnswerAsync)
        .WithName(Name)
        .WithTags("Eligibility")
        .WithSummary("What the guideline says of a case on a day.")
        .WithDescription("The same request always gets the same answer, byte for byte. Nothing is stored.")
        .Produces<EligibilityAnswer>()
        .Produces<ApiProblem>(StatusCodes.Status400BadRequest, "application/problem+json")
        .Produces<ApiProblem>(StatusCodes.Status413PayloadTooLarge, "application/problem+json")
        .Produces<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json")
        .Produces<ApiProblem>(StatusCodes.Status503ServiceUnavailable, "application/problem+json");

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, Assessor assessor, Guideline guideline, BotSettings settings, CancellationToken cancellationToken)
    {
        var query = ApiRequest.Read(request.Query, settings.DefaultLanguage);
        if (!JsonBody.IsJson(request))
        {
            return Problems.WrongType(query.Language);
        }

        return await JsonBody.ReadAsync(request, cancellationToken) is { } body
            ? Answer(body, query, assessor, guideline, settings.Suspended)
            : Problems.TooLong(query.Language);
    }

    /// <summary>Everything but the transport. What is wrong is said also while the guideline is suspended.</summary>
    private static IResult Answer(ReadOnlyMemory<byte> body, ApiRequest query, Assessor assessor, Guideline guideline, string suspended)
    {
        using var json = JsonBody.Parse(body, allowDoubled: true);
        if (json is null)
        {
            return Problems.Wrong([.. query.Errors, Problems.NotJson], query.Language);
        }

        var read = EligibilityRequest.Read(json.RootElement, assessor.Zone);
        var errors = query.Errors.Concat(read.Errors).ToList();
        if (errors.Count > 0)
        {
            return Problems.Wrong(errors, query.Language);
        }

        return suspended.Length > 0
            ? Problems.Suspended(suspended, query.Language)
            : Results.Json(Answers.Of(assessor.Assess(read.Case, read.AsOf), guideline, query.Language, query.Explain ? read.Case : null));
    }
}
