using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;

namespace CimentoBot.Conversation.Paper;

/// <summary>One date of a calendar.</summary>
/// <param name="Key">The drug's English INN, or <see cref="CalendarEntries.Procedure"/>: the same from calendar to calendar of a case.</param>
/// <param name="Day">The day, in the hospital's zone.</param>
/// <param name="Moment">The instant; null = the whole day.</param>
/// <param name="Summary">One line.</param>
/// <param name="Description">Lines.</param>
internal sealed record CalendarEntry(string Key, LocalDate Day, Instant? Moment, string Summary, string Description);

/// <summary>Puts the dates of a schedule into words for a calendar.</summary>
internal static class CalendarEntries
{
    /// <summary>The key of the procedure itself; no drug is called so.</summary>
    public const string Procedure = "procedure";

    /// <summary>
    /// The holds that stop or bridge, then the procedure, which also tells what has no date of its own. Empty without a date, and
    /// while the verdict is open: «stop nothing yet» is no entry for a calendar.
    /// </summary>
    public static IReadOnlyList<CalendarEntry> Of(HoldSheet sheet, CaseAssessment assessment, DateTimeZone zone) =>
        assessment.Verdict is not null && sheet.File.Facts.Find(Vocabulary.ProcedureAt) is { } planned
            ? [.. assessment.Holds.Where(HasADay).Select(hold => OfHold(sheet, hold)), OfProcedure(sheet, assessment, planned, zone)]
            : [];

    /// <summary>The line that stands in a calendar.</summary>
    public static string Line(HoldSheet sheet, string name, Phrase what) => new Phrase(
        $"{sheet.Code} · {name} : {what.Fr}", $"{sheet.Code} · {name}: {what.En}").In(sheet.Language);

    private static bool HasADay(Hold hold) => hold.Action is HoldAction.Stop or HoldAction.Bridge;

    private static CalendarEntry OfHold(HoldSheet sheet, Hold hold)
    {
        var row = ScheduleView.Row(hold, sheet.Language);
        var what = hold.Action is HoldAction.Bridge ? PaperWords.RelayStops
            : hold.LastDoseBefore is null ? PaperWords.NoDoseFromThisDay
            : PaperWords.LastDoseNow;
        return new(
            hold.Drug,
            hold.StopOn ?? hold.LastDoseBefore!.Value.Date,
            hold.LastDoseBefore?.ToInstant(),
            Line(sheet, hold.Name.In(sheet.Language), what),
            Lines(sheet, Said(row), hold.Met is HoldMet.No ? row.Status : ""));
    }

    private static CalendarEntry OfProcedure(HoldSheet sheet, CaseAssessment assessment, PlannedProcedure planned, DateTimeZone zone)
    {
        var view = ScheduleView.Of(sheet.File, assessment, sheet.Agreed, sheet.Language);
        var others = assessment.Holds.Where(hold => !HasADay(hold)).Select(hold => Said(ScheduleView.Row(hold, sheet.Language)));
        return new(
            Procedure,
            planned.Date,
            planned.In(zone)?.ToInstant(),
            $"{sheet.Code} · {PaperWords.Procedure.In(sheet.Language)}",
            Lines(sheet, [view.Procedure ?? "", .. others, .. view.Notes]));
    }

    private static string Said(ScheduleRow row) => $"{row.Name} — {row.Statement} ({row.Source})";

    private static string Lines(HoldSheet sheet, params IEnumerable<string> lines) => string.Join(
        '\n',
        lines.Prepend(sheet.Decision?.In(sheet.Language) ?? "").Prepend(sheet.Title)
            .Append(PaperWords.CalendarHasLeftTeams.In(sheet.Language)).Where(line => line.Length > 0).Select(OneLine));

    /// <summary>
    /// A line may hold somebody's own words: they stay on it, without control characters. RFC 5545 allows none in a text, and
    /// some calendars end a line at any of them.
    /// </summary>
    private static string OneLine(string line) =>
        string.Concat(line.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter));
}
