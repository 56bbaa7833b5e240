using System.Data.Common;
using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

internal sealed class Outbox(Database database) : IOutbox
{
    public Task AddAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await AddAsync(transaction, messages, cancellationToken);
            return true;
        },
        cancellationToken);

    /// <summary>Adds messages in the transaction of the change that they tell of.</summary>
    public static async Task AddAsync(DbTransaction transaction, IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            await transaction.ExecuteAsync(
                """
                INSERT INTO outbox (id, subject, kind, name, due_at, attempts) VALUES (@Id, @Subject, @Kind, @Name, @DueAt, @Attempts)
                ON CONFLICT (name) DO NOTHING
                """,
                Row.Of(message),
                cancellationToken);
        }
    }

    public Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, int atMost, CancellationToken cancellationToken) =>
        DueAsync("", new { now = Timestamp.Write(now), atMost }, cancellationToken);

    public Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, string kind, int atMost, CancellationToken cancellationToken) =>
        DueAsync("AND kind = @kind", new { now = Timestamp.Write(now), kind, atMost }, cancellationToken);

    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken) => await database.ReadAsync(
        connection => connection.QuerySingleAsync<string?>(new CommandDefinition(
            "SELECT MIN(due_at) FROM outbox WHERE sent_at IS NULL", cancellationToken: cancellationToken)),
        cancellationToken) is { } next
            ? Timestamp.Read(next)
            : null;

    /// <summary>
    /// Those who take queue here, for a moment: only so can each see what the others have leased, and leave alone the subjects that
    /// they are at. Rows that are being marked as sent are passed over.
    /// </summary>
    public async Task<IReadOnlyList<OutboxMessage>> TakeAsync(
        OutboxLease lease, string? kind, int atMost, DateTimeOffset now, CancellationToken cancellationToken) => await database.WriteAsync(
        async transaction =>
        {
            await database.QueueAsync(transaction, "outbox", cancellationToken);
            var taken = await transaction.Connection!.QueryAsync<Row>(new CommandDefinition(
                $"""
                WITH free AS MATERIALIZED (
                  SELECT id FROM outbox AS waiting
                  WHERE sent_at IS NULL AND due_at <= @now {(kind is null ? "" : "AND kind = @kind")} AND NOT EXISTS (
                    SELECT 1 FROM outbox AS busy WHERE busy.subject = waiting.subject AND busy.leased_until > @now AND busy.leased_until <= @never AND busy.sent_at IS NULL)
                  ORDER BY due_at, id LIMIT @atMost {database.SkippingLocked})
                UPDATE outbox SET leased_by = @Holder, leased_until = @until WHERE id IN (SELECT id FROM free)
                RETURNING {Row.Columns}
                """,
                new { lease.Holder, until = Timestamp.Write(lease.Until), now = Timestamp.Write(now), never = Timestamp.Write(Timestamp.BeyondLeases(now, lease.Until)), kind, atMost },
                transaction,
                cancellationToken: cancellationToken));
            return (IReadOnlyList<OutboxMessage>)[.. taken.OrderBy(row => row.DueAt, StringComparer.Ordinal).ThenBy(row => row.Id, StringComparer.Ordinal).Select(row => row.Read())];
        },
        cancellationToken);

    public Task RenewAsync(OutboxLease lease, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE outbox SET leased_until = @until WHERE leased_until IS NOT NULL AND leased_by = @Holder AND sent_at IS NULL",
            new { lease.Holder, until = Timestamp.Write(lease.Until) },
            cancellationToken),
        cancellationToken);

    public Task MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset sentAt, CancellationToken cancellationToken) => EachAsync(
        ids,
        "UPDATE outbox SET sent_at = @at, leased_by = NULL, leased_until = NULL, begun = NULL WHERE id = @id AND sent_at IS NULL",
        id => new { id, at = Timestamp.Write(sentAt) },
        cancellationToken);

    public Task MarkUnansweredAsync(IReadOnlyList<Guid> ids, DateTimeOffset at, CancellationToken cancellationToken) => EachAsync(
        ids,
        "UPDATE outbox SET sent_at = @at, leased_by = NULL, leased_until = NULL WHERE id = @id AND sent_at IS NULL",
        id => new { id, at = Timestamp.Write(at) },
        cancellationToken);

    public Task<bool> TryBeginAsync(string holder, IReadOnlyList<Guid> ids, string? what, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var begun = 0;
            foreach (var id in ids)
            {
                begun += await transaction.ExecuteAsync(
                    """
                    UPDATE outbox SET begun = @what WHERE id = @id AND leased_by = @holder AND sent_at IS NULL AND NOT EXISTS (
                      SELECT 1 FROM outbox AS waiting
                      WHERE waiting.subject = outbox.subject AND waiting.begun = @what AND waiting.sent_at IS NULL AND (waiting.leased_by IS NULL OR waiting.leased_by <> @holder))
                    """,
                    new { id = id.ToString(), holder, what },
                    cancellationToken);
            }

            return begun == ids.Count;
        },
        cancellationToken);

    public Task PostponeAsync(string holder, IReadOnlyList<Guid> ids, DateTimeOffset dueAt, CancellationToken cancellationToken) => EachAsync(
        ids,
        """
        UPDATE outbox SET attempts = attempts + 1, due_at = @at, leased_by = NULL, leased_until = NULL
        WHERE id = @id AND leased_by = @holder AND sent_at IS NULL
        """,
        id => new { id, holder, at = Timestamp.Write(dueAt) },
        cancellationToken);

    private Task<IReadOnlyList<OutboxMessage>> DueAsync(string also, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ListAsync<Row, OutboxMessage>(
            $"""
            SELECT {Row.Columns}
            FROM outbox WHERE sent_at IS NULL AND due_at <= @now {also} ORDER BY due_at, id LIMIT @atMost
            """,
            parameters,
            row => row.Read(),
            cancellationToken),
        cancellationToken);

    private Task<bool> EachAsync(IReadOnlyList<Guid> ids, string sql, Func<string, object> parameters, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var id in ids)
            {
                await transaction.ExecuteAsync(sql, parameters(id.ToString()), cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private sealed record Row(string Id, string Subject, string Kind, string? Name, string DueAt, long Attempts, string? Begun)
    {
        public const string Columns = "id, subject, kind, name, due_at AS DueAt, attempts, begun";

        public static Row Of(OutboxMessage message) =>
            new(message.Id.ToString(), message.Subject, message.Kind, message.Name, Timestamp.Write(message.DueAt), message.Attempts, message.Begun);

        public OutboxMessage Read() => new(Guid.Parse(Id), Subject, Kind, Timestamp.Read(DueAt), (int)Attempts, Name, Begun);
    }
}
