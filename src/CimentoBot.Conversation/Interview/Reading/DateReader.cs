using System.Globalization;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>Reads days and hours: ISO from a date picker, <c>30/11/2026</c> or <c>30 novembre 2026</c> from a keyboard. Day before month, in both languages.</summary>
public static class DateReader
{
    private static readonly LocalDatePattern[] Dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu"),
        LocalDatePattern.Create("d MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR")),
        LocalDatePattern.Create("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB")),
    ];

    private static readonly LocalTimePattern[] Times =
    [
        LocalTimePattern.CreateWithInvariantCulture("HH:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H:mm"),
        LocalTimePattern.CreateWithInvariantCulture("H'h'mm"),
        LocalTimePattern.CreateWithInvariantCulture("H'h'"),
        LocalTimePattern.CreateWithInvariantCulture("HH:mm:ss"),
    ];

    private static readonly Phrase ADate = new("une date, ex. 30/11/2026", "a date, e.g. 30/11/2026");

    private static readonly Phrase ATime = new("une heure, ex. 08:00", "an hour, e.g. 08:00");

    private static readonly Phrase NotInThePast = new(
        "la date du geste est passée : donner une date à venir", "the date of the procedure has passed: give a date to come");

    private static readonly Phrase NotToCome = new("cette date est à venir", "this date is still to come");

    private static readonly Phrase DateFirst = new("donner aussi la date", "give the date too");

    /// <summary>A day that has been: of a blood test, of a last dose.</summary>
    public static Answer ReadPast(string typed, LocalDate today) => Read(typed) switch
    {
        Answer.Understood { Value: LocalDate date } when date > today => new Answer.Bad(NotToCome),
        var answer => answer,
    };

    /// <summary>The planned procedure, from a day and an hour.</summary>
    /// <returns>The answer, and the id of the input that it is about.</returns>
    public static (Answer Answer, string Id) ReadProcedure(string? date, string? time, LocalDate today, DateTimeZone zone)
    {
        var day = date is null ? Answer.NotKnown : Read(date);
        var hour = time is null ? Answer.NotKnown : ReadTime(time);
        return (day, hour) switch
        {
            (Answer.Bad, _) => (day, Fields.ProcedureDateId),
            (_, Answer.Bad) => (hour, Fields.ProcedureTimeId),
            (Answer.Understood { Value: null }, Answer.Understood { Value: not null }) => (new Answer.Bad(DateFirst), Fields.ProcedureDateId),
            (Answer.Understood { Value: LocalDate known }, _) when known < today => (new Answer.Bad(NotInThePast), Fields.ProcedureDateId),
            (Answer.Understood { Value: LocalDate known }, Answer.Understood { Value: LocalTime at }) when zone.MapLocal(known + at).Count == 0 =>
                (new Answer.Bad(Takes.SkippedTime), Fields.ProcedureTimeId),
            (Answer.Understood { Value: LocalDate known }, Answer.Understood { Value: var at }) =>
                (new Answer.Understood(new PlannedProcedure(known, (LocalTime?)at)), Fields.ProcedureDateId),
            _ => (Answer.NotKnown, Fields.ProcedureDateId),
        };
    }

    /// <summary>A day, past or to come.</summary>
    public static Answer Read(string typed)
    {
        if (Words.MeanUnknown(typed))
        {
            return Answer.NotKnown;
        }

        var text = string.Join(' ', typed.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        foreach (var pattern in Dates)
        {
            if (pattern.Parse(text) is { Success: true, Value: var date })
            {
                return date >= Eligibility.Facts.Dates.First && date <= Eligibility.Facts.Dates.Last
                    ? new Answer.Understood(date)
                    : new Answer.Bad(Takes.Date);
            }
        }

        return new Answer.Bad(ADate);
    }

    /// <summary>An hour of the day.</summary>
    public static Answer ReadTime(string typed)
    {
        if (Words.MeanUnknown(typed))
        {
            return Answer.NotKnown;
        }

        var text = typed.Replace(" ", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).ToLowerInvariant();
        foreach (var pattern in Times)
        {
            if (pattern.Parse(text) is { Success: true, Value: var time })
            {
                return new Answer.Understood(time);
            }
        }

        return new Answer.Bad(ATime);
    }
}
