using System.Text;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>A typed line, and the same line folded letter by letter: a place in the one is the same place in the other.</summary>
internal sealed class QuickText
{
    public QuickText(string typed)
    {
        Typed = OneSpace(WholeText.Normalised(typed, NormalizationForm.FormC));
        Folded = string.Concat(Typed.Select(Plain));
    }

    /// <summary>As typed, with single spaces.</summary>
    public string Typed { get; }

    /// <summary>Without case and accents.</summary>
    public string Folded { get; }

    /// <summary>Whether a word may begin at a place.</summary>
    public bool IsStart(int at) => at == 0 || !char.IsLetterOrDigit(Folded[at - 1]);

    /// <summary>Whether what was read up to a place is not the front of a longer word, of a fraction or of a range.</summary>
    public bool IsEnd(int end) => end == Folded.Length || (!char.IsLetterOrDigit(Folded[end]) && Folded[end] is not ('/' or '%' or '-' or '_' or '\'' or '^' or '°' or '@'));

    /// <summary>Whether a folded text stands at a place, as whole words.</summary>
    public bool Has(string folded, int at) =>
        IsStart(at) && string.CompareOrdinal(Folded, at, folded, 0, folded.Length) == 0 && IsEnd(at + folded.Length);

    private static string OneSpace(string typed)
    {
        var text = new StringBuilder(typed.Length);
        foreach (var letter in typed.Trim())
        {
            var kept = letter is '\n' or '\r' ? '\n' : char.IsWhiteSpace(letter) ? ' ' : letter;
            if (kept is not ' ' || text[^1] is not (' ' or '\n'))
            {
                text.Append(kept);
            }
        }

        return text.ToString();
    }

    private static char Plain(char letter) => letter switch
    {
        '’' or '‘' => '\'',
        _ when char.IsSurrogate(letter) => letter,
        _ => char.ToLowerInvariant(WholeText.Normalised(letter.ToString(), NormalizationForm.FormD)[0]),
    };
}
