using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Playground.Local;

/// <summary>The bot as a program of its own, with settings for this machine only.</summary>
internal sealed class BotProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly ChildProcess process;

    private BotProgram(ChildProcess process, Uri url)
    {
        this.process = process;
        Url = url;
    }

    /// <summary>Where it is built to: beside ourselves.</summary>
    public static string BuiltPath => Path.Combine(AppContext.BaseDirectory, "CimentoBot.dll");

    public Uri Url { get; }

    public Task<int> Exited => process.Exited;

    public IReadOnlyList<string> LastLines => process.LastLines;

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="StartException">It ended, or did not become ready; the message is for people.</exception>
    public static Task<BotProgram> StartAsync(BotSettingsHere settings, CancellationToken cancellationToken) =>
        StartAsync(new(DotnetHost(), [BuiltPath]), settings, cancellationToken);

    public static async Task<BotProgram> StartAsync(ProcessStartInfo what, BotSettingsHere settings, CancellationToken cancellationToken)
    {
        settings.ApplyTo(what.Environment);
        Directory.CreateDirectory(Path.GetDirectoryName(settings.Database)!);
        var log = settings.Log is { } path ? new LogFile(path) : null;
        var url = new Uri($"http://127.0.0.1:{settings.Port.ToString(CultureInfo.InvariantCulture)}");
        var bot = new BotProgram(Started(what, log), url);
        try
        {
            await bot.ReadyAsync(cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary>Who answers at that port: our bot's health answer, or null.</summary>
    public static async Task<JsonObject?> WhoAnswersAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            var answer = await client.GetFromJsonAsync<JsonNode>(new Uri(FormattableString.Invariant($"http://127.0.0.1:{port}/healthz")), cancellationToken);
            return answer is JsonObject health && health.ContainsKey("guideline") ? health : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or System.Text.Json.JsonException or NotSupportedException
            || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    /// <summary>The dotnet that runs us also runs the bot, whatever PATH says.</summary>
    internal static string DotnetHost()
    {
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var host = Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet");
        return File.Exists(host) ? host : "dotnet";
    }

    private static ChildProcess Started(ProcessStartInfo what, LogFile? log)
    {
        try
        {
            return ChildProcess.Start(what, log is null ? null : log.Write);
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            throw new StartException($"The bot cannot be started ({what.FileName}): {failure.Message}", failure);
        }
    }

    private async Task ReadyAsync(CancellationToken cancellationToken)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        var ready = await Until.TrueAsync(AnswersAsync, Patience, cancellationToken);
        if (process.Exited.IsCompleted)
        {
            var code = await process.WaitAsync(cancellationToken);
            throw new StartException($"The bot ended at its start (exit code {code}): {string.Join(Environment.NewLine, LastLines.TakeLast(15))}".TrimEnd(' ', ':'));
        }

        if (!ready)
        {
            throw new StartException($"The bot did not become ready within {Patience.TotalSeconds:0} s.");
        }

        async Task<bool> AnswersAsync(CancellationToken token)
        {
            if (process.Exited.IsCompleted)
            {
                return true;
            }

            try
            {
                using var answer = await client.GetAsync(new Uri(Url, "/readyz"), token);
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}

/// <summary>Something did not start; the message is for people.</summary>
internal sealed class StartException(string message, Exception? because = null) : Exception(message, because);
