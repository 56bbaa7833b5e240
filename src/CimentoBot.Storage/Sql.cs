using System.Data.Common;
using Dapper;

namespace CimentoBot.Storage;

/// <summary>Dapper with a transaction and a cancellation; and, for what every start asks, without Dapper, which takes its time to get ready.</summary>
internal static class Sql
{
    /// <summary>Runs statements that have no parameters.</summary>
    /// <returns>How many rows they changed.</returns>
    public static async Task<int> RunAsync(this DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The first column of every row that a statement without parameters finds.</summary>
    public static async Task<IReadOnlyList<string>> TextsAsync(this DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var texts = new List<string>();
        await using var command = connection.Command(sql);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            texts.Add(rows.GetString(0));
        }

        return texts;
    }

    public static Task<int> ExecuteAsync(this DbTransaction transaction, string sql, object parameters, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken));

    /// <summary>Reads in the transaction of a change that rests on what is read.</summary>
    public static async Task<IReadOnlyList<T>> ListAsync<TRow, T>(
        this DbTransaction transaction, string sql, object parameters, Func<TRow, T> read, CancellationToken cancellationToken) =>
        [.. (await transaction.Connection!.QueryAsync<TRow>(new CommandDefinition(sql, parameters, transaction, cancellationToken: cancellationToken))).Select(read)];

    public static async Task<IReadOnlyList<T>> ListAsync<TRow, T>(
        this DbConnection connection, string sql, object parameters, Func<TRow, T> read, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken))).Select(read)];

    public static async Task<T?> FindAsync<TRow, T>(
        this DbConnection connection, string sql, object parameters, Func<TRow, T> read, CancellationToken cancellationToken)
        where TRow : class
        where T : class =>
        await connection.QuerySingleOrDefaultAsync<TRow>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken)) is { } row
            ? read(row)
            : null;

    private static DbCommand Command(this DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written here, and nothing that anybody typed stands in it.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>A pattern for <c>LIKE … ESCAPE '!'</c> of what ends with, or holds, a text.</summary>
    public static string Like(string before, string text, string behind = "") => before + text
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal) + behind;
}
