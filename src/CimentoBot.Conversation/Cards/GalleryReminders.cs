using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Cards;

/// <summary>The gallery's reminders: before and after the decision, and seen.</summary>
internal static class GalleryReminders
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly SeenBy Clinician = new(new(2026, 12, 8, 18, 4), ByTheClinician: true);
    private static readonly SeenBy AMember = new(new(2026, 12, 9, 8, 12), ByTheClinician: false);

    /// <param name="view">The case as its board sees it.</param>
    /// <param name="language">The language.</param>
    public static IEnumerable<(string Name, AdaptiveCard Card)> Cards(Func<BoardCase, BoardView> view, Language language)
    {
        var every = GalleryBoards.Before(GalleryCases.EveryHold);
        var open = GalleryBoards.Before(GalleryCases.PlateletsUnknown);
        (string Name, ReminderView View)[] all =
        [
            ("stop-draft", Of(view(GalleryBoards.Discussed), ReminderTopic.Stop)),
            ("stop-unsigned", Of(view(GalleryBoards.Unsigned), ReminderTopic.Stop)),
            ("stop-agreed", Of(view(GalleryBoards.Closed), ReminderTopic.Stop)),
            ("stop-overtaken", Of(view(GalleryBoards.Overtaken), ReminderTopic.Stop)),
            ("stop-undetermined", Of(view(open), ReminderTopic.Stop)),
            ("stop-seen", Of(view(GalleryBoards.Closed), ReminderTopic.Stop) with { Seen = Clinician }),
            ("relay", Of(view(every), ReminderTopic.Relay)),
            ("last-dose", Of(view(every), ReminderTopic.LastDose)),
            ("signature", Of(view(GalleryBoards.Discussed), ReminderTopic.SignOff)),
            ("missing", Of(view(open), ReminderTopic.Missing)),
            ("missing-seen", Of(view(open), ReminderTopic.Missing) with { Seen = AMember }),
            ("past", Of(view(GalleryBoards.Closed), ReminderTopic.Stop) with { Reminder = null, Seen = Clinician }),
        ];
        return all.Select(reminder => ($"reminder-{reminder.Name}", ReminderCard.Of(reminder.View, language)));
    }

    private static ReminderView Of(BoardView view, ReminderTopic topic)
    {
        var reminder = ReminderPlan.Of(view.Board, view.Assessment, Zone).First(planned => planned.Topic == topic);
        return new(view, reminder.Name, reminder, null);
    }
}
