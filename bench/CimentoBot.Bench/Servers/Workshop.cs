using System.Runtime.InteropServices;
using CimentoBot.Playground;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Bench.Servers;

/// <summary>Publishes what is measured, side by side and with the same settings, into a folder that git ignores.</summary>
/// <param name="configuration">Release, or Debug where it was built already and figures do not matter.</param>
/// <param name="portable">Whether all of it is published for any machine, and so compiled as it runs; else it is compiled ahead for this one.</param>
internal sealed class Workshop(string configuration, bool portable)
{
    private static string Root => RepositoryFolders.Root;

    private string Folder => Path.Combine(Root, "artifacts", portable ? "bench" : "bench-ahead");

    /// <summary>The peer in JavaScript, with its packages.</summary>
    public string JavaScript => Path.Combine(Root, "bench", "peers", "javascript");

    public string Published(string name, string program) => Path.Combine(Folder, name, program);

    /// <summary>Publishes the bot and the peers that are named.</summary>
    /// <exception cref="InvalidOperationException">A command failed; the message is the end of what it said.</exception>
    public async Task PublishAsync(params IReadOnlyList<string> peers)
    {
        await PublishAsync("bot", Path.Combine(Root, "src", "CimentoBot"));
        foreach (var peer in peers)
        {
            await PublishAsync(peer, Path.Combine(Root, "bench", "peers", peer));
        }
    }

    /// <summary>Installs the SDK for JavaScript beside its peer; false where this machine has no Node.</summary>
    public async Task<bool> InstallJavaScriptAsync()
    {
        if (NodeTools.Find() is not { } node)
        {
            return false;
        }

        if (!Directory.Exists(Path.Combine(JavaScript, "node_modules", "botbuilder-dialogs")))
        {
            var install = node.RunNpm("ci", "--ignore-scripts", "--no-audit", "--no-fund");
            install.WorkingDirectory = JavaScript;
            await RunAsync(install);
        }

        return true;
    }

    private Task PublishAsync(string name, string project) => RunAsync(new(
        "dotnet",
        [
            "publish", project, "-c", configuration, "-p:BotFramework=StandIn", "-m:1", "-o", Path.Combine(Folder, name),
            .. portable ? [] : ForThisMachine(name),
        ]));

    /// <summary>What is built for one kind of machine stays out of the way of what is built for any.</summary>
    private IEnumerable<string> ForThisMachine(string name) =>
        ["-r", RuntimeInformation.RuntimeIdentifier, $"-p:ArtifactsPath={Path.Combine(Folder, "build", name)}"];

    private static async Task RunAsync(System.Diagnostics.ProcessStartInfo command)
    {
        await using var running = ChildProcess.Start(command);
        if (await running.WaitAsync(CancellationToken.None) != 0)
        {
            throw new InvalidOperationException(
                $"{command.FileName} {string.Join(' ', command.ArgumentList)} failed:{Environment.NewLine}{string.Join(Environment.NewLine, running.LastLines)}");
        }
    }
}
