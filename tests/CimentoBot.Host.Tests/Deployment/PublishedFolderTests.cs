using System.Diagnostics;
using System.Net;
using System.Reflection;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests.Deployment;

/// <summary>The published folder, run as a hospital runs it: by an account that owns nothing, on a tree that it cannot write to.</summary>
public sealed class PublishedFolderTests : IDisposable
{
    private const string Nobody = "65534";

    /// <summary>What this test runs on: the same is published.</summary>
    private static readonly (string Configuration, string Artifacts) Built = (
        typeof(Product).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration,
        Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..")));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-published-");

    [SkippableFact]
    public async Task ItRunsAsNobodyOnAReadOnlyTreeAndWritesToItsDataAlone()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv"), "To become another account, it takes Linux, root and setpriv.");
        var (program, data) = Prepare();
        var start = AsNobody(program);
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(data, "bot.db")}";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            Assert.Contains("CimentoBot " + Product.Version, line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new(line!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',')) };
            using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Contains("Uid:\t65534\t65534", await File.ReadAllTextAsync($"/proc/{process.Id}/status"), StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(data, "bot.db")));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [SkippableFact]
    public async Task WhereItsDataCannotBeWrittenItDoesNotStartAndCheckSaysWhy()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/setpriv"), "To become another account, it takes Linux, root and setpriv.");
        var (program, _) = Prepare();
        var start = AsNobody(program);
        start.ArgumentList.Add("check");
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(Path.GetDirectoryName(program)!, "bot.db")}";
        using var process = Process.Start(start)!;

        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("cannot be written to by this account", said, StringComparison.Ordinal);
    }

    /// <summary>Who may become somebody else may delete what nobody may write to.</summary>
    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>Publishes what is built, takes the right to write away from everybody, and gives one folder beside it to nobody.</summary>
    private (string Program, string Data) Prepare()
    {
        var published = folder.CreateSubdirectory("app");
        MsBuild.Run(
            "publish", MsBuild.Host, "--no-build", "-v", "q", "-c", Built.Configuration, $"-p:BotFramework={Product.BotFramework}", $"-p:ArtifactsPath={Built.Artifacts}", "-o", published.FullName);
        var data = folder.CreateSubdirectory("data");
        Run("chown", Nobody, data.FullName);
        Run("chmod", "-R", "a+rX,a-w", published.FullName);
        Run("chmod", "a+rx,a-w", folder.FullName);
        return (Path.Combine(published.FullName, "CimentoBot.dll"), data.FullName);
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private static ProcessStartInfo AsNobody(string program)
    {
        var start = new ProcessStartInfo(
            "/usr/bin/setpriv", ["--reuid", Nobody, "--regid", Nobody, "--clear-groups", "--no-new-privs", "--bounding-set=-all", "dotnet", program])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetDirectoryName(program)!,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["HOME"] = "/nonexistent";
        return start;
    }
}
