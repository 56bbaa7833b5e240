using System.Data.Common;
using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

/// <summary>Cases, and beside them, in the same transaction, the messages that they send.</summary>
internal sealed class CaseStore(Database database) : ICaseStore
{
    private const string Columns =
        "code, owner, conversation, status, started_at AS StartedAt, updated_at AS UpdatedAt, version, body";

    public Task<StoredCase?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (await connection.QuerySingleOrDefaultAsync<CaseRow>(new CommandDefinition(
            $"SELECT {Columns} FROM cases WHERE code = @code", new { code }, cancellationToken: cancellationToken)))?.Read(),
        cancellationToken);

    public Task<IReadOnlyList<StoredCase>> ListAsync(string owner, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<StoredCase>)[.. (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"SELECT {Columns} FROM cases WHERE owner = @owner ORDER BY started_at DESC, code LIMIT @atMost",
            new { owner, atMost }, cancellationToken: cancellationToken))).Select(row => row.Read())],
        cancellationToken);

    public Task<IReadOnlyList<StoredCase>> ListAfterAsync(string code, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<StoredCase>)[.. (await connection.QueryAsync<CaseRow>(new CommandDefinition(
            $"SELECT {Columns} FROM cases WHERE code > @code ORDER BY code LIMIT @atMost",
            new { code, atMost }, cancellationToken: cancellationToken))).Select(row => row.Read())],
        cancellationToken);

    public Task<bool> TryAddAsync(StoredCase added, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction => await ExecuteAsync(
            transaction,
            """
            INSERT INTO cases (code, owner, conversation, status, started_at, updated_at, version, body)
            VALUES (@Code, @Owner, @Conversation, @Status, @StartedAt, @UpdatedAt, 1, @Body)
            ON CONFLICT (code) DO NOTHING
            """,
            CaseRow.Of(added),
            cancellationToken) == 1,
        cancellationToken);

    public Task<bool> TryUpdateAsync(
        StoredCase changed, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var updated = await ExecuteAsync(
                transaction,
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

            foreach (var message in messages)
            {
                await ExecuteAsync(
                    transaction,
                    "INSERT INTO outbox (id, case_code, kind, due_at, attempts) VALUES (@Id, @CaseCode, @Kind, @DueAt, @Attempts)",
                    OutboxRow.Of(message),
                    cancellationToken);
            }

            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => (IReadOnlyList<OutboxMessage>)[.. (await connection.QueryAsync<OutboxRow>(new CommandDefinition(
            """
            SELECT id, case_code AS CaseCode, kind, due_at AS DueAt, attempts
            FROM outbox WHERE sent_at IS NULL AND due_at <= @now ORDER BY due_at, id LIMIT @atMost
            """,
            new { now = Timestamp.Write(now), atMost }, cancellationToken: cancellationToken))).Select(row => row.Read())],
        cancellationToken);

    public Task MarkSentAsync(Guid id, DateTimeOffset sentAt, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(
            transaction,
            "UPDATE outbox SET sent_at = @sentAt WHERE id = @id AND sent_at IS NULL",
            new { id = id.ToString(), sentAt = Timestamp.Write(sentAt) },
            cancellationToken),
        cancellationToken);

    public Task PostponeAsync(Guid id, DateTimeOffset dueAt, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => ExecuteAsync(
            transaction,
            "UPDATE outbox SET attempts = attempts + 1, due_at = @dueAt WHERE id = @id AND sent_at IS NULL",
            new { id = id.ToString(), dueAt = Timestamp.Write(dueAt) },
            cancellationToken),
        cancellationToken);

    private static Task<int> ExecuteAsync(DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    private sealed record CaseRow(
        string Code, string Owner, string Conversation, string Status, string StartedAt, string UpdatedAt, long Version, string Body)
    {
        public static CaseRow Of(StoredCase stored) => new(
            stored.Code, stored.Owner, stored.Conversation, stored.Status.ToString(), Timestamp.Write(stored.StartedAt),
            Timestamp.Write(stored.UpdatedAt), stored.Version, stored.Body);

        public StoredCase Read() => new(
            Code, Owner, Conversation, Enum.Parse<CaseStatus>(Status), Timestamp.Read(StartedAt), Timestamp.Read(UpdatedAt), Version, Body);
    }

    private sealed record OutboxRow(string Id, string CaseCode, string Kind, string DueAt, long Attempts)
    {
        public static OutboxRow Of(OutboxMessage message) =>
            new(message.Id.ToString(), message.CaseCode, message.Kind, Timestamp.Write(message.DueAt), message.Attempts);

        public OutboxMessage Read() => new(Guid.Parse(Id), CaseCode, Kind, Timestamp.Read(DueAt), (int)Attempts);
    }
}
