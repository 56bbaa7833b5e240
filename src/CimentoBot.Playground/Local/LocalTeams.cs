using System.Diagnostics;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Local;

/// <summary>The whole thing on one machine: the bot, then Microsoft's Agents Playground beside it, until somebody stops us.</summary>
internal sealed class LocalTeams(LocalTeamsOptions options, TextWriter output)
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(700);

    /// <summary>Exit codes: 0 stopped as asked, 1 something failed or ended by itself, 2 another instance runs.</summary>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        if (!Ports.IsFree(options.BotPort))
        {
            return await SayWhoIsThereAsync(stop);
        }

        try
        {
            await using var bot = await BotProgram.StartAsync(options.Bot(), Settings(), stop);
            await output.WriteLineAsync($"The bot is ready at {bot.Url} (its log: {Relative(Settings().Log!)}).");
            await using var page = await StartPageAsync(bot, stop);
            return await UntilSomethingEndsAsync(bot, page, stop);
        }
        catch (StartException failure)
        {
            return await IsStoppedAsync(stop) ? await StoppedAsync() : await FailedAsync(failure.Message);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return await StoppedAsync();
        }
    }

    /// <summary>Ctrl+C reaches the programs that we started at the same time as us: what then ends has not failed.</summary>
    private static async Task<bool> IsStoppedAsync(CancellationToken stop)
    {
        await Task.WhenAny(Task.Delay(Grace, stop));
        return stop.IsCancellationRequested;
    }

    private async Task<int> StoppedAsync()
    {
        await output.WriteLineAsync("Stopped.");
        return 0;
    }

    private async Task<int> FailedAsync(string line)
    {
        await output.WriteLineAsync(line);
        return 1;
    }

    private BotSettingsHere Settings() => new(options.BotPort, Path.Combine(options.DataFolder, "playground.db"))
    {
        Log = Path.Combine(options.Folder, "logs", "bot.log"),
    };

    private async Task<int> SayWhoIsThereAsync(CancellationToken stop)
    {
        var ours = await BotProgram.WhoAnswersAsync(options.BotPort, stop);
        await output.WriteLineAsync(ours is null
            ? $"Port {options.BotPort} is taken by another program: stop it, or choose another port with --bot-port."
            : $"CimentoBot {ours["version"]} already runs on port {options.BotPort}: a second instance is not started. Use the first, or stop it, or choose another port with --bot-port.");
        return ours is null ? 1 : 2;
    }

    /// <summary>Null when it cannot be had: then the bot runs alone, and one line has said why.</summary>
    private async Task<AgentsPlayground?> StartPageAsync(BotProgram bot, CancellationToken stop)
    {
        if (options.Tools() is not { } tools)
        {
            await AloneAsync(NodeTools.Missing, bot);
            return null;
        }

        if (await tools.ProblemAsync(stop) is { } problem)
        {
            await AloneAsync(problem, bot);
            return null;
        }

        try
        {
            await options.Package.EnsureAsync(tools, output, stop);
        }
        catch (NpmException failure)
        {
            if (!await IsStoppedAsync(stop))
            {
                await AloneAsync(failure.Message, bot);
            }

            return null;
        }

        var page = await AgentsPlayground.StartAsync(tools, options.Package, bot.Url, options.PlaygroundPort, options.Folder, stop);
        if (page.Port != options.PlaygroundPort)
        {
            await output.WriteLineAsync($"Port {options.PlaygroundPort} is taken: the Playground uses {page.Port}.");
        }

        await output.WriteLineAsync("For invented cases only, no real patient: the Playground can be reached from the whole network of this machine.");
        await output.WriteLineAsync();
        await output.WriteLineAsync($"  Open {page.Url}");
        await output.WriteLineAsync("  In the chat type nouveau (français) or new (English); in the channel mention CimentoBot first. Ctrl+C stops everything.");
        await output.WriteLineAsync();
        return page;
    }

    private Task AloneAsync(string why, BotProgram bot) =>
        output.WriteLineAsync($"{why.TrimEnd('.')}. The bot runs without a page, at {new Uri(bot.Url, "/api/messages")}; Ctrl+C stops it.");

    private async Task<int> UntilSomethingEndsAsync(BotProgram bot, AgentsPlayground? page, CancellationToken stop)
    {
        var ends = new List<Task> { bot.Exited };
        if (page is not null)
        {
            ends.Add(page.Exited);
        }

        await Task.WhenAny(ends).WaitAsync(stop);
        if (await IsStoppedAsync(stop))
        {
            return await StoppedAsync();
        }

        return await FailedAsync(bot.Exited.IsCompleted
            ? $"The bot ended by itself (exit code {await bot.Exited}). {string.Join(Environment.NewLine, bot.LastLines.TakeLast(10))}"
            : $"The Agents Playground ended by itself (exit code {await page!.Exited}). {page.LastWords}");
    }

    private static string Relative(string path) => Path.GetRelativePath(Environment.CurrentDirectory, path);
}

/// <summary>What may differ from one local Teams to the next.</summary>
internal sealed record LocalTeamsOptions
{
    public int BotPort { get; init; } = BotSettingsHere.UsualPort;

    public int PlaygroundPort { get; init; } = AgentsPlayground.UsualPort;

    /// <summary>Configuration and logs.</summary>
    public string Folder { get; init; } = RepositoryFolders.Playground;

    public string DataFolder { get; init; } = RepositoryFolders.Data;

    public NpmFolder Package { get; init; } = NpmFolder.AgentsPlayground;

    public Func<NodeTools?> Tools { get; init; } = NodeTools.Find;

    /// <summary>How the bot is started.</summary>
    public Func<ProcessStartInfo> Bot { get; init; } = () => new(BotProgram.DotnetHost(), [BotProgram.BuiltPath]);
}
