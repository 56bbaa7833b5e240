using System.Globalization;
using System.Net;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Playground.Tests.Local;

/// <summary>A folder with a node and an npm of our own making, and everything that a local Teams would write.</summary>
internal sealed class FakeTools : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-launcher-");
    private readonly CancellationTokenSource stop = new();
    private WebApplication? page;

    public FakeTools()
    {
        BotPort = Ports.Free();
        PlaygroundPort = Ports.Free();
    }

    public RememberingWriter Output { get; } = new();

    public int BotPort { get; }

    public int PlaygroundPort { get; }

    public string NodeEnvironment => File.ReadAllText(At("node.environment"));

    public string NodeArguments => File.ReadAllText(At("node.arguments"));

    /// <summary>A file that a node of a test may touch before it ends.</summary>
    public string NodeEnd => At("node.end");

    public IReadOnlyList<string> NpmCalls => File.Exists(At("npm.calls")) ? File.ReadAllLines(At("npm.calls")) : [];

    public NpmFolder Package => NpmFolder.AgentsPlayground with { Folder = At("package") };

    public string Said => Output.ToString();

    public LocalTeamsOptions Options(NodeTools? tools, params string[] botArguments) => new()
    {
        BotPort = BotPort,
        PlaygroundPort = PlaygroundPort,
        Folder = At("playground"),
        DataFolder = At("data"),
        Package = Package,
        Tools = () => tools,
        Bot = () => new(BotProgram.DotnetHost(), [typeof(FakeTools).Assembly.Location, .. botArguments]),
    };

    /// <summary>Runs it until it ends or <see cref="StopAsync"/> is called.</summary>
    public Task<int> RunAsync(LocalTeamsOptions options) => new LocalTeams(options, Output).RunAsync(stop.Token);

    public Task StopAsync() => stop.CancelAsync();

    public async Task WaitUntilSaidAsync(string words) =>
        Assert.True(
            await Until.TrueAsync(() => Said.Contains(words, StringComparison.Ordinal), TimeSpan.FromSeconds(60), CancellationToken.None),
            $"'{words}' was not said, but: {Said}");

    /// <summary>A node that says that it listens at <paramref name="port"/> and then does as told.</summary>
    public NodeTools Node(int port, string then = "exec sleep 300", string npm = "exit 0") => new(
        Script("node", $"""
            if [ "$1" = "--version" ]; then echo v20.1.0; exit 0; fi
            env > '{At("node.environment")}'
            echo "$@" > '{At("node.arguments")}'
            echo "Listening on {port.ToString(CultureInfo.InvariantCulture)}"
            {then}
            """),
        Npm(npm));

    public string Npm(string body) => Script("npm", $"""
        echo "$@" >> '{At("npm.calls")}'
        {body}
        """);

    /// <summary>A page that answers pings, as the real one does once it is up.</summary>
    public async Task<int> ServePageAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        page = builder.Build();
        page.MapGet("/_debug/ping", () => Results.Ok());
        await page.StartAsync();
        return new Uri(page.Urls.First()).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (page is not null)
        {
            await page.DisposeAsync();
        }

        stop.Dispose();
        await Output.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public async Task<string> AskBotAsync(string path)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri($"http://{IPAddress.Loopback}:{BotPort}{path}"));
    }

    private string At(string name) => Path.Combine(folder.FullName, name);

    private string Script(string name, string body)
    {
        var path = At(name);
        File.WriteAllText(path, $"#!/bin/sh\n{body.ReplaceLineEndings("\n")}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
