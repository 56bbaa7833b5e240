using System.Diagnostics;
using System.Net;
using CimentoBot.Playground.Processes;

namespace CimentoBot.Bench.Servers;

/// <summary>A server under measurement, in a process of its own: what it costs is read from outside, whatever it is written in.</summary>
internal sealed class ServerProcess : IServer, IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess child;
    private readonly Process process;

    private ServerProcess(string name, ChildProcess child, Uri url)
    {
        Name = name;
        this.child = child;
        process = Process.GetProcessById(child.Id);
        Client = new() { BaseAddress = url };
    }

    public string Name { get; }

    public HttpClient Client { get; }

    /// <summary>How long it took from its start until it said for the first time that it was ready.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>User and system time of all its threads.</summary>
    public TimeSpan Cpu
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of its memory that are resident.</summary>
    public long Resident
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It did not become ready.</exception>
    public static async Task<ServerProcess> StartAsync(ServerProgram program)
    {
        var port = Ports.Free();
        var started = Stopwatch.GetTimestamp();
        var server = new ServerProcess(program.Name, ChildProcess.Start(program.On(port)), new($"http://127.0.0.1:{port}"));
        try
        {
            await server.UntilReadyAsync();
            server.ReadyAfter = Stopwatch.GetElapsedTime(started);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Dispose();
        await child.DisposeAsync();
    }

    private async Task UntilReadyAsync()
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(Patience);
        while (!await IsReadyAsync(limit.Token))
        {
            if (child.Exited.IsCompleted || limit.IsCancellationRequested)
            {
                throw new InvalidOperationException($"{Name} did not become ready: {string.Join(Environment.NewLine, child.LastLines)}");
            }

            await looks.WaitForNextTickAsync(limit.Token);
        }
    }

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/readyz", UriKind.Relative), cancellationToken);
            return answer.StatusCode is HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
