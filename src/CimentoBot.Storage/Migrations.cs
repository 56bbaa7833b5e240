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

    /// <param name="engine">What runs the scripts.</param>
    /// <param name="dialect">Which database it is, as scripts' names say it.</param>
    /// <param name="place">Where it is, for a message.</param>
    /// <exception cref="StorageUnusableException">A script failed, or the schema is of a newer version, of which this one would break what it does not know.</exception>
    public static void Run(UpgradeEngineBuilder engine, string dialect, string place)
    {
        var upgrade = engine
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => IsFor(dialect, name))
            .LogTo(new NoOpUpgradeLog())
            .Build();
        var newer = upgrade.GetExecutedScripts().Except(NamesFor(dialect)).Select(Short).ToList();
        if (newer.Count > 0)
        {
            throw new StorageUnusableException($"'{place}' was migrated by a newer CimentoBot ({string.Join(", ", newer)}): start that version, or restore the backup from before it.");
        }

        var migrated = upgrade.PerformUpgrade();
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

    [GeneratedRegex(@"\.\d{4}-[^.]+(\.(?<for>[a-z]+))?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
