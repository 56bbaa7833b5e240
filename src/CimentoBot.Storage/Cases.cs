using System.Data.Common;

namespace CimentoBot.Storage;

/// <summary>Takes cases away, with everything that hangs on them.</summary>
internal static class Cases
{
    /// <summary>Its board goes with it.</summary>
    public static async Task DeleteAsync(DbTransaction transaction, string code, CancellationToken cancellationToken)
    {
        foreach (var statement in (string[])
            [
                "DELETE FROM cases WHERE code = @code",
                "DELETE FROM outbox WHERE subject = @code",
                "DELETE FROM notebook WHERE value = @code",
                "DELETE FROM pseudonyms WHERE subject = @code",
            ])
        {
            await transaction.ExecuteAsync(statement, new { code }, cancellationToken);
        }

        // What a card's action was answered names the case that the card is about.
        await transaction.ExecuteAsync(
            "UPDATE deliveries SET answer = NULL WHERE answer LIKE @about ESCAPE '!'", new { about = Sql.Like("%", code, "%") }, cancellationToken);
        await transaction.ExecuteAsync("DELETE FROM notebook WHERE name LIKE @late ESCAPE '!'", new { late = Sql.Like("late:%:", code, ":%") }, cancellationToken);
    }

    /// <summary>What is noted about a conversation that no case is from any more, and where its dialogue stood.</summary>
    public static async Task DeleteConversationAsync(DbTransaction transaction, string conversation, CancellationToken cancellationToken)
    {
        const string unless = "AND NOT EXISTS (SELECT 1 FROM cases WHERE conversation = @conversation)";
        await transaction.ExecuteAsync(
            $"DELETE FROM bot_state WHERE name LIKE @of ESCAPE '!' {unless}", new { of = Sql.Like("%/", conversation), conversation }, cancellationToken);
        await transaction.ExecuteAsync(
            $"DELETE FROM notebook WHERE name LIKE @of ESCAPE '!' {unless}", new { of = Sql.Like("%:", conversation), conversation }, cancellationToken);
    }
}
