using System.Runtime.InteropServices;
using NodaTime;

namespace CimentoBot.Eligibility.Facts;

/// <summary>A drug that acts on haemostasis, as it was named.</summary>
/// <param name="Drug">The name as typed: an INN or a brand; it may be unknown to the drug table.</param>
/// <param name="DailyDoseMg">Milligrams a day, above 0; null = not known. Only aspirin's changes anything.</param>
/// <param name="LastDoseOn">The day of the last dose, which counts to its end; null = still taken.</param>
public sealed record Medication(string Drug, decimal? DailyDoseMg = null, LocalDate? LastDoseOn = null);

/// <summary>When the procedure is planned: a day, or a day and a local time in the configured zone.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlannedProcedure(LocalDate Date, LocalTime? Time = null)
{
    /// <summary>The instant, where an hour is known. A time that the clocks double means the earlier instant.</summary>
    /// <exception cref="SkippedTimeException">The clocks skip that time; readers of input refuse it before.</exception>
    public ZonedDateTime? In(DateTimeZone zone) =>
        Time is { } time ? (Date + time).InZone(zone, mapping => mapping.Count == 0
            ? throw new SkippedTimeException(mapping.LocalDateTime, mapping.Zone)
            : mapping.First()) : null;
}
