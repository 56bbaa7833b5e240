using System.Text.RegularExpressions;
using Cronos;
using NodaTime;

namespace CimentoBot.Conversation.Board.Settings;

/// <summary>When boards meet: cron in the hospital's zone, which is worked out on its wall clock.</summary>
internal static class Meetings
{
    /// <summary>The next meeting, one that begins now included; null where a board does not meet regularly.</summary>
    public static LocalDateTime? Next(string cron, LocalDateTime now) =>
        cron.Length > 0 && CronExpression.Parse(cron).GetNextOccurrence(DateTime.SpecifyKind(now.ToDateTimeUnspecified(), DateTimeKind.Utc), inclusive: true) is { } next
            ? LocalDateTime.FromDateTime(next)
            : null;

    /// <summary>The hour of the meeting on a day; null where none is regular on it.</summary>
    public static LocalTime? HourOn(string cron, LocalDate day) => Next(cron, day.AtMidnight()) is { } next && next.Date == day ? next.TimeOfDay : null;
}

/// <summary>A board's next meeting.</summary>
/// <param name="Channel">The board's channel.</param>
/// <param name="Name">What the board is called.</param>
/// <param name="At">When it meets next.</param>
internal sealed record NextMeeting(string Channel, string Name, LocalDateTime At);

/// <summary>A meeting every week: what an owner can set.</summary>
/// <param name="Day">The day of the week.</param>
/// <param name="Hour">The hour.</param>
internal sealed partial record WeeklyMeeting(IsoDayOfWeek Day, LocalTime Hour)
{
    private const int DaysAWeek = 7;

    public string Cron => FormattableString.Invariant($"{Hour.Minute} {Hour.Hour} * * {(int)Day % DaysAWeek}");

    /// <summary>The weekly meeting that a cron expression says; null where it says something else.</summary>
    public static WeeklyMeeting? Of(string cron) => Weekly().Match(cron) is { Success: true } match
        ? new((IsoDayOfWeek)((Number(match, "day") + DaysAWeek - 1) % DaysAWeek + 1), new(Number(match, "hour"), Number(match, "minute")))
        : null;

    private static int Number(Match match, string name) => int.Parse(match.Groups[name].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<minute>[0-5]?\d) (?<hour>1?\d|2[0-3]) \* \* (?<day>[0-7])$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Weekly();
}
