using CimentoBot.Conversation.Ports;
using Dapper;
using NodaTime;

namespace CimentoBot.Storage;

internal sealed class Retention(Database database) : IRetention
{
    public Task<IReadOnlyList<OldCase>> ListOldAsync(
        string afterCode, DateTimeOffset before, LocalDate day, int atMost, CancellationToken cancellationToken) => database.ReadAsync<IReadOnlyList<OldCase>>(
        async connection =>
        {
            var cases = await connection.ListAsync<CaseRow, StoredCase>(
                $"""
                SELECT {CaseRow.Columns} FROM cases
                WHERE code > @afterCode AND updated_at < @before
                  AND NOT EXISTS (SELECT 1 FROM boards WHERE boards.code = cases.code AND (session >= @day OR until >= @day))
                ORDER BY code LIMIT @atMost
                """,
                new { afterCode, before = Timestamp.Write(before), day = BoardRow.Day(day), atMost },
                row => row.Read(),
                cancellationToken);
            if (cases.Count == 0)
            {
                return [];
            }

            var boards = (await connection.ListAsync<BoardRow, StoredBoard>(
                $"SELECT {BoardRow.Columns} FROM boards WHERE code >= @first AND code <= @last",
                new { first = cases[0].Code, last = cases[^1].Code },
                row => row.Read(),
                cancellationToken))
                .ToDictionary(board => board.Code, StringComparer.Ordinal);
            return [.. cases.Select(old => new OldCase(old, boards.GetValueOrDefault(old.Code)))];
        },
        cancellationToken);

    public Task<bool> TryDeleteAsync(OldCase old, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            if (await VersionAsync("cases") != old.Case.Version || await VersionAsync("boards") != old.Board?.Version)
            {
                return false;
            }

            await Cases.DeleteAsync(transaction, old.Case.Code, cancellationToken);
            await Cases.DeleteConversationAsync(transaction, old.Case.Conversation, cancellationToken);
            await Audit.AddAsync(transaction, [new("", AuditAction.Retention, old.Case.Code, now)], cancellationToken);
            return true;

            Task<long?> VersionAsync(string table) => transaction.Connection!.QuerySingleOrDefaultAsync<long?>(new CommandDefinition(
                $"SELECT version FROM {table} WHERE code = @Code {database.Locking}", new { old.Case.Code }, transaction, cancellationToken: cancellationToken));
        },
        cancellationToken);

    public async Task SweepAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async transaction =>
            {
                await transaction.ExecuteAsync(
                    "DELETE FROM outbox WHERE sent_at < @before AND NOT EXISTS (SELECT 1 FROM cases WHERE code = subject)",
                    new { before = Timestamp.Write(before) },
                    cancellationToken);

                // A roster's note says when it was read; "roster:" has seven letters.
                await transaction.ExecuteAsync(
                    """
                    DELETE FROM members WHERE roster IN
                      (SELECT SUBSTR(name, 8) FROM notebook WHERE name LIKE 'roster:%' AND value < @before)
                    """,
                    new { before = Timestamp.Write(before) },
                    cancellationToken);
                return true;
            },
            cancellationToken);
        await database.ScrubAsync(cancellationToken);
    }
}
