using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

/// <summary>Cases, and beside them, in the same transaction, the messages that they send.</summary>
internal sealed class CaseStore(Database database) : ICaseStore
{
    public Task<StoredCase?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<CaseRow>(new CommandDefinition(
            $"SELECT {CaseRow.Columns} FROM cases WHERE code = @code", new { code }, cancellationToken: cancellationToken)))?.Read(),
        cancellationToken);

    public Task<IReadOnlyList<StoredCase>> ListAsync(string owner, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<StoredCase>)[.. (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"SELECT {CaseRow.Columns} FROM cases WHERE owner = @owner ORDER BY started_at DESC, code LIMIT @atMost",
            new { owner, atMost }, cancellationToken: cancellationToken))).Select(row => row.Read())],
        cancellationToken);

    public Task<IReadOnlyList<StoredCase>> ListAfterAsync(string code, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<StoredCase>)[.. (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"SELECT {CaseRow.Columns} FROM cases WHERE code > @code ORDER BY code LIMIT @atMost",
            new { code, atMost }, cancellationToken: cancellationToken))).Select(row => row.Read())],
        cancellationToken);

    public Task<bool> TryAddAsync(StoredCase added, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await transaction.ExecuteAsync(
            """
            INSERT INTO cases (code, owner, conversation, status, started_at, updated_at, version, body)
            VALUES (@Code, @Owner, @Conversation, @Status, @StartedAt, @UpdatedAt, 1, @Body)
            ON CONFLICT (code) DO NOTHING
            """,
            CaseRow.Of(added),
            cancellationToken) == 1,
        cancellationToken);

    public Task<bool> TryUpdateAsync(
        StoredCase changed, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var updated = await transaction.ExecuteAsync(
                """
                UPDATE cases
                SET owner = @Owner, conversation = @Conversation, status = @Status, started_at = @StartedAt,
                    updated_at = @UpdatedAt, version = version + 1, body = @Body
                WHERE code = @Code AND version = @Version
                """,
                CaseRow.Of(changed),
                cancellationToken);
            if (updated == 0)
            {
                return false;
            }

            await Outbox.AddAsync(transaction, messages, cancellationToken);
            await Audit.AddAsync(transaction, audit, cancellationToken);
            return true;
        },
        cancellationToken);
}
