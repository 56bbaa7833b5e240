using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>Drugs by the exact names of the table, with a dose where it is one of a day; near names and classes are asked about.</summary>
internal static partial class QuickDrugs
{
    private const int LongestName = 4;

    /// <summary>Shorter words are too near to too many names to be asked about.</summary>
    private const int ShortestDoubt = 3;

    public static QuickPiece? At(QuickText text, int at)
    {
        if (!text.IsStart(at))
        {
            return null;
        }

        var ends = Ends(text, at);
        return ends.Where(end => DrugTable.Current.Recognise(text.Typed[at..end]).Drugs.Count > 0).OrderDescending()
            .Select(end => Named(text, at, end)).FirstOrDefault()
            ?? ends.Take(1).Select(end => Doubtful(text, at, end)).FirstOrDefault();
    }

    private static QuickPiece? Named(QuickText text, int at, int nameEnd)
    {
        var amount = Amount().Match(text.Folded, nameEnd);
        var end = nameEnd + amount.Length;
        if (!text.IsEnd(end))
        {
            return null;
        }

        var typed = text.Typed[at..end];
        if (DrugListReader.Split(typed) is not [{ Inn: not null } drug])
        {
            return QuickPiece.Asks(at, end, QuickSay.ValueWanted, Vocabulary.Medications) with { Pending = (Fields.OtherDrugsId, typed) };
        }

        var named = QuickPiece.States(at, end, new QuickFact(Vocabulary.Medications, drug with { Typed = text.Typed[at..nameEnd] }));
        return amount.Groups["number"].Success && drug.DailyDoseMg is null && DrugTable.Current.Find(drug.Typed) == Drugs.Aspirin
            ? named with { Question = QuickSay.AStrength }
            : named;
    }

    private static QuickPiece? Doubtful(QuickText text, int at, int end)
    {
        var word = text.Typed[at..end];
        return word.Length >= ShortestDoubt && text.IsEnd(end) && DrugListReader.FirstDoubt([new(word, null)], ImmutableHashSet<string>.Empty) is { } doubt
            ? QuickPiece.Asks(at, end, doubt.Ask.WithAnswers, Vocabulary.Medications) with { Pending = (Fields.OtherDrugsId, word) }
            : null;
    }

    /// <summary>Where one, two, three or four words end.</summary>
    private static List<int> Ends(QuickText text, int at)
    {
        var ends = new List<int>();
        for (var end = at; ends.Count < LongestName && Word().Match(text.Folded, end) is { Success: true } word;)
        {
            end = word.Index + word.Length;
            ends.Add(end);
        }

        return [.. ends.Where(end => end == text.Folded.Length || !char.IsLetterOrDigit(text.Folded[end]))];
    }

    [GeneratedRegex(@"\G[ -]?\p{L}+®?", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Word();

    // «75», «75 mg», «75 mg/j», «2,5 mg».
    [GeneratedRegex(@"\G(\s*(?<number>\d+([.,]\d+)?)(\s*(mg|g|µg|ui)(\s*(/\s*(jour|j|day|d|24\s*h)|par jour|a day|daily))?)?(?![\w,.]*\d))?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Amount();
}
