using System.Globalization;
using System.Text;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Compares what people type: case, accents, apostrophes and doubled spaces mean nothing.</summary>
public static class Fold
{
    public static string Text(string typed)
    {
        var folded = new StringBuilder(typed.Length);
        var gap = false;
        foreach (var letter in WholeText.Normalised(typed, NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsWhiteSpace(letter))
            {
                gap = folded.Length > 0;
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
            {
                folded.Append(gap ? " " : "").Append(letter is '’' or '‘' ? '\'' : letter);
                gap = false;
            }
        }

        return folded.ToString();
    }

    public static bool Same(string left, string right) => Text(left) == Text(right);
}
