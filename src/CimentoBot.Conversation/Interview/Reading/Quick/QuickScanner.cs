using System.Text.RegularExpressions;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Cuts a line into pieces, from left to right, the longest that is known first.</summary>
internal static partial class QuickScanner
{
    public static IReadOnlyList<QuickPiece> Pieces(QuickText text, LocalDate today, DateTimeZone zone)
    {
        var pieces = new List<QuickPiece>();
        for (var at = 0; at < text.Folded.Length; at = pieces[^1].End)
        {
            if (text.Folded[at] == ' ')
            {
                pieces.Add(new(QuickKind.Filler, at, at + 1));
                continue;
            }

            QuickPiece?[] known =
            [
                QuickDates.At(text, at, today, zone),
                QuickNumbers.At(text, at, today),
                QuickLevels.At(text, at),
                QuickDrugs.At(text, at),
                QuickPhrases.At(text, at),
                Age(text, at),
            ];
            pieces.Add(Known(known) ?? Mark(text, at) ?? Word(text, at));
        }

        return pieces;
    }

    /// <summary>The longest; among equals, words that are in the table of words come before a name that they are only near to.</summary>
    private static QuickPiece? Known(QuickPiece?[] pieces) => pieces
        .OfType<QuickPiece>()
        .OrderByDescending(piece => piece.End)
        .ThenBy(piece => piece.IsDrug && piece.Facts.Count == 0)
        .FirstOrDefault();

    private static QuickPiece? Age(QuickText text, int at) =>
        text.IsStart(at) && AgeInYears().Match(text.Folded, at) is { Success: true } age ? new(QuickKind.Filler, at, at + age.Length) : null;

    private static QuickPiece? Mark(QuickText text, int at) => text.Folded[at] switch
    {
        ',' or '(' or ')' or '–' or '—' => new(QuickKind.Comma, at, at + 1),
        '-' when at + 1 == text.Folded.Length || text.Folded[at + 1] == ' ' => new(QuickKind.Comma, at, at + 1),
        ';' or '\n' or '.' or '!' => new(QuickKind.Stop, at, at + 1),
        '+' or ':' or '=' or '"' or '«' or '»' or '®' => new(QuickKind.Filler, at, at + 1),
        '?' => new(QuickKind.QuestionMark, at, at + 1),
        '<' or '>' or '~' or '≈' or '≤' or '≥' => new(QuickKind.Doubt, at, at + 1),
        _ => null,
    };

    private static QuickPiece Word(QuickText text, int at)
    {
        var length = Math.Max(1, Unknown().Match(text.Folded, at).Length);
        var isNumber = char.IsDigit(text.Folded[at]);
        return new(isNumber ? QuickKind.Number : QuickKind.Unknown, at, at + length);
    }

    [GeneratedRegex(@"\G[\p{L}\p{N}]+(([-/.'^_%]|(?<=\d),(?=\d))[\p{L}\p{N}]+)*%?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"\G\d{1,3}\s?(ans|years?(\sold)?|yo)(?!\w)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex AgeInYears();
}
