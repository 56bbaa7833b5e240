namespace CimentoBot.Conversation.Ports;

/// <summary>A channel that the bot was added to. What stands in the body is the conversation's affair.</summary>
/// <param name="Id">The channel's id.</param>
/// <param name="Team">Its team's.</param>
/// <param name="Body">The rest, as JSON.</param>
/// <param name="Version">How often it was saved; 0 = not stored yet.</param>
public sealed record StoredChannel(string Id, string Team, string Body, long Version);

/// <summary>Somebody in a roster. No name is kept.</summary>
/// <param name="Person">The Entra object id, or the channel's user id.</param>
/// <param name="Role">As Teams calls it: <c>owner</c>, <c>user</c>, <c>guest</c>…</param>
/// <param name="Tenant">Their tenant; empty where Teams does not say.</param>
public sealed record Member(string Person, string Role, string Tenant);

/// <summary>The channels that can be boards, and who is in them. A roster is a team's, or a private or shared channel's own.</summary>
public interface IChannelDirectory
{
    Task<StoredChannel?> FindChannelAsync(string id, CancellationToken cancellationToken);

    Task<IReadOnlyList<StoredChannel>> ListChannelsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes the channel, and what the audit keeps of it, if it is still at <see cref="StoredChannel.Version"/> (which goes up by one);
    /// false when somebody else was faster, and then nothing was written.
    /// </summary>
    Task<bool> TrySaveChannelAsync(StoredChannel channel, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken);

    Task<Member?> FindMemberAsync(string roster, string person, CancellationToken cancellationToken);

    /// <summary>Writes one member, over what stood there.</summary>
    Task AddMemberAsync(string roster, Member member, CancellationToken cancellationToken);

    /// <summary>Writes a whole roster over what stood there.</summary>
    Task ReplaceRosterAsync(string roster, IReadOnlyList<Member> members, CancellationToken cancellationToken);

    Task RemoveMembersAsync(string roster, IReadOnlyList<string> people, CancellationToken cancellationToken);
}
