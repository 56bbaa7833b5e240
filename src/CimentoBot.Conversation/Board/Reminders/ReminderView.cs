using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>How far a case has come on its way to a stop.</summary>
internal enum ReminderState
{
    /// <summary>The board has not accepted: the schedule is a draft.</summary>
    Draft,

    /// <summary>The board has accepted, and a signature is missing.</summary>
    Unsigned,

    /// <summary>The board has accepted, and the guideline speaks against it for a reason that came later.</summary>
    Overtaken,

    /// <summary>The board, anaesthesia and the prescriber have agreed.</summary>
    Agreed,
}

/// <summary>A reminder as it is shown.</summary>
/// <param name="Case">The case as the board sees it.</param>
/// <param name="Name">The reminder's name.</param>
/// <param name="Reminder">What it says; null = the case has changed since, and it says nothing any more.</param>
/// <param name="Seen">Who saw it first; null = nobody said so.</param>
internal sealed record ReminderView(BoardView Case, string Name, Reminder? Reminder, SeenBy? Seen)
{
    public ReminderState State => Case.Board.IsAgreed(Case.Assessment) ? ReminderState.Agreed
        : Case.Board.Standing is not { Accepts: true } ? ReminderState.Draft
        : Case.Board.OvertakenBy(Case.Assessment) is not null ? ReminderState.Overtaken
        : ReminderState.Unsigned;

    /// <summary>The signatures that are missing.</summary>
    public IEnumerable<SignatoryRole> Unsigned => Enum.GetValues<SignatoryRole>().Where(role => Case.Board.SignOffOf(role, Case.Holds) is null);
}

/// <summary>That a reminder was seen.</summary>
/// <param name="At">When, in the hospital's zone.</param>
/// <param name="ByTheClinician">Whether it was the clinician whose case it is; else a member of the board's team.</param>
internal sealed record SeenBy(LocalDateTime At, bool ByTheClinician);
