namespace CimentoBot.Conversation.Ports;

/// <summary>What is kept about a person.</summary>
/// <param name="Cases">The cases that they started.</param>
/// <param name="Boards">Those of anybody that boards have and in which their id stands, and those of their own that boards have.</param>
/// <param name="Memberships">What the rosters say of them, by roster.</param>
/// <param name="Acts">What the audit says of them.</param>
public sealed record KeptAbout(
    IReadOnlyList<StoredCase> Cases, IReadOnlyList<StoredBoard> Boards, IReadOnlyList<(string Roster, Member Member)> Memberships, IReadOnlyList<AuditLine> Acts);

/// <summary>How somebody is forgotten.</summary>
/// <param name="Person">The Entra object id.</param>
/// <param name="Conversation">The conversation in which they ask.</param>
/// <param name="At">When.</param>
/// <param name="OwnCase">What stays of a case of theirs that a board has, under a pseudonym.</param>
/// <param name="Board">What stays of a case at a board in which they acted, or which was theirs, under a pseudonym; the flag says whether it was theirs.</param>
public sealed record Forgetting(
    string Person,
    string Conversation,
    DateTimeOffset At,
    Func<StoredCase, StoredBoard, string, StoredCase> OwnCase,
    Func<StoredBoard, string, bool, StoredBoard> Board);

/// <summary>What forgetting did.</summary>
/// <param name="Deleted">How many cases are gone.</param>
/// <param name="Kept">How many of their own stay, because a board has them, under a pseudonym.</param>
/// <param name="Elsewhere">In how many cases of others a pseudonym stands where they stood.</param>
public sealed record Forgotten(int Deleted, int Kept, int Elsewhere);

/// <summary>Finds what is kept about a person, and removes it.</summary>
public interface IPersonalData
{
    Task<KeptAbout> FindAsync(string person, CancellationToken cancellationToken);

    /// <summary>
    /// Removes, in one transaction: cases of theirs that no board has, what is noted about them and their chats, their places in
    /// rosters, and whose pseudonyms were theirs. What boards have stays under a pseudonym that is the same within a case.
    /// </summary>
    Task<Forgotten> ForgetAsync(Forgetting forgetting, CancellationToken cancellationToken);
}
