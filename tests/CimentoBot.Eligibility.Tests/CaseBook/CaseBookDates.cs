using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Eligibility.Tests.CaseBook;

/// <summary>Dates as the case book writes them.</summary>
public static class CaseBookDates
{
    /// <summary>An empty cell.</summary>
    public const string None = "—";

    public static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>An instant with its offset, <c>2026-03-28T07:00:00+01:00</c>, as in the JSON of a hold.</summary>
    public static readonly OffsetDateTimePattern Instant =
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'sso<+HH:mm>");
}
