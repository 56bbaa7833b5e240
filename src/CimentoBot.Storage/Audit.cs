using System.Data.Common;
using System.Security.Cryptography;
using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

/// <summary>
/// The audit. People stand in it under a pseudonym for each case, so that forgetting somebody needs no line to be changed: what is
/// deleted is only whose pseudonym it was.
/// </summary>
internal sealed class Audit(Database database) : IAudit
{
    /// <summary>64 bits of chance: two are never the same.</summary>
    private const int PseudonymLength = 16;

    public Task AddAsync(AuditEntry entry, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await AddAsync(transaction, [entry], cancellationToken);
            return true;
        },
        cancellationToken);

    public Task<IReadOnlyList<AuditLine>> ListAfterAsync(string id, DateTimeOffset since, int atMost, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.ListAsync<Row, AuditLine>(
            """
            SELECT id, at, who, action, audit.subject, person
            FROM audit LEFT JOIN pseudonyms ON pseudonym = who
            WHERE id > @id AND at >= @since ORDER BY id LIMIT @atMost
            """,
            new { id, since = Timestamp.Write(since), atMost },
            row => row.Read(),
            cancellationToken),
        cancellationToken);

    /// <summary>What is known to have been done by somebody.</summary>
    public static Task<IReadOnlyList<AuditLine>> ListOfAsync(DbConnection connection, string person, CancellationToken cancellationToken) =>
        connection.ListAsync<Row, AuditLine>(
            """
            SELECT id, at, who, action, audit.subject, person
            FROM audit JOIN pseudonyms ON pseudonym = who WHERE person = @person ORDER BY id
            """,
            new { person },
            row => row.Read(),
            cancellationToken);

    /// <summary>Adds lines in the transaction of the change that they tell of.</summary>
    public static async Task AddAsync(DbTransaction transaction, IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var entry in entries)
        {
            await transaction.ExecuteAsync(
                "INSERT INTO audit (id, at, who, action, subject) VALUES (@Id, @At, @Who, @Action, @Subject)",
                new Row(
                    Guid.CreateVersion7(entry.At).ToString(),
                    Timestamp.Write(entry.At),
                    entry.By.Length == 0 ? "" : await PseudonymAsync(transaction, entry.Subject, entry.By, cancellationToken),
                    entry.Action.ToString(),
                    entry.Subject,
                    Person: null),
                cancellationToken);
        }
    }

    /// <summary>The name under which somebody stands in a case: chosen at random once, and the same from then on.</summary>
    public static async Task<string> PseudonymAsync(DbTransaction transaction, string subject, string person, CancellationToken cancellationToken)
    {
        var pseudonym = $"P-{RandomNumberGenerator.GetHexString(PseudonymLength, lowercase: true)}";
        await transaction.ExecuteAsync(
            "INSERT INTO pseudonyms (subject, person, pseudonym) VALUES (@subject, @person, @pseudonym) ON CONFLICT (subject, person) DO NOTHING",
            new { subject, person, pseudonym },
            cancellationToken);
        return await transaction.Connection!.QuerySingleAsync<string>(new CommandDefinition(
            "SELECT pseudonym FROM pseudonyms WHERE subject = @subject AND person = @person",
            new { subject, person },
            transaction,
            cancellationToken: cancellationToken));
    }

    /// <param name="Id">Unique.</param>
    /// <param name="At">When.</param>
    /// <param name="Who">A pseudonym; empty = the bot.</param>
    /// <param name="Action">What they did.</param>
    /// <param name="Subject">To what.</param>
    /// <param name="Person">Whose pseudonym it is; null once they were forgotten.</param>
    private sealed record Row(string Id, string At, string Who, string Action, string Subject, string? Person)
    {
        public AuditLine Read() => new(Id, Timestamp.Read(At), Person ?? Who, Action, Subject);
    }
}
