using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>The plan of a case as rows of the outbox.</summary>
internal static class ReminderRows
{
    /// <summary>
    /// What is still to come, for everything that may have changed the schedule; a row that is there already stays. While the guideline
    /// is suspended nothing is planned: the keeper does it when it is back in force.
    /// </summary>
    public static IReadOnlyList<OutboxMessage> RemindersOf(this Desk desk, BoardCase board, DateTimeOffset now) => desk.Bedside.IsSuspended
        ? []
        : [.. ReminderPlan.Of(board, desk.Assess(board), desk.Settings.Zone).Where(reminder => reminder.DueAt >= Instant.FromDateTimeOffset(now)).Select(reminder => reminder.Message)];

    /// <summary>What a change makes known beside the cards: reminders to come, those that were sent and now say something else, an agreement that fell.</summary>
    public static IEnumerable<OutboxMessage> ChangesTold(this Desk desk, BoardCase board, DateTimeOffset now) =>
        [.. desk.RemindersOf(board, now), .. ReminderPoster.Changed(board, now), .. AgreementTeller.Messages(board, now, desk.Files.Today)];

    /// <summary>The reminder of that name, if it still holds; looked at on a day, or on its own: an hour later its hold has passed and is no other.</summary>
    public static Reminder? ReminderOf(this Desk desk, BoardCase board, string name, LocalDate? day = null)
    {
        var on = day ?? Reminder.DueIn(name).InZone(desk.Settings.Zone).Date;
        return ReminderPlan.Of(board, desk.Assess(board, on), desk.Settings.Zone).FirstOrDefault(reminder => reminder.Name == name);
    }
}
