using System.Text.Json.Nodes;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Npm;

/// <summary>npm packages of pinned versions with a lock file of their own, installed once into a folder that git ignores.</summary>
/// <param name="Name">The folder under <c>.playground/</c>, and under <c>Npm/</c> beside this file.</param>
/// <param name="Title">What to call it while it is installed.</param>
/// <param name="Flags">What npm is told beyond the usual.</param>
internal sealed record NpmFolder(string Name, string Title, params string[] Flags)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static readonly NpmFolder AgentsPlayground = new("agents-playground", "the Microsoft 365 Agents Playground");
    public static readonly NpmFolder CardRenderer = new("card-renderer", "the Adaptive Cards library");

    /// <summary>Its peer dependency contradicts <see cref="CardRenderer"/>: hence two folders, and the flag.</summary>
    public static readonly NpmFolder CardHostConfigs = new("card-host-configs", "Teams' host configurations", "--legacy-peer-deps");

    /// <summary>Tests alone need it.</summary>
    public static readonly NpmFolder Accessibility = new("accessibility", "the accessibility checker axe");

    public static readonly NpmFolder AppManifest = new("app-manifest", "the Teams manifest validator");

    public string Folder { get; init; } = Path.Combine(RepositoryFolders.Playground, Name);

    /// <summary>The pinned packages, as <c>name@version</c>.</summary>
    public IReadOnlyList<string> Packages =>
    [
        .. JsonNode.Parse(Embedded.Text($"npm/{Name}/package.json"))!["dependencies"]!.AsObject()
            .Select(package => $"{package.Key}@{package.Value}"),
    ];

    private string Stamp => Path.Combine(Folder, ".installed");

    public string File(params IEnumerable<string> parts) => Path.Combine([Folder, "node_modules", .. parts]);

    public bool IsInstalled => System.IO.File.Exists(Stamp) && System.IO.File.ReadAllText(Stamp) == StampText();

    /// <summary>Installs it unless it is there; shows that it is at work.</summary>
    /// <exception cref="NpmException">npm failed; the message is one line.</exception>
    public async Task EnsureAsync(NodeTools tools, TextWriter progress, CancellationToken cancellationToken)
    {
        if (IsInstalled)
        {
            return;
        }

        Directory.CreateDirectory(Folder);
        await using var alone = await AloneAsync(cancellationToken);
        if (!IsInstalled)
        {
            await InstallAsync(tools, progress, cancellationToken);
        }
    }

    /// <summary>The line of npm's output that tells what went wrong.</summary>
    public static string Reason(IReadOnlyList<string> output)
    {
        string[] beginnings = ["npm error ", "npm ERR! "];
        var errors = output
            .SelectMany(line => beginnings.Where(beginning => line.StartsWith(beginning, StringComparison.Ordinal)).Select(beginning => line[beginning.Length..].Trim()))
            .Where(line => line.Length > 0)
            .ToList();
        return errors.FirstOrDefault(line => !line.StartsWith("code ", StringComparison.Ordinal) && !line.StartsWith("errno ", StringComparison.Ordinal) && !line.StartsWith("syscall ", StringComparison.Ordinal))
            ?? errors.FirstOrDefault()
            ?? output.LastOrDefault(line => line.Trim().Length > 0)
            ?? "it said nothing";
    }

    private async Task InstallAsync(NodeTools tools, TextWriter progress, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { "package.json", "package-lock.json" })
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, file), Embedded.Text($"npm/{Name}/{file}"), cancellationToken);
        }

        await progress.WriteAsync($"Installing {Title} ({string.Join(", ", Packages)}), once ");
        var install = tools.RunNpm(
            ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000", .. Flags]);
        install.WorkingDirectory = Folder;
        await using var npm = Started(install, progress);
        var asked = 0;
        var ended = await Until.TrueAsync(() => Ended(npm, asked++, progress), Patience, cancellationToken);
        if (!ended)
        {
            await progress.WriteLineAsync(" no end in sight.");
            throw new NpmException($"npm did not install {Title} within {Patience.TotalMinutes:0} minutes.");
        }

        var code = await npm.WaitAsync(cancellationToken);
        await progress.WriteLineAsync(code == 0 ? " done." : " failed.");
        if (code != 0)
        {
            throw new NpmException($"npm could not install {Title} (exit code {code}): {Reason(npm.LastLines)}");
        }

        await System.IO.File.WriteAllTextAsync(Stamp, StampText(), cancellationToken);
    }

    private ChildProcess Started(System.Diagnostics.ProcessStartInfo install, TextWriter progress)
    {
        try
        {
            return ChildProcess.Start(install);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            progress.WriteLine("failed.");
            throw new NpmException($"npm could not be started to install {Title}: {failure.Message}", failure);
        }
    }

    /// <summary>Shows a dot about every second.</summary>
    private static bool Ended(ChildProcess npm, int asked, TextWriter progress)
    {
        if (asked % 10 == 0)
        {
            progress.Write('.');
            progress.Flush();
        }

        return npm.Exited.IsCompleted;
    }

    /// <summary>Two installations into the same folder take turns.</summary>
    private async Task<FileStream> AloneAsync(CancellationToken cancellationToken)
    {
        FileStream? held = null;
        var path = Folder + ".lock";
        return await Until.TrueAsync(() => (held = TryHold(path)) is not null, Patience, cancellationToken)
            ? held!
            : throw new NpmException($"Another program has been installing {Title} for {Patience.TotalMinutes:0} minutes ({path}).");
    }

    private static FileStream? TryHold(string path)
    {
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string StampText() => string.Join('\n', Packages);
}
