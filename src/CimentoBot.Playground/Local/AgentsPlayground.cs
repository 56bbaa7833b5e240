using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Local;

/// <summary>Microsoft's Agents Playground: a page that looks like Teams, and a connector behind it.</summary>
internal sealed partial class AgentsPlayground : IAsyncDisposable
{
    public const int UsualPort = 56150;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess process;
    private readonly string log;
    private readonly TaskCompletionSource<int> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AgentsPlayground(ProcessStartInfo start, string log)
    {
        this.log = log;
        process = ChildProcess.Start(start, Hear);
    }

    /// <summary>Where it really listens: a busy port becomes another.</summary>
    public int Port { get; private set; }

    public Uri Url => new(FormattableString.Invariant($"http://localhost:{Port}/"));

    public Task<int> Exited => process.Exited;

    /// <summary>What it said last, for when it has ended: its reasons stand in its log only.</summary>
    public string LastWords
    {
        get
        {
            IReadOnlyList<string> lines = LogFile.Tail(log, 10) is { Count: > 0 } logged ? logged : [.. process.LastLines.TakeLast(10)];
            return lines.Count == 0
                ? "It said nothing."
                : $"The last lines of its log:{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", lines)}";
        }
    }

    /// <param name="node">What runs it.</param>
    /// <param name="package">Where it is installed.</param>
    /// <param name="bot">The bot, which must be ready: with the bot down, the page stays blank for 15 s.</param>
    /// <param name="port">Where it should listen.</param>
    /// <param name="folder">Where its configuration and log go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StartException">It ended, or did not answer; the message is for people.</exception>
    public static async Task<AgentsPlayground> StartAsync(
        NodeTools node, NpmFolder package, Uri bot, int port, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        var config = Path.Combine(folder, "m365agentsplayground.yml");
        var logFile = Path.Combine(folder, "logs", FormattableString.Invariant($"agents-playground-{port}.log"));
        Directory.CreateDirectory(Path.GetDirectoryName(logFile)!);
        File.Delete(logFile);
        await File.WriteAllTextAsync(config, Embedded.Text("m365agentsplayground.yml"), cancellationToken);

        var start = node.RunNode([package.File("@microsoft", "m365agentsplayground", "cli.js"), .. Arguments(bot, port)]);
        start.WorkingDirectory = folder;
        Prepare(start.Environment, config, logFile);
        var playground = new AgentsPlayground(start, logFile);
        try
        {
            playground.Port = await playground.AnsweringAsync(cancellationToken);
            return playground;
        }
        catch
        {
            await playground.DisposeAsync();
            throw;
        }
    }

    /// <summary>The port in its start line <c>Listening on N</c>; null for any other line.</summary>
    public static int? PortIn(string line) =>
        ListeningOn().Match(line) is { Success: true } match ? int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture) : null;

    public static IEnumerable<string> Arguments(Uri bot, int port) =>
    [
        "start", "-e", new Uri(bot, "/api/messages").ToString(), "-c", "msteams", "-p", port.ToString(CultureInfo.InvariantCulture), "--dt",
    ];

    /// <summary>
    /// Its environment: no browser of its own, no telemetry (the switch --dt alone still calls out), our configuration, and nothing
    /// inherited that changes what it does (AUTH_* would make its connector refuse us).
    /// </summary>
    public static void Prepare(IDictionary<string, string?> environment, string config, string log)
    {
        string[] theirs = ["AUTH_", "TEAMSAPPTESTER_", "TEAMS_APP_TEST_TOOL_", "M365_AGENTS_PLAYGROUND_", "BOT_ENDPOINT", "DEFAULT_CHANNEL_ID"];
        var present = environment.Keys.ToList();
        foreach (var name in present.Where(name => theirs.Any(their => name.StartsWith(their, StringComparison.OrdinalIgnoreCase))))
        {
            environment.Remove(name);
        }

        environment["APPLICATION_INSIGHTS_NO_STATSBEAT"] = "1";
        environment["TEAMSAPPTESTER_BROWSER"] = "none";
        environment["M365_AGENTS_PLAYGROUND_CONFIG_PATH"] = config;
        environment["M365_AGENTS_PLAYGROUND_LOGFILE"] = log;
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private void Hear(string line)
    {
        if (PortIn(line) is { } said)
        {
            listening.TrySetResult(said);
        }
    }

    /// <summary>It says that it listens even when it is about to end over its configuration: so it is asked as well.</summary>
    private async Task<int> AnsweringAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var answers = await Until.TrueAsync(token => AnswersAsync(client, token), Patience, cancellationToken);
        if (process.Exited.IsCompleted)
        {
            var code = await process.WaitAsync(cancellationToken);
            throw new StartException($"The Agents Playground ended at its start (exit code {code}). {LastWords}");
        }

        return answers
            ? await listening.Task
            : throw new StartException($"The Agents Playground did not answer within {Patience.TotalSeconds:0} s. {LastWords}");
    }

    private async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        if (process.Exited.IsCompleted)
        {
            return true;
        }

        if (!listening.Task.IsCompletedSuccessfully)
        {
            return false;
        }

        try
        {
            var ping = new Uri(FormattableString.Invariant($"http://127.0.0.1:{await listening.Task}/_debug/ping"));
            using var answer = await client.GetAsync(ping, cancellationToken);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\bListening on (?<port>\d{1,5})\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex ListeningOn();
}
