using System.Diagnostics;
using System.Net;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests;

/// <summary>The program as it is started: everything wired, the real bot in it.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task TheProgramStartsAnswersAndSaysInItsLogWhatRuns()
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-program-");
        var start = new ProcessStartInfo("dotnet", [typeof(Product).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        using var process = Process.Start(start)!;
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            Assert.Contains("CimentoBot " + Product.Version, line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new(line!.Split(' ').Single(word => word.StartsWith("http://", StringComparison.Ordinal)).TrimEnd(',')) };

            using var ready = await client.GetAsync(new Uri("/readyz", UriKind.Relative));
            using var described = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));

            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            Assert.Equal(HttpStatusCode.OK, described.StatusCode);
            Assert.True(File.Exists(Path.Combine(folder.FullName, "data", "cimentobot.db")));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            folder.Delete(recursive: true);
        }
    }
}
