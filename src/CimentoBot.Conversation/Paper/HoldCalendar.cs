using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace CimentoBot.Conversation.Paper;

/// <summary>
/// The dates that were agreed, as an iCalendar file (RFC 5545). An event keeps its UID from file to file and its SEQUENCE goes
/// up with every change, so that a calendar that takes the newer file moves, or takes back, what it had from the older one.
/// </summary>
public sealed class HoldCalendar(BotSettings settings, TimeProvider clock)
{
    private const string Product = "-//CimentoBot//Holds//EN";

    /// <summary>Colleagues who see a shared calendar see that time is taken, and not for what.</summary>
    private const string Private = "PRIVATE";

    private readonly Assessor assessor = new(Guideline.Current, settings.Zone);

    /// <summary>
    /// The file's text. Null where there is nothing for a calendar: nothing agreed, no date, an open verdict, or a suspended
    /// guideline. What was taken back is told in any of these: telling it evaluates nothing.
    /// </summary>
    public string? Of(HoldSheet sheet)
    {
        var entries = EntriesOf(sheet);
        var withdrawn = sheet.Issued.Append(CalendarEntries.Procedure).Except(entries.Select(entry => entry.Key), StringComparer.Ordinal);
        if (sheet.Cancelled)
        {
            return Written(CalendarMethods.Cancel, entries.Select(entry => entry.Key).Concat(withdrawn).Select(key => Withdrawn(sheet, key)));
        }

        return sheet.Agreed && entries.Count > 0
            ? Written(CalendarMethods.Publish, [.. entries.Select(entry => Confirmed(sheet, entry)), .. withdrawn.Select(key => Withdrawn(sheet, key))])
            : null;
    }

    /// <summary>The drugs (English INN) that have an event in the calendar of a sheet: those that the next one calls <see cref="HoldSheet.Issued"/>.</summary>
    public IReadOnlyList<string> DrugsOf(HoldSheet sheet) =>
        [.. EntriesOf(sheet).Select(entry => entry.Key).Where(key => key != CalendarEntries.Procedure)];

    private IReadOnlyList<CalendarEntry> EntriesOf(HoldSheet sheet) => settings.Suspended.Length > 0
        ? []
        : CalendarEntries.Of(sheet, assessor.Assess(sheet.File.Facts, sheet.Day), settings.Zone);

    private CalendarEvent Confirmed(HoldSheet sheet, CalendarEntry entry)
    {
        var confirmed = Event(sheet, entry.Key, EventStatus.Confirmed, entry.Summary, entry.Description);
        confirmed.Start = entry.Moment is { } moment ? new(moment.ToDateTimeUtc()) : new(entry.Day.ToDateOnly());
        return confirmed;
    }

    /// <summary>On the day of the procedure, where one is known: RFC 5546 wants a start, and the day that it had is no longer known.</summary>
    private CalendarEvent Withdrawn(HoldSheet sheet, string key)
    {
        var name = key == CalendarEntries.Procedure ? PaperWords.Procedure : DrugTable.Current.Find(key)?.Name ?? Phrase.Same(key);
        var withdrawn = Event(
            sheet,
            key,
            EventStatus.Cancelled,
            CalendarEntries.Line(sheet, name.In(sheet.Language), PaperWords.Withdrawn),
            $"{PaperWords.WithdrawnDate.In(sheet.Language)}\n{PaperWords.CalendarHasLeftTeams.In(sheet.Language)}");
        if (sheet.File.Facts.Find(Vocabulary.ProcedureAt) is { } planned)
        {
            withdrawn.Start = new(planned.Date.ToDateOnly());
        }

        return withdrawn;
    }

    private CalendarEvent Event(HoldSheet sheet, string key, string status, string summary, string description) => new()
    {
        Uid = $"{sheet.Code}-{key}@cimentobot".ToLowerInvariant(),
        Sequence = sheet.Sequence,
        DtStamp = new(clock.GetUtcNow().UtcDateTime),
        Status = status,
        Class = Private,
        Transparency = TransparencyType.Transparent,
        Summary = summary,
        Description = description,
    };

    private static string Written(string method, IEnumerable<CalendarEvent> events)
    {
        var calendar = new Calendar { Method = method, ProductId = Product };
        calendar.Events.AddRange(events);
        return new CalendarSerializer(calendar).SerializeToString()!;
    }
}
