using System.Globalization;

namespace CimentoBot.Storage;

/// <summary>Instants as text: ISO 8601 in UTC, to the tick and of fixed width, so that text order is time order.</summary>
internal static class Timestamp
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>
    /// Later than any lease of that length can end, though clocks differ by as much again: one that does was taken by a clock that has
    /// been put back since.
    /// </summary>
    public static DateTimeOffset BeyondLeases(DateTimeOffset now, DateTimeOffset until) => until + (until - now);

    public static DateTimeOffset Read(string text) => DateTimeOffset.ParseExact(
        text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
