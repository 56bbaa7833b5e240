using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Facts;

/// <summary>Days and hours as a French or an English reader writes them, with the weekday: a hold missed by a day is a harm.</summary>
public static class Dates
{
    private static readonly CultureInfo Fr = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo En = CultureInfo.GetCultureInfo("en-GB");

    private static readonly LocalDatePattern LongFr = LocalDatePattern.Create("dddd d MMMM yyyy", Fr);
    private static readonly LocalDatePattern LongEn = LocalDatePattern.Create("dddd d MMMM yyyy", En);
    private static readonly LocalDatePattern ShortFr = LocalDatePattern.Create("ddd d MMM yyyy", Fr);
    private static readonly LocalDatePattern ShortEn = LocalDatePattern.Create("ddd d MMM yyyy", En);
    private static readonly LocalTimePattern TimeFr = LocalTimePattern.Create("HH'\u00a0h\u00a0'mm", Fr);
    private static readonly LocalTimePattern TimeEn = LocalTimePattern.Create("HH:mm", En);

    /// <summary>The first and the last day that any input may name.</summary>
    public static readonly LocalDate First = new(1900, 1, 1);

    public static readonly LocalDate Last = new(2199, 12, 31);

    /// <summary>As in «lundi 30 novembre 2026».</summary>
    public static string Long(LocalDate date, Language language) => language == Language.French
        ? FirstOfMonth(date, LongFr.Format(date))
        : LongEn.Format(date);

    /// <summary>As in «lun. 30 nov. 2026».</summary>
    public static string Short(LocalDate date, Language language) => language == Language.French
        ? FirstOfMonth(date, ShortFr.Format(date))
        : ShortEn.Format(date);

    private static string FirstOfMonth(LocalDate date, string printed) =>
        date.Day == 1 ? printed.Replace(" 1 ", " 1er ", StringComparison.Ordinal) : printed;

    public static string Time(LocalTime time, Language language) => (language == Language.French ? TimeFr : TimeEn).Format(time);

    /// <summary>A day and, where it is known, its hour.</summary>
    public static string Long(PlannedProcedure planned, Language language) =>
        planned.Time is { } time ? Long(planned.Date + time, language) : Long(planned.Date, language);

    public static string Long(LocalDateTime moment, Language language) =>
        Long(moment.Date, language) + (language == Language.French ? " à " : " at ") + Time(moment.TimeOfDay, language);
}
