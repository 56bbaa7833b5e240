using System.Data.Common;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage;

/// <summary>What stands at the place of a storage.</summary>
/// <param name="Place">The file.</param>
/// <param name="Exists">Whether there is one.</param>
/// <param name="Problem">Why it could not be used, as a sentence; null when it could.</param>
/// <param name="Pending">Scripts that the next start would run.</param>
/// <param name="Unknown">Scripts that were run and that this version does not have.</param>
public sealed record StorageState(
    string Place, bool Exists, string? Problem = null, IReadOnlyList<string>? Pending = null, IReadOnlyList<string>? Unknown = null)
{
    public IReadOnlyList<string> Pending { get; } = Pending ?? [];

    public IReadOnlyList<string> Unknown { get; } = Unknown ?? [];
}

/// <summary>Looks at a storage without creating or migrating anything.</summary>
public static class StorageExamination
{
    /// <param name="options">Where it is.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<StorageState> RunAsync(StorageOptions options, CancellationToken cancellationToken)
    {
        var settings = new SqliteConnectionStringBuilder(options.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false };
        var file = Path.GetFullPath(settings.DataSource);
        if (!File.Exists(file))
        {
            return new(file, Exists: false, ProblemOfFolder(Path.GetDirectoryName(file)!));
        }

        try
        {
            await using var connection = new SqliteConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            var run = await RunScriptsAsync(connection, cancellationToken);
            return new(file, Exists: true, Pending: [.. Scripts.Except(run).Select(Short)], Unknown: [.. run.Except(Scripts).Select(Short)]);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            return new(file, Exists: true, $"'{file}' cannot be used by this account: {failure.Message}");
        }
    }

    private static IReadOnlyList<string> Scripts { get; } =
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static string Short(string script) => string.Join('.', script.Split('.')[^2..]);

    /// <summary>Begins and gives up a change, for which the file has to let itself be written to, and reads which scripts were run.</summary>
    private static async Task<IReadOnlyList<string>> RunScriptsAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var change = await connection.BeginTransactionAsync(cancellationToken);
        var journal = await connection.ExecuteScalarAsync<long>(
            new CommandDefinition("SELECT COUNT(*) FROM sqlite_master WHERE name = 'SchemaVersions'", transaction: change, cancellationToken: cancellationToken));
        return journal == 0 ? [] : [.. await connection.QueryAsync<string>(
            new CommandDefinition("SELECT ScriptName FROM SchemaVersions", transaction: change, cancellationToken: cancellationToken))];
    }

    /// <summary>The first start makes the folder too: what has to let itself be written to is the nearest one that is there.</summary>
    private static string? ProblemOfFolder(string folder)
    {
        var nearest = new DirectoryInfo(folder);
        while (!nearest.Exists && nearest.Parent is { } parent)
        {
            nearest = parent;
        }

        try
        {
            using var probe = new FileStream(
                Path.Combine(nearest.FullName, Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"'{nearest.FullName}' cannot be written to by this account: {failure.Message}";
        }
    }
}
