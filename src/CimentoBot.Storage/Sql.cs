using System.Data.Common;
using Dapper;

namespace CimentoBot.Storage;

/// <summary>Dapper with a transaction and a cancellation.</summary>
internal static class Sql
{
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

    /// <summary>A pattern for <c>LIKE … ESCAPE '!'</c> of what ends with, or holds, a text.</summary>
    public static string Like(string before, string text, string behind = "") => before + text
        .Replace("!", "!!", StringComparison.Ordinal)
        .Replace("%", "!%", StringComparison.Ordinal)
        .Replace("_", "!_", StringComparison.Ordinal) + behind;
}
