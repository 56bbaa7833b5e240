namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>A reminder that was sent.</summary>
/// <param name="Reminder">Which: its name in the outbox.</param>
/// <param name="At">When.</param>
/// <param name="InThread">Whether it went to the board's thread; else to the clinician's chat.</param>
/// <param name="Conversation">Where its card stands.</param>
/// <param name="Message">The card's message, by which it is rewritten; null where Teams gave none.</param>
/// <param name="Unanswered">Whether nobody knows if it arrived: Teams did not answer.</param>
public sealed record Reminded(string Reminder, DateTimeOffset At, bool InThread, string Conversation, string? Message, bool Unanswered = false);

/// <summary>Somebody said that they saw a reminder: an act, and no more than that.</summary>
/// <param name="By">The person's Entra object id.</param>
/// <param name="At">When.</param>
/// <param name="Reminder">Which: its name in the outbox.</param>
public sealed record Acknowledgement(string By, DateTimeOffset At, string Reminder);
