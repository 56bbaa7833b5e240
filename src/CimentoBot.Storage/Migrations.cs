using System.Reflection;
using DbUp.Builder;
using DbUp.Engine.Output;

namespace CimentoBot.Storage;

/// <summary>Brings a schema to the newest version. The scripts are the same for every database.</summary>
internal static class Migrations
{
    /// <exception cref="StorageUnusableException">A script failed.</exception>
    public static void Run(UpgradeEngineBuilder engine, string place)
    {
        var migrated = engine
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => name.EndsWith(".sql", StringComparison.Ordinal))
            .LogTo(new NoOpUpgradeLog())
            .Build()
            .PerformUpgrade();
        if (!migrated.Successful)
        {
            throw new StorageUnusableException($"'{place}' cannot be migrated ({migrated.ErrorScript?.Name}): {migrated.Error.Message}", migrated.Error);
        }
    }
}
