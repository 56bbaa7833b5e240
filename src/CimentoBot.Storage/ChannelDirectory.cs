using System.Data.Common;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage;

internal sealed class ChannelDirectory(Database database) : IChannelDirectory
{
    private const string SelectChannel = "SELECT id, team, body, version FROM channels ";

    public Task<StoredChannel?> FindChannelAsync(string id, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FindAsync<StoredChannel, StoredChannel>(SelectChannel + "WHERE id = @id", new { id }, row => row, cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<StoredChannel>> ListChannelsAsync(CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ListAsync<StoredChannel, StoredChannel>(SelectChannel + "ORDER BY id", new { }, row => row, cancellationToken),
        cancellationToken);

    public Task<bool> TrySaveChannelAsync(StoredChannel channel, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var saved = await transaction.ExecuteAsync(
                """
                INSERT INTO channels (id, team, body, version) VALUES (@Id, @Team, @Body, @Version + 1)
                ON CONFLICT (id) DO UPDATE SET team = excluded.team, body = excluded.body, version = excluded.version
                WHERE channels.version = @Version
                """,
                channel,
                cancellationToken);
            if (saved == 0)
            {
                return false;
            }

            await Audit.AddAsync(transaction, audit, cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<Member?> FindMemberAsync(string roster, string person, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FindAsync<Member, Member>(
            "SELECT person, role, tenant FROM members WHERE roster = @roster AND person = @person", new { roster, person }, row => row, cancellationToken),
        cancellationToken);

    public Task ReplaceRosterAsync(string roster, IReadOnlyList<Member> members, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            // Of two whole rosters one stands in the end, not both together.
            await database.QueueAsync(transaction, "roster " + roster, cancellationToken);
            await transaction.ExecuteAsync("DELETE FROM members WHERE roster = @roster", new { roster }, cancellationToken);
            foreach (var member in members)
            {
                await AddAsync(transaction, roster, member, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    public Task AddMemberAsync(string roster, Member member, CancellationToken cancellationToken) =>
        database.WriteAsync(transaction => AddAsync(transaction, roster, member, cancellationToken), cancellationToken);

    private static Task<int> AddAsync(DbTransaction transaction, string roster, Member member, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        """
        INSERT INTO members (roster, person, role, tenant) VALUES (@roster, @Person, @Role, @Tenant)
        ON CONFLICT (roster, person) DO UPDATE SET role = excluded.role, tenant = excluded.tenant
        """,
        new { roster, member.Person, member.Role, member.Tenant },
        cancellationToken);

    public Task RemoveMembersAsync(string roster, IReadOnlyList<string> people, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var person in people)
            {
                await transaction.ExecuteAsync("DELETE FROM members WHERE roster = @roster AND person = @person", new { roster, person }, cancellationToken);
            }

            return true;
        },
        cancellationToken);
}
