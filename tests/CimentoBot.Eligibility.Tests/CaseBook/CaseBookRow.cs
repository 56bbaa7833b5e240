using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Tests.Oracle;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>A line of cases.fr.md that cannot be read; the message names the row and the column.</summary>
public sealed class CaseBookFormatException(string message) : FormatException(message);

/// <summary>One row of the case book: a case, and everything that is expected of its assessment.</summary>
/// <param name="Number">As printed, <c>Q1.03</c>.</param>
/// <param name="Section">The heading above its table.</param>
/// <param name="Story">One line in French.</param>
/// <param name="Case">As in <c>POST /api/eligibility</c>; a copy is returned by <see cref="NewCase"/>.</param>
/// <param name="AsOf">The day of the assessment.</param>
/// <param name="Verdict">In API words, <c>undetermined</c> included.</param>
/// <param name="AtBest">Equal to the verdict when it is decided.</param>
/// <param name="AtWorst">Equal to the verdict when it is decided.</param>
/// <param name="Findings">Every finding beside <paramref name="Standing"/>, in the order of display.</param>
/// <param name="Standing">The findings that the book declares once for all rows, as they apply to this one.</param>
/// <param name="Holds">In order.</param>
/// <param name="EarliestProcedureDate">Null when none is expected.</param>
/// <param name="Missing">Paths, in order.</param>
/// <param name="Open">Rules that hold in some completions only; their order is not part of the book.</param>
/// <param name="NotUsed">Paths, in order.</param>
public sealed record CaseBookRow(
    string Number,
    string Section,
    string Story,
    JsonObject Case,
    LocalDate AsOf,
    string Verdict,
    string AtBest,
    string AtWorst,
    IReadOnlyList<string> Findings,
    IReadOnlyList<string> Standing,
    IReadOnlyList<OracleHold> Holds,
    LocalDate? EarliestProcedureDate,
    IReadOnlyList<string> Missing,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> NotUsed)
{
    /// <summary>A copy of the case that may be changed.</summary>
    public JsonObject NewCase() => Case.DeepClone().AsObject();

    /// <summary>Every point on which an assessment is not what the row says; empty when it agrees.</summary>
    public IReadOnlyList<string> DifferencesFrom(OracleAssessment seen)
    {
        var differences = new List<string>();

        void Compare(string column, string expected, string actual)
        {
            if (expected != actual)
                differences.Add($"{Number} {column}: attendu « {expected} », obtenu « {actual} »");
        }

        Compare("Verdict", $"{Verdict} ({AtBest} … {AtWorst})", $"{seen.Verdict} ({seen.AtBest} … {seen.AtWorst})");
        Compare("Constats", Join(Findings), Join(seen.Findings.Where(id => !Standing.Contains(id))));
        Compare("Constats permanents", Join(Standing), Join(seen.Findings.Where(Standing.Contains)));
        Compare("Ouverts", JoinSorted(Open), JoinSorted(seen.Open));
        Compare("Traitements", Join(Holds.Select(Print)), Join(seen.Holds.Select(Print)));
        Compare("Au plus tôt", Print(EarliestProcedureDate), Print(seen.EarliestProcedureDate));
        Compare("Manque", Join(Missing), Join(seen.Missing));
        Compare("Non utilisés", Join(NotUsed), Join(seen.NotUsed));
        return differences;
    }

    /// <summary>A hold in the notation of the column <c>Traitements</c>.</summary>
    public static string Print(OracleHold hold)
    {
        var words = new List<string> { hold.Drug, hold.Action };
        if (hold.DaysBefore is { } days)
        {
            words.Add(FormattableString.Invariant($"J-{days}"));
            words.Add(hold.LastDoseBefore is { } instant ? CaseBookDates.Instant.Format(instant) : Print(hold.StopOn));
        }

        words.Add(hold.Met);
        return string.Join(' ', words);
    }

    public override string ToString() => $"{Number} {Story}";

    private static string Print(LocalDate? date) => date is { } day ? CaseBookDates.Day.Format(day) : CaseBookDates.None;

    private static string Join(IEnumerable<string> items) => string.Join(", ", items);

    private static string JoinSorted(IEnumerable<string> items) => Join(items.Order(StringComparer.Ordinal));
}
