using System.Diagnostics;

namespace CimentoBot.Playground.Processes;

/// <summary>A program that we started: what it said last is kept, and it ends together with everything that it started.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int LinesKept = 40;

    private readonly Process process;
    private readonly Action<string>? heard;
    private readonly Queue<string> lines = new();
    private readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(ProcessStartInfo what, Action<string>? heard)
    {
        this.heard = heard;
        what.RedirectStandardOutput = true;
        what.RedirectStandardError = true;
        what.RedirectStandardInput = true;
        what.UseShellExecute = false;
        process = new() { StartInfo = what, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, said) => Hear(said.Data);
        process.ErrorDataReceived += (_, said) => Hear(said.Data);
        process.Exited += (_, _) => exited.TrySetResult(process.ExitCode);
    }

    public int Id => process.Id;

    /// <summary>Its exit code, once it has ended.</summary>
    public Task<int> Exited => exited.Task;

    /// <summary>The last lines of its standard output and error.</summary>
    public IReadOnlyList<string> LastLines
    {
        get
        {
            lock (lines)
            {
                return [.. lines];
            }
        }
    }

    /// <param name="what">The program, its arguments and environment.</param>
    /// <param name="heard">Called with each line of its standard output and error, from any thread.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">The program cannot be started.</exception>
    public static ChildProcess Start(ProcessStartInfo what, Action<string>? heard = null)
    {
        var child = new ChildProcess(what, heard);
        child.process.Start();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        child.process.StandardInput.Close();
        return child;
    }

    /// <summary>Waits until it has ended and its last line was read.</summary>
    public async Task<int> WaitAsync(CancellationToken cancellationToken)
    {
        var code = await exited.Task.WaitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return code;
    }

    /// <summary>Asks it to end, and ends it and everything that it started when it has not within the time given.</summary>
    public async Task StopAsync(TimeSpan grace)
    {
        if (!exited.Task.IsCompleted && PosixSignals.Terminate(process.Id))
        {
            await Task.WhenAny(exited.Task, Task.Delay(grace));
        }

        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await exited.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(TimeSpan.FromSeconds(5));
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (lines)
        {
            lines.Enqueue(line);
            while (lines.Count > LinesKept)
            {
                lines.Dequeue();
            }
        }

        heard?.Invoke(line);
    }
}
