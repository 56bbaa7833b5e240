using CimentoBot.Playground.Npm;

namespace CimentoBot.Playground.Tests;

/// <summary>npm packages that a test needs.</summary>
internal static class Installed
{
    /// <summary>Installs them once; a test is skipped, with the reason, where npm cannot.</summary>
    public static async Task EnsureAsync(NodeTools tools, params NpmFolder[] folders)
    {
        foreach (var folder in folders)
        {
            try
            {
                await folder.EnsureAsync(tools, TextWriter.Null, CancellationToken.None);
            }
            catch (NpmException failure) when (Environment.GetEnvironmentVariable("CI") is null)
            {
                Skip.If(condition: true, failure.Message);
            }
        }
    }
}
