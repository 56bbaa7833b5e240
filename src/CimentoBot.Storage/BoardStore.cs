using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Storage;

/// <summary>What boards saw, said and decided, and beside it, in the same transaction, the messages that it sends.</summary>
internal sealed class BoardStore(Database database) : IBoardStore
{
    private const string Select = $"SELECT {BoardRow.Columns} FROM boards ";

    public Task<StoredBoard?> FindAsync(string code, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.FindAsync<BoardRow, StoredBoard>(Select + "WHERE code = @code", new { code }, row => row.Read(), cancellationToken),
        cancellationToken);

    public Task<IReadOnlyList<StoredBoard>> ListFromAsync(string channel, LocalDate day, CancellationToken cancellationToken) => ListAsync(
        "WHERE channel = @channel AND session >= @day ORDER BY session, code", new { channel, day = BoardRow.Day(day) }, cancellationToken);

    public Task<IReadOnlyList<StoredBoard>> ListBeforeAsync(string channel, LocalDate day, string notInStage, CancellationToken cancellationToken) => ListAsync(
        "WHERE channel = @channel AND session < @day AND stage <> @notInStage ORDER BY session, code",
        new { channel, day = BoardRow.Day(day), notInStage },
        cancellationToken);

    public Task<IReadOnlyList<StoredBoard>> ToLookAtAsync(LocalDate today, int atMost, CancellationToken cancellationToken) =>
        ListAsync("WHERE looked_on < @today AND until >= @today ORDER BY looked_on, code LIMIT @atMost", new { today = BoardRow.Day(today), atMost }, cancellationToken);

    public Task<IReadOnlyList<StoredBoard>> ListAfterAsync(
        string code, string stage, LocalDate since, int atMost, CancellationToken cancellationToken) => ListAsync(
        "WHERE code > @code AND (stage = @stage OR session >= @since OR until >= @since) ORDER BY code LIMIT @atMost",
        new { code, stage, since = BoardRow.Day(since), atMost },
        cancellationToken);

    public Task<bool> TrySaveAsync(
        StoredBoard board, IReadOnlyList<OutboxMessage> messages, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            var saved = await transaction.ExecuteAsync(
                board.Version == 0
                    ? """
                      INSERT INTO boards (code, channel, session, stage, looked_on, until, version, body)
                      VALUES (@Code, @Channel, @Session, @Stage, @LookedOn, @Until, 1, @Body)
                      ON CONFLICT (code) DO NOTHING
                      """
                    : """
                      UPDATE boards
                      SET channel = @Channel, session = @Session, stage = @Stage, looked_on = @LookedOn, until = @Until,
                          version = version + 1, body = @Body
                      WHERE code = @Code AND version = @Version
                      """,
                BoardRow.Of(board),
                cancellationToken);
            if (saved == 0)
            {
                return false;
            }

            await Outbox.AddAsync(transaction, messages, cancellationToken);
            await Audit.AddAsync(transaction, audit, cancellationToken);
            return true;
        },
        cancellationToken);

    private Task<IReadOnlyList<StoredBoard>> ListAsync(string where, object parameters, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ListAsync<BoardRow, StoredBoard>(Select + where, parameters, row => row.Read(), cancellationToken), cancellationToken);
}
