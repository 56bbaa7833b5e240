using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace CimentoBot.Storage;

/// <summary>
/// The Bot Framework's state, as its own memory storage keeps it: an <see cref="IStoreItem"/> is written only over the ETag that it
/// was read with, or over anything with <c>*</c>. Beyond that, so is any other object that was read here and comes back: the state of
/// a conversation carries no ETag, and two instances may have read the same. The changes of one call are written together or not at all.
/// </summary>
internal sealed class BotStateStorage(Database database, BotStateSerializer serializer) : IStorage
{
    private const string Anything = "*";

    /// <summary>The ETags of what carries none itself, for as long as somebody holds it.</summary>
    private readonly ConditionalWeakTable<object, string> tags = [];

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
                    if (row is not null && Read(row) is { } item)
                    {
                        items[key] = item;
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
        var items = changes.Select(change => new Written(change.Key, change.Value, ExpectedOf(change.Value), Guid.NewGuid().ToString("N"), serializer.Write(change.Value))).ToList();
        return items.Count == 0 ? Task.CompletedTask : WriteAsync(items, cancellationToken);
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

    /// <summary>Null for what is no state, or none that may be read: it is as if nothing were there, and the next that is written takes its place.</summary>
    private object? Read(Row row)
    {
        object item;
        try
        {
            item = serializer.Read(row.Body);
        }
        catch (JsonException)
        {
            return null;
        }

        if (item is IStoreItem tagged)
        {
            tagged.ETag = row.Etag;
        }
        else if (row.Etag is not null)
        {
            tags.AddOrUpdate(item, row.Etag);
        }

        return item;
    }

    /// <summary>The ETag over which an object may be written. One without any that was not read here is written over everything.</summary>
    private string? ExpectedOf(object? item) => item switch
    {
        null => null,
        IStoreItem tagged => tagged.ETag,
        _ => tags.TryGetValue(item, out var tag) ? tag : Anything,
    };

    private async Task WriteAsync(List<Written> items, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            async transaction =>
            {
                foreach (var item in items)
                {
                    await WriteAsync(transaction, item, cancellationToken);
                }

                return true;
            },
            cancellationToken);
        foreach (var written in items.Where(written => written.Item is not null and not IStoreItem))
        {
            tags.AddOrUpdate(written.Item!, written.Etag);
        }
    }

    private static async Task WriteAsync(DbTransaction transaction, Written item, CancellationToken cancellationToken)
    {
        if (item.Body is null)
        {
            await DeleteAsync(transaction, item.Key, cancellationToken);
            return;
        }

        var written = await transaction.ExecuteAsync(
            """
            INSERT INTO bot_state (name, etag, body) VALUES (@Key, @Etag, @Body)
            ON CONFLICT (name) DO UPDATE SET etag = excluded.etag, body = excluded.body
            WHERE bot_state.etag IS NULL OR @Expected = '*' OR bot_state.etag = @Expected
            """,
            new { item.Key, item.Etag, item.Body, item.Expected },
            cancellationToken);
        if (written == 0)
        {
            var current = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
                "SELECT etag FROM bot_state WHERE name = @Key", new { item.Key }, transaction, cancellationToken: cancellationToken));
#pragma warning disable MA0015 // The official storage's message, which names no parameter.
            throw new ArgumentException($"Etag conflict.\r\n\r\nOriginal: {item.Expected}\r\nCurrent: {current}");
#pragma warning restore MA0015
        }
    }

    private static Task<int> DeleteAsync(DbTransaction transaction, string key, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "DELETE FROM bot_state WHERE name = @key", new { key }, transaction, cancellationToken: cancellationToken));

    private sealed record Row(string? Etag, string Body);

    private sealed record Written(string Key, object? Item, string? Expected, string Etag, string? Body);
}
