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
        .Produces<ApiProblem>(StatusCodes.Status415UnsupportedMediaType, "application/problem+json");

    private static async Task<IResult> AnswerAsync(
        HttpRequest request, Assessor assessor, Guideline guideline, BotSettings settings, CancellationToken cancellationToken)
    {
        var query = ApiRequest.Read(request.Query, settings.DefaultLanguage);
        if (!JsonBody.IsJson(request))
        {
            return Problems.WrongType(query.Language);
        }

        return await JsonBody.ReadAsync(request, cancellationToken) is { } body
            ? Answer(body, query, assessor, guideline)
            : Problems.TooLong(query.Language);
    }

    /// <summary>Everything but the transport.</summary>
    internal static IResult Answer(ReadOnlyMemory<byte> body, ApiRequest query, Assessor assessor, Guideline guideline)
    {
        using var json = JsonBody.Parse(body, allowDoubled: true);
        if (json is null)
        {
            return Problems.Wrong([.. query.Errors, Problems.NotJson], query.Language);
        }

        var read = EligibilityRequest.Read(json.RootElement, assessor.Zone);
        var errors = query.Errors.Concat(read.Errors).ToList();
        return errors.Count > 0
            ? Problems.Wrong(errors, query.Language)
            : Results.Json(Answers.Of(assessor.Assess(read.Case, read.AsOf), guideline, query.Language));
    }
}
