using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>The names of rules.md §3 and nothing more: INN in both languages, and the brands printed there.</summary>
public static partial class DrugNames
{
    private static readonly (string Inn, string[] Names)[] Table =
    [
        ("clopidogrel", ["clopidogrel", "Plavix"]),
        (
            "aspirin",
            [
                "aspirin", "aspirine", "acide acétylsalicylique", "acetylsalicylic acid", "acétylsalicylate de lysine",
                "Kardégic", "Aspégic", "Resitune", "Aspirine Protect", "Aspirine UPSA", "Aspro", "Aspirine du Rhône",
                "Alka-Seltzer", "Migpriv",
            ]),
        ("dabigatran", ["dabigatran", "Pradaxa"]),
        ("rivaroxaban", ["rivaroxaban", "Xarelto"]),
        ("apixaban", ["apixaban", "Eliquis"]),
        ("warfarin", ["warfarin", "warfarine", "Coumadine"]),
        ("fluindione", ["fluindione", "Previscan"]),
        ("acenocoumarol", ["acenocoumarol", "Sintrom", "Minisintrom"]),
        ("edoxaban", ["edoxaban", "Lixiana"]),
        ("prasugrel", ["prasugrel", "Efient"]),
        ("ticagrelor", ["ticagrelor", "Brilique"]),
        ("enoxaparin", ["enoxaparin", "énoxaparine", "Lovenox", "Inhixa"]),
        ("fondaparinux", ["fondaparinux", "Arixtra"]),
        ("dipyridamole", ["dipyridamole"]),
        ("bevacizumab", ["bevacizumab", "bévacizumab"]),
        ("ibrutinib", ["ibrutinib"]),
        ("idarucizumab", ["idarucizumab", "Praxbind"]),
    ];

    /// <summary>What one typed name contains: two drugs for DuoPlavin, one otherwise, none when it is not recognised.</summary>
    public static IReadOnlyList<string> DrugsIn(string typed)
    {
        var folded = Fold(typed);
        if (folded == "duoplavin")
            return ["clopidogrel", "aspirin"];
        foreach (var (inn, names) in Table)
            if (names.Any(name => Fold(name) == folded))
                return [inn];
        return [];
    }

    /// <summary>Without case, accents, ®, spaces, hyphens, and without a strength or a form at the end.</summary>
    public static string Fold(string typed)
    {
        var plain = new StringBuilder();
        foreach (var letter in typed.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark || letter == '®')
                continue;
            plain.Append(char.IsWhiteSpace(letter) || letter is '-' or '\u2010' or '\u2011' ? ' ' : char.ToLowerInvariant(letter));
        }

        var words = plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        while (words.Count > 1 && StrengthOrForm().IsMatch(words[^1]))
            words.RemoveAt(words.Count - 1);
        return string.Concat(words);
    }

    [GeneratedRegex(
        @"^(?:[0-9]+(?:[.,][0-9]+)?(?:mg|g)?|mg|g|cps?|comprimes?|gelules?|sachets?|injectables?|lp)$",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StrengthOrForm();
}
