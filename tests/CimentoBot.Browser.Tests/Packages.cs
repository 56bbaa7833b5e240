using CimentoBot.Playground.Npm;

namespace CimentoBot.Browser.Tests;

/// <summary>What the tests here need beside the browser.</summary>
internal static class Packages
{
    /// <summary>Node with these packages installed; a test is skipped, with the reason, where they are not to be had.</summary>
    public static async Task<NodeTools> EnsureAsync(params NpmFolder[] folders)
    {
        var tools = NodeTools.Find();
        Skip.If(tools is null, NodeTools.Missing);
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

        return tools;
    }
}
