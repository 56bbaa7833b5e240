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

    public Task MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset sentAt, CancellationToken cancellationToken) =>
        EachAsync(ids, "UPDATE outbox SET sent_at = @at WHERE id = @id AND sent_at IS NULL", sentAt, cancellationToken);

    public Task PostponeAsync(IReadOnlyList<Guid> ids, DateTimeOffset dueAt, CancellationToken cancellationToken) =>
        EachAsync(ids, "UPDATE outbox SET attempts = attempts + 1, due_at = @at WHERE id = @id AND sent_at IS NULL", dueAt, cancellationToken);

    private Task<IReadOnlyList<OutboxMessage>> DueAsync(string also, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ListAsync<Row, OutboxMessage>(
            $"""
            SELECT id, subject, kind, name, due_at AS DueAt, attempts
            FROM outbox WHERE sent_at IS NULL AND due_at <= @now {also} ORDER BY due_at, id LIMIT @atMost
            """,
            parameters,
            row => row.Read(),
            cancellationToken),
        cancellationToken);

    private Task<bool> EachAsync(IReadOnlyList<Guid> ids, string sql, DateTimeOffset at, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            foreach (var id in ids)
            {
                await transaction.ExecuteAsync(sql, new { id = id.ToString(), at = Timestamp.Write(at) }, cancellationToken);
            }

            return true;
        },
        cancellationToken);

    private sealed record Row(string Id, string Subject, string Kind, string? Name, string DueAt, long Attempts)
    {
        public static Row Of(OutboxMessage message) =>
            new(message.Id.ToString(), message.Subject, message.Kind, message.Name, Timestamp.Write(message.DueAt), message.Attempts);

        public OutboxMessage Read() => new(Guid.Parse(Id), Subject, Kind, Timestamp.Read(DueAt), (int)Attempts, Name);
    }
}
