using System.Data.Common;
using System.Reflection;
using System.Text.RegularExpressions;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace CimentoBot.Storage;

/// <summary>Brings a schema to the newest version. The scripts are the same for every database, but for those whose name ends with the one that they are for.</summary>
internal static partial class Migrations
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private const string InMigrations = ".Migrations.";

    /// <summary>Whether a script was not run yet. Two plain questions: at most starts none is, and what runs scripts takes its time to get ready.</summary>
    /// <param name="connection">To the database.</param>
    /// <param name="dialect">Which database it is, as scripts' names say it.</param>
    /// <param name="place">Where it is, for a message.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StorageUnusableException">The schema is of a newer version, of which this one would break what it does not know.</exception>
    public static async Task<bool> AreNeededAsync(DbConnection connection, string dialect, string place, CancellationToken cancellationToken)
    {
        var (run, scripts) = (await RunOnAsync(connection, dialect, cancellationToken), NamesFor(dialect));
        var newer = run.Except(scripts).Select(Short).ToList();
        return newer.Count > 0
            ? throw new StorageUnusableException($"'{place}' was migrated by a newer CimentoBot ({string.Join(", ", newer)}): start that version, or restore the backup from before it.")
            : scripts.Except(run).Any();
    }

    /// <summary>The names of the scripts that were run.</summary>
    public static async Task<IReadOnlyList<string>> RunOnAsync(DbConnection connection, string dialect, CancellationToken cancellationToken)
    {
        var journals = dialect == Postgres
            ? "SELECT tablename FROM pg_tables WHERE tablename = 'schemaversions'"
            : "SELECT name FROM sqlite_master WHERE name = 'SchemaVersions'";
        var hasJournal = (await connection.TextsAsync(journals, cancellationToken)).Count > 0;
        return hasJournal ? await connection.TextsAsync("SELECT ScriptName FROM SchemaVersions", cancellationToken) : [];
    }

    /// <param name="engine">What runs the scripts.</param>
    /// <param name="dialect">Which database it is, as scripts' names say it.</param>
    /// <param name="place">Where it is, for a message.</param>
    /// <exception cref="StorageUnusableException">A script failed.</exception>
    public static void Run(UpgradeEngineBuilder engine, string dialect, string place)
    {
        var migrated = engine
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => IsFor(dialect, name))
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!migrated.Successful)
        {
            throw new StorageUnusableException($"'{place}' cannot be migrated ({migrated.ErrorScript?.Name}): {migrated.Error.Message}", migrated.Error);
        }
    }

    /// <summary>The names of the scripts that a database is brought to the newest version with, in their order.</summary>
    public static IReadOnlyList<string> NamesFor(string dialect) =>
        [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => IsFor(dialect, name)).Order(StringComparer.Ordinal)];

    /// <summary>A script's name as a person calls it.</summary>
    public static string Short(string script) => script.Split(InMigrations)[^1];

    private static bool IsFor(string dialect, string name) =>
        Script().Match(name) is { Success: true } script && (!script.Groups["for"].Success || script.Groups["for"].Value == dialect);

    [GeneratedRegex(@"\.\d{4}-[^.]+(\.(?<for>[a-z]+))?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexLimit.Milliseconds)]
    private static partial Regex Script();
}
