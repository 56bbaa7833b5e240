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

    private static bool IsFor(string dialect, string name) =>
        Script().Match(name) is { Success: true } script && (!script.Groups["for"].Success || script.Groups["for"].Value == dialect);

    [GeneratedRegex(@"\.\d{4}-[^.]+(\.(?<for>[a-z]+))?\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();
}
