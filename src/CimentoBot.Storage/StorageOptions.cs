using Microsoft.Data.Sqlite;

namespace CimentoBot.Storage;

/// <summary>Where things are kept.</summary>
public sealed record StorageOptions
{
    /// <summary>A SQLite connection string that names a file; a relative path starts at the working directory.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>Types beyond the Bot Framework's own that conversation state may hold; anything else is refused.</summary>
    public IReadOnlyCollection<Type> StateTypes { get; init; } = [];

    /// <summary>What is wrong with a connection string, as a sentence's end; null when nothing is.</summary>
    public static string? ProblemWith(string connectionString)
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
}
