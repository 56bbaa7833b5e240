namespace CimentoBot.Conversation.Ports;

/// <summary>Where a case stands in its life.</summary>
public enum CaseStatus
{
    /// <summary>The interview is under way.</summary>
    Open,

    /// <summary>The verdict was given.</summary>
    Finished,

    /// <summary>The interview was cancelled; it can be resumed.</summary>
    Cancelled,
}

/// <summary>A case as it is stored. What stands in the body is the conversation's affair.</summary>
/// <param name="Code">The case code, which is unique.</param>
/// <param name="Owner">The user who started it: an Entra object id, or the channel's user id.</param>
/// <param name="Conversation">The conversation in which it was started.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StartedAt">When it was started.</param>
/// <param name="UpdatedAt">When it was last saved.</param>
/// <param name="Version">How often it was saved: 1 after the first time. Optimistic concurrency hangs on it.</param>
/// <param name="Body">The rest, as JSON.</param>
public sealed record StoredCase(
    string Code,
    string Owner,
    string Conversation,
    CaseStatus Status,
    DateTimeOffset StartedAt,
    DateTimeOffset UpdatedAt,
    long Version,
    string Body);

/// <summary>Keeps cases.</summary>
public interface ICaseStore
{
    /// <summary>The case with that code, or null.</summary>
    Task<StoredCase?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>The cases of a user, newest first.</summary>
    Task<IReadOnlyList<StoredCase>> ListAsync(string owner, int atMost, CancellationToken cancellationToken);

    /// <summary>The cases of everybody whose code comes after one, in the order of codes; after the empty text, from the first.</summary>
    Task<IReadOnlyList<StoredCase>> ListAfterAsync(string code, int atMost, CancellationToken cancellationToken);

    /// <summary>Adds a case (its version becomes 1); false when the code is taken.</summary>
    Task<bool> TryAddAsync(StoredCase added, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces the case if it is still at <see cref="StoredCase.Version"/> (which goes up by one), together with the
    /// messages of the change; false when somebody else was faster, and then nothing was written.
    /// </summary>
    /// <param name="changed">The case.</param>
    /// <param name="messages">What the change sends.</param>
    /// <param name="audit">What the audit says of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<bool> TryUpdateAsync(
        StoredCase changed, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken);

    /// <summary>The same where nobody did anything that the audit is to tell.</summary>
    Task<bool> TryUpdateAsync(StoredCase changed, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken) =>
        TryUpdateAsync(changed, messages, [], cancellationToken);
}
