using System.Net;
using System.Text.Json;
using CimentoBot.Configuration;
using CimentoBot.Eligibility.Rules;
using Microsoft.Data.Sqlite;

namespace CimentoBot.Host.Tests;

public sealed class HealthTests
{
    [Fact]
    public async Task HealthSaysTheVersionTheEditionAndTheBotFramework()
    {
        await using var host = await RunningHost.StartAsync();

        using var response = await host.GetAsync("/healthz");
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Product.Version, json.RootElement.GetProperty("version").GetString());
        Assert.Equal(Guideline.Edition, json.RootElement.GetProperty("guideline").GetString());
        Assert.Contains(json.RootElement.GetProperty("botFramework").GetString(), new[] { "StandIn", "Official" });
    }

    [Fact]
    public async Task TheBotIsReadyWhileItsStorageCanBeReached()
    {
        await using var host = await RunningHost.StartAsync();

        using var ready = await host.GetAsync("/readyz");
        await using (var file = new SqliteConnection($"Data Source={host.DatabaseFile};Pooling=False"))
        {
            await file.OpenAsync();
            await using var drop = file.CreateCommand();
            drop.CommandText = "DROP TABLE notebook";
            await drop.ExecuteNonQueryAsync();
        }

        using var broken = await host.GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, broken.StatusCode);
    }

    [Fact]
    public async Task AnswersCarryTheHeadersThatKeepBrowsersStrict()
    {
        await using var host = await RunningHost.StartAsync();

        using var response = await host.GetAsync("/healthz");

        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-store", Assert.Single(response.Headers.GetValues("Cache-Control")));
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task TheStartSaysWhatRunsAndWhere()
    {
        await using var host = await RunningHost.StartAsync();

        var line = Assert.Single(host.Log.Lines, line => line.Contains("CimentoBot " + Product.Version, StringComparison.Ordinal));
        Assert.Contains($"http://127.0.0.1:{host.Port}", line, StringComparison.Ordinal);
        Assert.Contains(Guideline.Current.Hash, line, StringComparison.Ordinal);
        Assert.Contains(Product.BotFramework, line, StringComparison.Ordinal);
    }
}
