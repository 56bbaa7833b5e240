using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Faults.Tests.World;

/// <summary>The bot as it is delivered: a process of its own, on a port that the system chose, which can be killed.</summary>
internal sealed partial class BotProcess : IAsyncDisposable
{
    private readonly ChildProcess process;
    private readonly TaskCompletionSource<Uri> listening;
    private readonly HttpClient client = new();

    private BotProcess(ChildProcess process, TaskCompletionSource<Uri> listening)
    {
        this.process = process;
        this.listening = listening;
    }

    /// <summary>Nobody has killed it, and it has not ended by itself.</summary>
    public bool IsRunning { get; private set; } = true;

    /// <summary>Its exit code, once it has ended.</summary>
    public Task<int> Exited => process.Exited;

    /// <summary>What it said last.</summary>
    public IReadOnlyList<string> LastLines => process.LastLines;

    public Uri Url => client.BaseAddress!;

    /// <summary>The memory that it holds, in bytes, as the system counts it.</summary>
    public long WorkingSet
    {
        get
        {
            using var itself = Process.GetProcessById(process.Id);
            return itself.WorkingSet64;
        }
    }

    /// <param name="store">Where it keeps what it knows.</param>
    /// <param name="settings">More settings, as variables of its environment.</param>
    public static BotProcess Start(Store store, params IEnumerable<(string Name, string Value)> settings)
    {
        var what = new ProcessStartInfo(BotProgram.DotnetHost(), [BotProgram.BuiltPath]);
        new BotSettingsHere(0, "nowhere.db").ApplyTo(what.Environment);
        foreach (var (name, value) in store.Settings.Concat(settings))
        {
            what.Environment[name] = value;
        }

        var started = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        return new(ChildProcess.Start(what, line => Heard(line, started)), started);
    }

    /// <summary>Waits until it can be spoken to.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    public async Task ListensAsync()
    {
        await Task.WhenAny(listening.Task, Exited);
        if (!listening.Task.IsCompletedSuccessfully)
        {
            throw new InvalidOperationException($"The bot ended with {(await Exited).ToString(CultureInfo.InvariantCulture)}: {string.Join('\n', LastLines)}");
        }

        client.BaseAddress ??= await listening.Task;
    }

    /// <summary>Hands it an activity.</summary>
    /// <exception cref="HttpRequestException">It ended before it answered.</exception>
    public async Task<(int Status, JsonObject? Reply)> PostAsync(JsonObject activity)
    {
        using var content = JsonContent.Create((JsonNode)activity);
        using var response = await client.PostAsync(new Uri("/api/messages", UriKind.Relative), content);
        var body = await response.Content.ReadAsStringAsync();
        return ((int)response.StatusCode, body.StartsWith('{') ? JsonNode.Parse(body) as JsonObject : null);
    }

    public async Task<HttpStatusCode> GetAsync(string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        return response.StatusCode;
    }

    /// <summary>kill -9: it does nothing any more, and nothing is told to anybody.</summary>
    public async Task KillAsync()
    {
        Kill();
        await Exited;
    }

    /// <summary>The same, without waiting until it has ended.</summary>
    public void Kill()
    {
        IsRunning = false;
        try
        {
            using var itself = Process.GetProcessById(process.Id);
            itself.Kill();
        }
        catch (ArgumentException)
        {
            // It has ended already.
        }
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await process.DisposeAsync();
    }

    private static void Heard(string line, TaskCompletionSource<Uri> started)
    {
        if (Address().Match(line) is { Success: true } said)
        {
            started.TrySetResult(new Uri(said.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"CimentoBot \S+, Bot Framework \w+, on (?<address>http://[^ ,]+),", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
