using NodaTime;

namespace CimentoBot.Conversation.Ports;

/// <summary>A case that has long been left alone, with what a board made of it; null = no board has it.</summary>
public sealed record OldCase(StoredCase Case, StoredBoard? Board);

/// <summary>Finds what was kept for long enough, and deletes it.</summary>
public interface IRetention
{
    /// <summary>
    /// Cases that were last saved before a moment, and of which no session, and no day on which they can still change by themselves,
    /// is on or after a day; in the order of codes after one.
    /// </summary>
    Task<IReadOnlyList<OldCase>> ListOldAsync(string afterCode, DateTimeOffset before, LocalDate day, int atMost, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a case with its board, its messages, what is noted of it and whose pseudonyms stand in it, unless it was saved since it
    /// was read; false then.
    /// </summary>
    Task<bool> TryDeleteAsync(OldCase old, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Deletes messages to channels that were sent before a moment, and rosters that were read before it for the last time.</summary>
    Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
