using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Settings;
using NodaTime;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>When boards meet, and when the evening before begins.</summary>
public sealed class MeetingsTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    [Theory]
    [InlineData("0 14 * * 4", IsoDayOfWeek.Thursday, 14, 0)]
    [InlineData("30 8 * * 0", IsoDayOfWeek.Sunday, 8, 30)]
    [InlineData("5 9 * * 7", IsoDayOfWeek.Sunday, 9, 5)]
    [InlineData("00 23 * * 1", IsoDayOfWeek.Monday, 23, 0)]
    public void AWeeklyMeetingIsReadFromItsCron(string cron, IsoDayOfWeek day, int hour, int minute) =>
        Assert.Equal(new WeeklyMeeting(day, new(hour, minute)), WeeklyMeeting.Of(cron));

    [Theory]
    [InlineData("")]
    [InlineData("0 14 * * 1,4")]
    [InlineData("0 14 1 * *")]
    [InlineData("0 14 * * MON")]
    [InlineData("0 24 * * 1")]
    public void WhatIsNoWeeklyMeetingIsNotTakenForOne(string cron) => Assert.Null(WeeklyMeeting.Of(cron));

    [Fact]
    public void EveryWeeklyMeetingIsWrittenAsItIsRead() => Assert.All(
        from day in Enumerable.Range(1, 7) from hour in new[] { 0, 8, 14, 23 } select new WeeklyMeeting((IsoDayOfWeek)day, new(hour, hour)),
        meeting => Assert.Equal(meeting, WeeklyMeeting.Of(meeting.Cron)));

    [Theory]
    [InlineData("2026-11-30T09:00", "2026-12-03T14:00")]
    [InlineData("2026-12-03T13:59", "2026-12-03T14:00")]
    [InlineData("2026-12-03T14:00", "2026-12-03T14:00")]
    [InlineData("2026-12-03T14:01", "2026-12-10T14:00")]
    public void TheNextMeetingIsOnTheWallClock(string now, string next)
    {
        var pattern = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");
        Assert.Equal(pattern.Parse(next).Value, Meetings.Next("0 14 * * 4", pattern.Parse(now).Value));
    }

    [Fact]
    public void AMeetingAtAnHourThatTheClocksSkipStaysAtItsHour() =>
        Assert.Equal(new LocalDateTime(2027, 3, 28, 2, 30), Meetings.Next("30 2 * * 0", new(2027, 3, 27, 12, 0)));

    [Fact]
    public void ABoardThatDoesNotMeetRegularlyHasNoNextMeeting()
    {
        Assert.Null(Meetings.Next("", new(2026, 11, 30, 9, 0)));
        Assert.Null(Meetings.HourOn("0 14 * * 4", new(2026, 12, 2)));
        Assert.Equal(new LocalTime(14, 0), Meetings.HourOn("0 14 * * 4", new(2026, 12, 3)));
    }

    [Theory]
    [InlineData(2026, 12, 3, "2026-12-02T17:00:00Z")]
    [InlineData(2026, 7, 2, "2026-07-01T16:00:00Z")]
    [InlineData(2026, 3, 30, "2026-03-29T16:00:00Z")]
    public void TheEveningBeforeBeginsAtSixInTheHospitalsZone(int year, int month, int day, string utc) =>
        Assert.Equal(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture), SessionEve.Of(new(year, month, day), Paris));

    [Fact]
    public void ANameOfAnAgendaSaysItsSession()
    {
        var message = Ports.OutboxMessage.New("19:a:b@thread.tacv2", SessionEve.AgendaKind, Clinic.Morning, SessionEve.NameOf("19:a:b@thread.tacv2", new(2026, 12, 3)));
        Assert.Equal("agenda:19:a:b@thread.tacv2:2026-12-03", message.Name);
        Assert.Equal(new LocalDate(2026, 12, 3), SessionEve.SessionOf(message));
    }
}
