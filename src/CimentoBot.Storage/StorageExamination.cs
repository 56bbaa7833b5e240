using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CimentoBot.Storage;

/// <summary>What stands at the place of a storage.</summary>
/// <param name="Place">The file, or the server and the database.</param>
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
    public static Task<StorageState> RunAsync(StorageOptions options, CancellationToken cancellationToken) => options.Provider is StorageProvider.Postgres
        ? RunOnPostgresAsync(options, cancellationToken)
        : RunOnSqliteAsync(options, cancellationToken);

    /// <summary>A database on a server is made by those who run the server: one that cannot be reached is a problem.</summary>
    private static async Task<StorageState> RunOnPostgresAsync(StorageOptions options, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false };
        var place = $"{settings.Host}/{settings.Database}";
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            return await LookAsync(connection, place, Migrations.Postgres, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            return new(place, Exists: true, $"'{place}' cannot be used: {failure.Message}");
        }
    }

    private static async Task<StorageState> RunOnSqliteAsync(StorageOptions options, CancellationToken cancellationToken)
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
            return await LookAsync(connection, file, Migrations.Sqlite, cancellationToken);
        }
        catch (Exception failure) when (failure is DbException or IOException)
        {
            return new(file, Exists: true, $"'{file}' cannot be used by this account: {failure.Message}");
        }
    }

    /// <summary>Begins and gives up a change, for which a file has to let itself be written to, and reads which scripts were run.</summary>
    private static async Task<StorageState> LookAsync(DbConnection connection, string place, string dialect, CancellationToken cancellationToken)
    {
        await using var change = await connection.BeginTransactionAsync(cancellationToken);
        var run = await Migrations.RunOnAsync(connection, dialect, cancellationToken);
        var scripts = Migrations.NamesFor(dialect);
        return new(place, Exists: true, Pending: [.. scripts.Except(run).Select(Migrations.Short)], Unknown: [.. run.Except(scripts).Select(Migrations.Short)]);
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
