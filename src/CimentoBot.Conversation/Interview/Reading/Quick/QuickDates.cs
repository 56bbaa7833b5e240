using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Days behind the word that says what they are of: «geste le 14/12/2026 à 8h», «bilan du 27/11».</summary>
internal static partial class QuickDates
{
    public static QuickPiece? At(QuickText text, int at, LocalDate today, DateTimeZone zone)
    {
        if (!text.IsStart(at) || Dated().Match(text.Folded, at) is not { Success: true } match)
        {
            return null;
        }

        var end = at + match.Length;
        var procedure = match.Groups["procedure"].Success;
        var bloods = match.Groups["bloods"].Success;
        if (!procedure && !bloods)
        {
            return match.Groups["year"].Success ? QuickPiece.Asks(at, end, QuickSay.WhichDate) : null;
        }

        Fact fact = procedure ? Vocabulary.ProcedureAt : Vocabulary.BloodsOn;
        if (!text.IsEnd(end) || (bloods && match.Groups["time"].Success))
        {
            return QuickPiece.Asks(at, end, QuickSay.ValueWanted, fact);
        }

        var date = Day(text, match, today);
        var answer = bloods ? DateReader.ReadPast(date, today)
            : DateReader.ReadProcedure(date, match.Groups["time"].Success ? match.Groups["time"].Value : null, today, zone).Answer;
        return answer switch
        {
            Answer.Understood { Value: { } value } => QuickPiece.States(at, end, new QuickFact(fact, value)),
            Answer.Bad when !match.Groups["year"].Success => QuickPiece.Asks(at, end, QuickSay.YearWanted, fact),
            Answer.Bad bad => QuickPiece.Asks(at, end, bad.Message, fact),
            _ => QuickPiece.Asks(at, end, QuickSay.ValueWanted, fact),
        };
    }

    /// <summary>A day without a year is of this one; where that cannot be, the year is asked for.</summary>
    private static string Day(QuickText text, Match match, LocalDate today)
    {
        var group = match.Groups["date"];
        var typed = text.Typed.Substring(group.Index, group.Length);
        return match.Groups["year"].Success ? typed
            : typed + (char.IsLetter(typed[^1]) ? ' ' : match.Groups["mark"].Value[0]) + today.Year.ToString(CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(
        @"\G((?<procedure>(geste|cimentoplastie|intervention|procedure|cementoplasty)(\s(prevue?|programmee?|planned|scheduled))?(\s(le|du|pour le|on|for|of))?)" +
        @"|(?<bloods>(bilan(\ssanguin)?|prise de sang|blood tests?|bloods|labs)(\s(du|le|of|on|from))?))?\s*:?\s*" +
        @"(?<date>(?<year>\d{4})-\d{2}-\d{2}|\d{1,2}(?<mark>[/.-])\d{1,2}(\k<mark>(?<year>\d{4}))?" +
        @"|\d{1,2}\s(janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre" +
        @"|january|february|march|april|may|june|july|august|september|october|november|december)(\s(?<year>\d{4}))?)(?!\d)" +
        @"(\s*(a|at)?\s*(?<time>\d{1,2}(h(\d{2})?|:\d{2}))(?!\w))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Dated();
}
