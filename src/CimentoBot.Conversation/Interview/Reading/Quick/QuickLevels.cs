using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Levels of the spine: «L3», «D8 gauche». One names the lesion and its bone; two are two lesions.</summary>
internal static partial class QuickLevels
{
    public static QuickPiece? At(QuickText text, int at)
    {
        if (!text.IsStart(at) || Level().Match(text.Folded, at) is not { Success: true } level || !text.IsEnd(at + level.Length))
        {
            return null;
        }

        var end = at + level.Length;
        if (level.Groups["other"].Success)
        {
            return QuickPiece.Asks(at, end, QuickSay.TwoLevels, Vocabulary.Site, Vocabulary.Label);
        }

        var letter = level.Groups["letter"].Value[0];
        var number = int.Parse(level.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        if (number < 1 || number > Last(letter))
        {
            return null;
        }

        return QuickPiece.States(
            at,
            end,
            new(Vocabulary.Site, letter == 's' ? LesionSite.Sacrum : LesionSite.Vertebra),
            new(Vocabulary.Label, char.ToUpperInvariant(text.Typed[at]) + text.Typed[(at + 1)..end]));
    }

    private static int Last(char letter) => letter switch { 'c' => 7, 't' or 'd' => 12, _ => 5 };

    [GeneratedRegex(
        @"\G(?<letter>[ctdls])(?<number>\d{1,2})((?<other>\s*([-–—/]|a|to)\s*[ctdls]?\d{1,2})|\s(gauche|droite?|left|right)(?!\w))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Level();
}
