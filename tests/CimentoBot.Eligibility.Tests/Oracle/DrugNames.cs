using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>The names of rules.md §3: INN in both languages, the brands printed there, and the drugs of its classes by the brands sold in France.</summary>
public static partial class DrugNames
{
    private static readonly (string Inn, string[] Names)[] Table =
    [
        ("clopidogrel", ["clopidogrel", "Plavix"]),
        (
            "aspirin",
            [
                "aspirin", "aspirine", "acide acétylsalicylique", "acetylsalicylic acid",
                "acétylsalicylate de lysine", "lysine acetylsalicylate",
                "Kardégic", "Aspégic", "Resitune", "Aspirine Protect", "Aspirine UPSA", "Aspro", "Aspirine du Rhône",
                "Alka-Seltzer", "Migpriv", "Cardioaspirine", "Catalgine", "Actispirine",
            ]),
        ("dabigatran", ["dabigatran", "Pradaxa", "dabigatran étexilate"]),
        ("rivaroxaban", ["rivaroxaban", "Xarelto"]),
        ("apixaban", ["apixaban", "Eliquis"]),
        ("warfarin", ["warfarin", "warfarine", "Coumadine", "Coumadin"]),
        ("fluindione", ["fluindione", "Previscan"]),
        ("acenocoumarol", ["acenocoumarol", "Sintrom", "Minisintrom"]),

        // Not named by the source.
        ("edoxaban", ["edoxaban", "Lixiana"]),
        ("prasugrel", ["prasugrel", "Efient"]),
        ("ticagrelor", ["ticagrelor", "Brilique"]),
        ("dipyridamole", ["dipyridamole", "Persantine", "Cleridium"]),
        ("fondaparinux", ["fondaparinux", "Arixtra"]),

        // Heparins.
        ("enoxaparin", ["enoxaparin", "énoxaparine", "Lovenox", "Inhixa", "énoxaparine sodique", "enoxaparin sodium"]),
        ("tinzaparin", ["tinzaparin", "tinzaparine", "Innohep"]),
        ("dalteparin", ["dalteparin", "daltéparine", "Fragmine"]),
        ("nadroparin", ["nadroparin", "nadroparine", "Fraxiparine", "Fraxodi"]),
        (
            "heparin",
            ["heparin", "héparine", "héparine sodique", "héparine calcique", "héparine non fractionnée", "Calciparine"]),

        // NSAIDs.
        ("ibuprofen", ["ibuprofen", "ibuprofène", "Advil", "Nurofen", "Brufen"]),
        ("ketoprofen", ["ketoprofen", "kétoprofène", "Profenid", "Bi-Profenid"]),
        ("naproxen", ["naproxen", "naproxène", "Apranax", "Naprosyne"]),
        ("diclofenac", ["diclofenac", "Voltarène"]),

        // Anti-angiogenics, and a kinase inhibitor that makes bleed.
        ("bevacizumab", ["bevacizumab", "Avastin"]),
        ("ramucirumab", ["ramucirumab", "Cyramza"]),
        ("nintedanib", ["nintedanib", "Vargatef", "Ofev"]),
        ("ibrutinib", ["ibrutinib", "Imbruvica"]),

        // Reversal agents.
        ("idarucizumab", ["idarucizumab", "Praxbind"]),
        ("andexanet alfa", ["andexanet alfa", "Ondexxya"]),
        (
            "phytomenadione",
            ["phytomenadione", "vitamine K", "vitamine K1", "vitamin K", "vitamin K1"]),
        ("prothrombin complex", ["prothrombin complex", "complexe prothrombinique", "Kanokad", "Octaplex", "Confidex"]),
        ("protamine", ["protamine", "protamine sulfate", "sulfate de protamine"]),
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
