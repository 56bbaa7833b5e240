using System.Diagnostics;
using CimentoBot.Configuration;

namespace CimentoBot.Host.Tests;

/// <summary>The program itself, as a process.</summary>
public sealed class StartTests
{
    [Theory]
    [InlineData("Bot__TimeZone", "Mars/Olympus", "Bot:TimeZone")]
    [InlineData("Bot__Today", "2026-11-30", "Bot:Today")]
    [InlineData("Storage__Provider", "Oracle", "Storage:Provider")]
    [InlineData("Storage__Provider", "Postgres", "Storage:ConnectionString")]
    [InlineData("Storage__ConnectionString", "Data Source=$FILE/bot.db", "Storage:ConnectionString")]
    [InlineData("ASPNETCORE_URLS", "nonsense", "ASPNETCORE_URLS")]
    public async Task AWrongSettingStopsTheStartWithOneLineThatNamesIt(string variable, string value, string key)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Product).Assembly.Location])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment[variable] = value.Replace("$FILE", typeof(Product).Assembly.Location, StringComparison.Ordinal);

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var line = (await process.StandardError.ReadToEndAsync()).TrimEnd();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.StartsWith(key + ": ", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);
        Assert.Empty(await said);
    }
}
