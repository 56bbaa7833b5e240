using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Holds;

/// <summary>Folds the name of a drug: case, accents, ®, spaces, hyphens and a trailing strength or form do not count.</summary>
public static partial class DrugNames
{
    /// <summary>Without one of these nothing can trail.</summary>
    private static readonly SearchValues<char> BeforeATail = SearchValues.Create(" -0123456789");

    /// <summary>The form in which names are compared: «PLAVIX® 75 mg» is <c>plavix</c>. Leading digits stay (5-ASA).</summary>
    public static string Fold(string typed)
    {
        var text = Plain(typed);
        while (text.AsSpan().IndexOfAny(BeforeATail) >= 0 && TrailingStrengthOrForm().Match(text) is { Success: true, Index: > 0 } tail)
        {
            text = text[..tail.Index].TrimEnd(' ', '-');
        }

        return Joined(text);
    }

    /// <summary>A name of the table, folded: nothing trails there.</summary>
    internal static string Squeeze(string name) => Joined(Plain(name));

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in WholeText.Normalised(text.ToLowerInvariant(), NormalizationForm.FormD))
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

    private static string Joined(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    // « 75», «75 mg», «2,5mg», «75 mg/100 mg», «4000 UI», or a form; what has no unit stands behind a space or a hyphen (vitamine K2). Read from the end,
    // where it has to stand: from the start every space and digit would begin another attempt.
    [GeneratedRegex(
        @"(([\s-]*\d+([.,]\d+)?\s*(mg|g|µg|mcg|ui|iu|ml)|[\s-]+\d+([.,]\d+)?)(\s*/\s*\d+([.,]\d+)?\s*(mg|g|ml)?)?|[\s-]+(cp|comprimes?|gelules?|sachets?|injectable|lp))$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.RightToLeft,
        RegexLimit.Milliseconds)]
    private static partial Regex TrailingStrengthOrForm();
}
