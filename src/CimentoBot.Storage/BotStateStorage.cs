using System.Data.Common;
using Dapper;
using Microsoft.Bot.Builder;

namespace CimentoBot.Storage;

/// <summary>
/// The Bot Framework's state, as its own memory storage keeps it: an <see cref="IStoreItem"/> is written only over the ETag that it
/// was read with, or over anything with <c>*</c>. The changes of one call are written together or not at all.
/// </summary>
internal sealed class BotStateStorage(Database database, BotStateSerializer serializer) : IStorage
{
    private const string Anything = "*";

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.ReadAsync<IDictionary<string, object>>(
            async connection =>
            {
                var items = new Dictionary<string, object>(StringComparer.Ordinal);
                foreach (var key in keys.Distinct(StringComparer.Ordinal))
                {
                    var row = await connection.QuerySingleOrDefaultAsync<Row>(new CommandDefinition(
                        "SELECT etag, body FROM bot_state WHERE name = @key", new { key }, cancellationToken: cancellationToken));
                    if (row is not null)
                    {
                        items[key] = Read(row);
                    }
                }

                return items;
            },
            cancellationToken);
    }

    /// <exception cref="ArgumentException">An item was changed since it was read: its ETag is another now.</exception>
    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);

        // Serialised before the transaction: nobody waits for it, and what cannot be written is refused before anything is.
        var items = changes.Select(change => (change.Key, Item: change.Value as IStoreItem, Body: serializer.Write(change.Value))).ToList();
        return items.Count == 0 ? Task.CompletedTask : database.WriteAsync(
            async transaction =>
            {
                foreach (var (key, item, body) in items)
                {
                    await WriteAsync(transaction, key, item, body, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return database.WriteAsync(
            async transaction =>
            {
                foreach (var key in keys)
                {
                    await DeleteAsync(transaction, key, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    private object Read(Row row)
    {
        var item = serializer.Read(row.Body);
        if (item is IStoreItem tagged)
        {
            tagged.ETag = row.Etag;
        }

        return item;
    }

    private static async Task WriteAsync(
        DbTransaction transaction, string key, IStoreItem? item, string? body, CancellationToken cancellationToken)
    {
        if (body is null)
        {
            await DeleteAsync(transaction, key, cancellationToken);
            return;
        }

        if (item is not null)
        {
            await RefuseConflictAsync(transaction, key, item, cancellationToken);
        }

        await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO bot_state (name, etag, body) VALUES (@key, @etag, @body)
            ON CONFLICT (name) DO UPDATE SET etag = excluded.etag, body = excluded.body
            """,
            new { key, etag = item is null ? null : Guid.NewGuid().ToString("N"), body },
            transaction,
            cancellationToken: cancellationToken));
    }

    private static async Task RefuseConflictAsync(DbTransaction transaction, string key, IStoreItem item, CancellationToken cancellationToken)
    {
        var current = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT etag FROM bot_state WHERE name = @key", new { key }, transaction, cancellationToken: cancellationToken));
        if (current is not null && item.ETag != Anything && item.ETag != current)
        {
#pragma warning disable MA0015 // The official storage's message, which names no parameter.
            throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.ETag}\r\nCurrent: {current}");
#pragma warning restore MA0015
        }
    }

    private static Task<int> DeleteAsync(DbTransaction transaction, string key, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM bot_state WHERE name = @key", new { key }, transaction, cancellationToken: cancellationToken));

    private sealed record Row(string? Etag, string Body);
}
