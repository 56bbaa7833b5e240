using System.Diagnostics;
using CimentoBot.Commands;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests.Commands;

/// <summary><c>ready</c>, and that the program itself knows these commands and starts no bot for them.</summary>
public sealed class ReadyCommandTests
{
    [Fact]
    public async Task ABotThatCanWorkIsReadyAndOneWithoutItsStorageIsNot()
    {
        await using var host = await RunningHost.StartAsync();
        var address = host.Client.BaseAddress!.ToString();
        Assert.Equal((0, ""), await RunAsync(address));

        File.Delete(host.DatabaseFile);

        Assert.Equal((1, ""), await RunAsync(address));
    }

    [Fact]
    public async Task NobodyThereIsNotReady()
    {
        var (code, errors) = await RunAsync("http://127.0.0.1:9");

        Assert.Equal(1, code);
        Assert.StartsWith("http://127.0.0.1:9/ does not answer", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("127.0.0.1")]
    [InlineData("file:///tmp")]
    [InlineData("http://127.0.0.1:9", "more")]
    public async Task WithoutAnAddressTheUsageIsSaid(params string[] asked)
    {
        var (code, errors) = await RunAsync(asked);

        Assert.Equal(1, code);
        Assert.StartsWith("ready <", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "--bot-id takes", "package")]
    [InlineData(1, "does not answer", "ready", "http://127.0.0.1:9")]
    [InlineData(1, "WRONG        settings      Bot:TimeZone: takes", "check", "--Bot:TimeZone=Mars")]
    public async Task TheProgramItselfAnswersAndEndsAlsoWithSettingsThatStartNoBot(int code, string said, params string[] args)
    {
        var folder = Directory.CreateTempSubdirectory("cimentobot-commands-");
        var start = new ProcessStartInfo("dotnet", [typeof(Product).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Bot__TimeZone"] = "Mars";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        folder.Delete();

        Assert.Equal(code, process.ExitCode);
        Assert.Contains(said, output + await errors, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Errors)> RunAsync(params string[] asked)
    {
        await using var errors = new StringWriter();
        var code = await ReadyCommand.RunAsync(ReadyCommand.Read(["ready", .. asked])!, TextWriter.Null, errors);
        return (code, errors.ToString().Trim());
    }
}
