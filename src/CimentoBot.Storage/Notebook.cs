using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

internal sealed class Notebook(Database database) : INotebook
{
    private const string Insert = "INSERT INTO notebook (name, value) VALUES (@key, @value) ";

    public Task<string?> FindAsync(string key, CancellationToken cancellationToken) => database.ReadAsync(
        connection => connection.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
            "SELECT value FROM notebook WHERE name = @key", new { key }, cancellationToken: cancellationToken)),
        cancellationToken);

    public Task SetAsync(string key, string value, CancellationToken cancellationToken) =>
        WriteAsync(Insert + "ON CONFLICT (name) DO UPDATE SET value = excluded.value", key, value, cancellationToken);

    public async Task<bool> TryAddAsync(string key, string value, CancellationToken cancellationToken) =>
        await WriteAsync(Insert + "ON CONFLICT (name) DO NOTHING", key, value, cancellationToken) == 1;

    private Task<int> WriteAsync(string sql, string key, string value, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.Connection!.ExecuteAsync(new CommandDefinition(
            sql, new { key, value }, transaction, cancellationToken: cancellationToken)),
        cancellationToken);
}
