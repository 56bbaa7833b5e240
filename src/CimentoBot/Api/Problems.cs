using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Api;

/// <summary>Refusals as problem details, in the language of the request.</summary>
internal static class Problems
{
    private const string ContentType = "application/problem+json";

    /// <summary>The body is no JSON that can be read.</summary>
    public static readonly (string Path, Phrase Message) NotJson = ("body", new(
        "JSON illisible : un objet JSON en UTF-8 d’au plus 64 niveaux est attendu",
        "unreadable JSON: a JSON object in UTF-8 with at most 64 levels is wanted"));

    /// <summary>What is wrong with the content of a request, path by path.</summary>
    public static IResult Wrong(IEnumerable<(string Path, Phrase Message)> errors, Language language)
    {
        var byPath = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var group in errors.GroupBy(error => error.Path, error => error.Message.In(language), StringComparer.Ordinal))
        {
            byPath[group.Key] = [.. group.Distinct(StringComparer.Ordinal)];
        }

        return Refusal(400, "#section-15.5.1", new("La demande contient des erreurs.", "The request has errors."), byPath, language);
    }

    public static IResult TooLong(Language language) => Whole(
        413, "#section-15.5.14", new("Le corps de la demande dépasse 256 Kio.", "The body is longer than 256 KiB."), language);

    public static IResult WrongType(Language language) => Whole(
        415, "#section-15.5.16", new("Le corps doit être du type application/json, en UTF-8.", "The body must be application/json in UTF-8."), language);

    /// <summary>The request is good, and nothing is evaluated.</summary>
    public static IResult Suspended(string reason, Language language) => Refusal(
        503,
        "#section-15.6.4",
        new("La recommandation est suspendue : rien n’est évalué.", "The guideline is suspended: nothing is evaluated."),
        new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
        language,
        reason);

    private static IResult Whole(int status, string section, Phrase title, Language language) => Refusal(
        status, section, title, new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["body"] = [title.In(language)] }, language);

    private static IResult Refusal(
        int status, string section, Phrase title, IReadOnlyDictionary<string, IReadOnlyList<string>> errors, Language language, string? detail = null) =>
        Results.Json(
            new ApiProblem("https://www.rfc-editor.org/rfc/rfc9110" + section, title.In(language), status, errors, detail),
            contentType: ContentType,
            statusCode: status);
}
