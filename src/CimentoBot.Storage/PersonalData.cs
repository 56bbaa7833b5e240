using System.Data.Common;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage;

internal sealed class PersonalData(Database database) : IPersonalData
{
    private const string CasesOf = $"SELECT {CaseRow.Columns} FROM cases WHERE owner = @person ORDER BY started_at, code";

    /// <summary>An id stands in a board's text between quotation marks.</summary>
    private const string BoardsOf = $"""
        SELECT {BoardRow.Columns} FROM boards
        WHERE body LIKE @quoted ESCAPE '!' OR code IN (SELECT code FROM cases WHERE owner = @person) ORDER BY code
        """;

    public Task<KeptAbout> FindAsync(string person, CancellationToken cancellationToken) => database.ReadAsync(
        async connection => new KeptAbout(
            await connection.ListAsync<CaseRow, StoredCase>(CasesOf, new { person }, row => row.Read(), cancellationToken),
            await connection.ListAsync<BoardRow, StoredBoard>(BoardsOf, new { person, quoted = Quoted(person) }, row => row.Read(), cancellationToken),
            await connection.ListAsync<Membership, (string Roster, Member Member)>(
                "SELECT roster, person, role, tenant FROM members WHERE person = @person ORDER BY roster",
                new { person },
                row => (row.Roster, new(row.Person, row.Role, row.Tenant)),
                cancellationToken),
            await Audit.ListOfAsync(connection, person, cancellationToken)),
        cancellationToken);

    public async Task<Forgotten> ForgetAsync(Forgetting forgetting, CancellationToken cancellationToken)
    {
        if (forgetting.Person.Length == 0)
        {
            throw new ArgumentException("Nobody is named: everybody would be forgotten.", nameof(forgetting));
        }

        var forgotten = await database.WriteAsync(transaction => ForgetAsync(transaction, database.Locking, forgetting, cancellationToken), cancellationToken);
        await database.ScrubAsync(cancellationToken);
        return forgotten;
    }

    private static async Task<Forgotten> ForgetAsync(DbTransaction transaction, string locking, Forgetting forgetting, CancellationToken cancellationToken)
    {
        var person = forgetting.Person;
        var cases = await transaction.ListAsync<CaseRow, StoredCase>($"{CasesOf} {locking}", new { person }, row => row.Read(), cancellationToken);
        var boards = await transaction.ListAsync<BoardRow, StoredBoard>($"{BoardsOf} {locking}", new { person, quoted = Quoted(person) }, row => row.Read(), cancellationToken);
        await Audit.AddAsync(
            transaction,
            [.. cases.Select(own => own.Code).Union(boards.Select(board => board.Code), StringComparer.Ordinal).Append("").Select(subject => new AuditEntry(person, AuditAction.Forget, subject, forgetting.At))],
            cancellationToken);
        foreach (var board in boards)
        {
            var pseudonym = await Audit.PseudonymAsync(transaction, board.Code, person, cancellationToken);
            var own = cases.FirstOrDefault(started => started.Code == board.Code);
            await KeepAsync(transaction, forgetting.Board(board, pseudonym, own is not null), cancellationToken);
            if (own is not null)
            {
                await KeepAsync(transaction, forgetting.OwnCase(own, board, pseudonym), cancellationToken);
            }
        }

        var deleted = cases.Where(own => boards.All(board => board.Code != own.Code)).ToList();
        foreach (var own in deleted)
        {
            await Cases.DeleteAsync(transaction, own.Code, cancellationToken);
        }

        foreach (var conversation in cases.Select(own => own.Conversation).Append(forgetting.Conversation).Distinct(StringComparer.Ordinal))
        {
            await Cases.DeleteConversationAsync(transaction, conversation, cancellationToken);
        }

        await transaction.ExecuteAsync("DELETE FROM notebook WHERE name LIKE @ofPerson ESCAPE '!'", new { ofPerson = Sql.Like("%:", person) }, cancellationToken);
        await transaction.ExecuteAsync("DELETE FROM members WHERE person = @person", new { person }, cancellationToken);
        await transaction.ExecuteAsync("DELETE FROM pseudonyms WHERE person = @person", new { person }, cancellationToken);
        var kept = cases.Count - deleted.Count;
        return new(deleted.Count, kept, boards.Count - kept);
    }

    private static Task<int> KeepAsync(DbTransaction transaction, StoredBoard board, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        "UPDATE boards SET body = @Body, version = version + 1 WHERE code = @Code", new { board.Code, board.Body }, cancellationToken);

    private static Task<int> KeepAsync(DbTransaction transaction, StoredCase own, CancellationToken cancellationToken) => transaction.ExecuteAsync(
        """
        UPDATE cases
        SET owner = @Owner, conversation = @Conversation, status = @Status, updated_at = @UpdatedAt, version = version + 1, body = @Body
        WHERE code = @Code
        """,
        CaseRow.Of(own),
        cancellationToken);

    private static string Quoted(string person) => Sql.Like("%\"", person, "\"%");

    private sealed record Membership(string Roster, string Person, string Role, string Tenant);
}
