using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CimentoBot.Eligibility.Holds;

/// <summary>
/// Recognises a drug by its exact name after folding case, accents, ®, spaces, hyphens and a trailing strength or form.
/// A near name is never mapped here.
/// </summary>
public static partial class DrugNames
{
    private static readonly Dictionary<string, Drug> Drugs = DrugTable.All
        .SelectMany(drug => drug.Names.Append(drug.Inn).Append(drug.InnFr).Select(name => (Key: Squeeze(Plain(name)), drug)))
        .DistinctBy(pair => pair.Key)
        .ToDictionary(pair => pair.Key, pair => pair.drug, StringComparer.Ordinal);

    private static readonly Dictionary<string, DualProduct> Duals =
        DrugTable.Duals.ToDictionary(dual => Squeeze(Plain(dual.Name)), StringComparer.Ordinal);

    /// <summary>Every name of the table with its drug's INN: for asking about a near name.</summary>
    public static IEnumerable<(string Name, string Inn)> Known =>
        DrugTable.All.SelectMany(drug => drug.Names.Append(drug.InnFr).Append(drug.Inn).Select(name => (name, drug.Inn)))
            .Concat(DrugTable.Duals.Select(dual => (dual.Name, dual.Name)));

    /// <summary>The drug with exactly that name, or null.</summary>
    public static Drug? Find(string typed) => Drugs.GetValueOrDefault(Fold(typed));

    /// <summary>The dual product with exactly that name, or null.</summary>
    public static DualProduct? FindDual(string typed) => Duals.GetValueOrDefault(Fold(typed));

    /// <summary>The form in which names are compared: «PLAVIX® 75 mg» is <c>plavix</c>. Leading digits stay (5-ASA).</summary>
    public static string Fold(string typed)
    {
        var text = Plain(typed);
        while (TrailingStrengthOrForm().Match(text) is { Success: true, Index: > 0 } tail)
        {
            text = text[..tail.Index].TrimEnd(' ', '-');
        }

        return Squeeze(text);
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (letter is '®' or '™')
            {
                continue;
            }

            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.IsWhiteSpace(letter) ? ' ' : IsHyphen(letter) ? '-' : letter);
            }
        }

        return plain.ToString().Trim(' ', '-');
    }

    private static bool IsHyphen(char letter) => CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.DashPunctuation;

    private static string Squeeze(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    // « 75», «75 mg», «2,5mg», «75 mg/100 mg», «4000 UI», or a form; what has no unit stands behind a space or a hyphen (vitamine K2).
    [GeneratedRegex(
        @"(([\s-]*\d+([.,]\d+)?\s*(mg|g|µg|mcg|ui|iu|ml)|[\s-]+\d+([.,]\d+)?)(\s*/\s*\d+([.,]\d+)?\s*(mg|g|ml)?)?|[\s-]+(cp|comprimes?|gelules?|sachets?|injectable|lp))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TrailingStrengthOrForm();
}
