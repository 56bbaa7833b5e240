using System.Text;

namespace CimentoBot.Eligibility.Facts;

/// <summary>Text in one form, so that it can be compared. What is no character counts as an unknown one: the platform's own method throws at it.</summary>
public static class WholeText
{
    private const int NoCharacter = 0xFFFE;

    public static string Normalised(string text, NormalizationForm form) => (IsWhole(text) ? text : Mended(text)).Normalize(form);

    private static bool IsWhole(string text) => !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains((char)NoCharacter, StringComparison.Ordinal);

    private static string Mended(string text)
    {
        var mended = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            mended.Append(rune.Value == NoCharacter ? Rune.ReplacementChar : rune);
        }

        return mended.ToString();
    }
}
