using System.Collections.Immutable;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Settings;

/// <summary>Who may close and reopen.</summary>
internal enum Closers
{
    Owners,
    Members,
}

/// <summary>Whether reminders go to the thread.</summary>
internal enum ThreadReminders
{
    Yes,
    No,
}

/// <summary>What can be chosen in a board's settings, with its words.</summary>
internal static class SettingsChoices
{
    public static readonly ImmutableArray<BoardChoice<Language>> Languages =
    [
        new(Language.French, Phrase.Same("français"), "fr"),
        new(Language.English, Phrase.Same("English"), "en", "anglais"),
    ];

    public static readonly ImmutableArray<BoardChoice<Closers>> WhoCloses =
    [
        new(Closers.Owners, new("propriétaires", "owners"), "owner", "propriétaire"),
        new(Closers.Members, new("membres", "members"), "member", "membre"),
    ];

    /// <summary>The days of the week, and none.</summary>
    public static readonly ImmutableArray<BoardChoice<IsoDayOfWeek>> Days =
    [
        new(IsoDayOfWeek.Monday, new("lundi", "Monday")),
        new(IsoDayOfWeek.Tuesday, new("mardi", "Tuesday")),
        new(IsoDayOfWeek.Wednesday, new("mercredi", "Wednesday")),
        new(IsoDayOfWeek.Thursday, new("jeudi", "Thursday")),
        new(IsoDayOfWeek.Friday, new("vendredi", "Friday")),
        new(IsoDayOfWeek.Saturday, new("samedi", "Saturday")),
        new(IsoDayOfWeek.Sunday, new("dimanche", "Sunday")),
        new(IsoDayOfWeek.None, new("aucune", "no fixed day"), "aucun", "non", "no"),
    ];

    public static readonly ImmutableArray<BoardChoice<ThreadReminders>> Reminders =
    [
        new(ThreadReminders.Yes, new("oui", "yes")),
        new(ThreadReminders.No, new("non", "no")),
    ];
}
