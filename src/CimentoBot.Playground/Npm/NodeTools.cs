using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Npm;

/// <summary>Node and npm as they are installed on this machine.</summary>
/// <param name="Node">The path of node.</param>
/// <param name="Npm">The path of npm; on Windows that is npm.cmd.</param>
internal sealed partial record NodeTools(string Node, string Npm)
{
    public const int OldestMajor = 18;

    /// <summary>What to say where there is none.</summary>
    public static string Missing { get; } =
        $"Node.js is not installed: install Node.js {OldestMajor} or newer with npm (nodejs.org, or your system's packages), then start again.";

    /// <summary>Looks through the folders of PATH, as a shell would.</summary>
    /// <returns>Null unless both are there.</returns>
    public static NodeTools? Find() =>
        Find(Environment.GetEnvironmentVariable("PATH") ?? "", OperatingSystem.IsWindows(), File.Exists);

    public static NodeTools? Find(string path, bool windows, Func<string, bool> exists)
    {
        var folders = path.Split(windows ? ';' : ':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var node = First(windows ? "node.exe" : "node");
        var npm = First(windows ? "npm.cmd" : "npm");
        return node is null || npm is null ? null : new(node, npm);

        string? First(string name) => folders
            .Select(folder => folder.Trim('"').TrimEnd('/', '\\') + (windows ? '\\' : '/') + name)
            .FirstOrDefault(exists);
    }

    /// <summary>The major version in what <c>node --version</c> prints (<c>v20.20.2</c>); null when that is no version.</summary>
    public static int? MajorOf(string printed) =>
        Version().Match(printed) is { Success: true } match ? int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>What is wrong with this Node, in one line; null when nothing is.</summary>
    public async Task<string?> ProblemAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var asked = ChildProcess.Start(new(Node) { ArgumentList = { "--version" } });
            await asked.WaitAsync(cancellationToken);
            var printed = string.Join(' ', asked.LastLines);
            return MajorOf(printed) switch
            {
                null => $"{Node} does not say its version ('{printed}'): install Node.js {OldestMajor} or newer.",
                < OldestMajor => $"Node.js {printed.Trim()} is too old: install Node.js {OldestMajor} or newer.",
                _ => null,
            };
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            return $"{Node} cannot be started ({failure.Message}): install Node.js {OldestMajor} or newer.";
        }
    }

    public ProcessStartInfo RunNode(params IEnumerable<string> arguments) => With(Node, arguments);

    public ProcessStartInfo RunNpm(params IEnumerable<string> arguments) => With(Npm, arguments);

    /// <summary>Node stands first on the program's PATH: npm starts it by name.</summary>
    private ProcessStartInfo With(string program, IEnumerable<string> arguments)
    {
        var what = new ProcessStartInfo(program, arguments);
        var path = Environment.GetEnvironmentVariable("PATH");
        what.Environment["PATH"] = Path.GetDirectoryName(Node) + Path.PathSeparator + path;
        return what;
    }

    [GeneratedRegex(@"^\s*v(?<major>\d+)\.\d+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Version();
}
