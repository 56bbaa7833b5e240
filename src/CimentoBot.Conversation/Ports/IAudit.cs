namespace CimentoBot.Conversation.Ports;

/// <summary>What somebody did, as the audit calls it.</summary>
public enum AuditAction
{
    /// <summary>A case was presented to a board.</summary>
    Post,

    /// <summary>A case that a board has was presented again with other answers or under other rules.</summary>
    Edit,

    /// <summary>An opinion was given or changed.</summary>
    Opinion,

    /// <summary>The holds were signed, corrected or refused.</summary>
    SignOff,

    /// <summary>The decision was recorded.</summary>
    Closing,

    /// <summary>A recorded decision was taken up again.</summary>
    Reopening,

    /// <summary>Somebody said that they saw a reminder.</summary>
    Seen,

    /// <summary>An owner said how a board works.</summary>
    Settings,

    /// <summary>Somebody was given what is kept about them.</summary>
    Export,

    /// <summary>What was kept about somebody was removed.</summary>
    Forget,

    /// <summary>A case had been kept for long enough.</summary>
    Retention,
}

/// <summary>Who did what to which case, and when. No answer stands in it, no opinion, no decision.</summary>
/// <param name="By">The Entra object id; empty = the bot of its own accord. A pseudonym is written in its place.</param>
/// <param name="Action">What they did.</param>
/// <param name="Subject">A case's code or a channel's id; empty = about none.</param>
/// <param name="At">When.</param>
public sealed record AuditEntry(string By, AuditAction Action, string Subject, DateTimeOffset At);

/// <summary>A line of the audit.</summary>
/// <param name="Id">Unique; in the order of time.</param>
/// <param name="At">When.</param>
/// <param name="Who">The Entra object id, or the pseudonym of somebody who was forgotten; empty = the bot.</param>
/// <param name="Action">What they did.</param>
/// <param name="Subject">A case's code or a channel's id; empty = about none.</param>
public sealed record AuditLine(string Id, DateTimeOffset At, string Who, string Action, string Subject);

/// <summary>The audit: lines are added, never changed or taken away. Most are written by the stores, beside the change that they tell of.</summary>
public interface IAudit
{
    /// <summary>Adds a line that no change goes with.</summary>
    Task AddAsync(AuditEntry entry, CancellationToken cancellationToken);

    /// <summary>Lines from a moment on, in the order of time, after the one with that id; after the empty text, from the first.</summary>
    Task<IReadOnlyList<AuditLine>> ListAfterAsync(string id, DateTimeOffset since, int atMost, CancellationToken cancellationToken);
}
