using NodaTime;

namespace CimentoBot.Conversation.Ports;

/// <summary>A case before the board as it is stored. What stands in the body is the conversation's affair.</summary>
/// <param name="Code">The case's code.</param>
/// <param name="Channel">The board's channel.</param>
/// <param name="Session">The day of its session.</param>
/// <param name="Stage">Where it stands; <c>Closed</c> cases are no longer open.</param>
/// <param name="LookedOn">The day on which it was last looked at for what changes by itself.</param>
/// <param name="Until">The last day on which it can still change by itself.</param>
/// <param name="Version">How often it was saved; 0 = not stored yet.</param>
/// <param name="Body">The rest, as JSON.</param>
public sealed record StoredBoard(
    string Code, string Channel, LocalDate Session, string Stage, LocalDate LookedOn, LocalDate Until, long Version, string Body);

/// <summary>Keeps what boards saw, said and decided.</summary>
public interface IBoardStore
{
    Task<StoredBoard?> FindAsync(string code, CancellationToken cancellationToken);

    /// <summary>The cases of that day's session and of later ones, by session.</summary>
    Task<IReadOnlyList<StoredBoard>> ListFromAsync(string channel, LocalDate day, CancellationToken cancellationToken);

    /// <summary>The cases of sessions before a day that are in another stage than that one.</summary>
    Task<IReadOnlyList<StoredBoard>> ListBeforeAsync(string channel, LocalDate day, string notInStage, CancellationToken cancellationToken);

    /// <summary>Cases that can still change by themselves and were not looked at today.</summary>
    Task<IReadOnlyList<StoredBoard>> ToLookAtAsync(LocalDate today, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Cases whose code comes after one, in the order of codes; after the empty text, from the first. Those in that stage, and those
    /// whose session, or the last day on which they can change by themselves, is not before a day.
    /// </summary>
    Task<IReadOnlyList<StoredBoard>> ListAfterAsync(string code, string stage, LocalDate since, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Writes the case if it is still at <see cref="StoredBoard.Version"/> (which goes up by one), together with the messages of
    /// the change; false when somebody else was faster, and then nothing was written.
    /// </summary>
    /// <param name="board">The case.</param>
    /// <param name="messages">What the change sends.</param>
    /// <param name="audit">What the audit says of it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    Task<bool> TrySaveAsync(
        StoredBoard board, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken);

    /// <summary>The same where nobody did anything that the audit is to tell.</summary>
    Task<bool> TrySaveAsync(StoredBoard board, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken) =>
        TrySaveAsync(board, messages, [], cancellationToken);
}
