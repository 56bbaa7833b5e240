using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Api;

/// <summary>What the query of an API request says: the language, and what is wrong with it.</summary>
internal sealed record ApiRequest(Language Language, IReadOnlyList<(string Path, Phrase Message)> Errors)
{
    private static readonly Phrase Languages = new("fr ou en, une seule fois", "fr or en, once");
    private static readonly Phrase NotBuilt = new("n’existe pas dans cette version", "is not available in this build");

    public static ApiRequest Read(IQueryCollection query, Language otherwise)
    {
        var errors = new List<(string, Phrase)>();
        var language = query.TryGetValue("lang", out var given) ? LanguageOf(given) : otherwise;
        if (language is null)
        {
            errors.Add(("lang", Languages));
        }

        if (query["explain"] is not ([] or ["false"]))
        {
            errors.Add(("explain", NotBuilt));
        }

        return new(language ?? otherwise, errors);
    }

    private static Language? LanguageOf(IReadOnlyList<string?> given) => given switch
    {
        ["fr"] => Language.French,
        ["en"] => Language.English,
        _ => null,
    };
}
