using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Api;

/// <summary>What the query of an API request says: the language, whether reasons are wanted, and what is wrong with it.</summary>
internal sealed record ApiRequest(Language Language, bool Explain, IReadOnlyList<(string Path, Phrase Message)> Errors)
{
    private static readonly Phrase Languages = new("fr ou en, une seule fois", "fr or en, once");
    private static readonly Phrase TrueOrFalse = new("true ou false, une seule fois", "true or false, once");

    public static ApiRequest Read(IQueryCollection query, Language otherwise)
    {
        var errors = new List<(string, Phrase)>();
        var language = query.TryGetValue("lang", out var given) ? LanguageOf(given) : otherwise;
        if (language is null)
        {
            errors.Add(("lang", Languages));
        }

        bool? explain = query.TryGetValue("explain", out var wanted) ? SwitchOf(wanted) : false;
        if (explain is null)
        {
            errors.Add(("explain", TrueOrFalse));
        }

        return new(language ?? otherwise, explain ?? false, errors);
    }

    private static bool? SwitchOf(IReadOnlyList<string?> given) => given switch
    {
        ["true"] => true,
        ["false"] => false,
        _ => null,
    };

    private static Language? LanguageOf(IReadOnlyList<string?> given) => given switch
    {
        ["fr"] => Language.French,
        ["en"] => Language.English,
        _ => null,
    };
}
