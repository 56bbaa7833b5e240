using Microsoft.Data.Sqlite;
using Npgsql;

namespace CimentoBot.Storage;

/// <summary>The databases that there is a way to.</summary>
public enum StorageProvider
{
    /// <summary>A SQLite file.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server.</summary>
    Postgres,
}

/// <summary>Where things are kept.</summary>
public sealed record StorageOptions
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>For SQLite, one that names a file; a relative path starts at the working directory. For PostgreSQL, one that names host and database.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Types beyond the Bot Framework's own that conversation state may hold; anything else is refused.</summary>
    public IReadOnlyCollection<Type> StateTypes { get; init; } = [];

    /// <summary>What is wrong with a connection string, as a sentence's end; null when nothing is.</summary>
    public static string? ProblemWith(StorageProvider provider, string connectionString) => provider is StorageProvider.Postgres
        ? ProblemWithPostgres(connectionString)
        : ProblemWithSqlite(connectionString);

    private static string? ProblemWithSqlite(string connectionString)
    {
        try
        {
            var parsed = new SqliteConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parsed.DataSource) || parsed.DataSource == ":memory:" || parsed.Mode is SqliteOpenMode.Memory
                ? "names no file" : null;
        }
        catch (ArgumentException)
        {
            return "is no SQLite connection string";
        }
    }

    private static string? ProblemWithPostgres(string connectionString)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(connectionString);
            return string.IsNullOrWhiteSpace(parsed.Host) || string.IsNullOrWhiteSpace(parsed.Database) ? "names no host or no database" : null;
        }
        catch (Exception failure) when (failure is ArgumentException or FormatException or InvalidCastException)
        {
            return "is no PostgreSQL connection string";
        }
    }
}
