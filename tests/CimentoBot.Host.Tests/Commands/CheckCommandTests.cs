using CimentoBot.Storage;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests.Commands;

/// <summary><c>check</c>: against real servers over https on this machine and real SQLite files.</summary>
public sealed class CheckCommandTests : IAsyncLifetime, IDisposable
{
    private readonly CheckedBotOfTheTest bot = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private HospitalOfTheTest hospital = null!;

    public async Task InitializeAsync() => hospital = await HospitalOfTheTest.StartAsync(clock);

    public async Task DisposeAsync() => await hospital.DisposeAsync();

    public void Dispose() => bot.Dispose();

    [Fact]
    public async Task WhereEverythingIsRightEveryLineIsOkAndNothingWasCreated()
    {
        await using var running = await RunningHost.StartAsync();
        hospital.PassOnTo(running);

        var (code, lines) = await RunAsync(("Bot:PublicUrl", $"{hospital.Address}/bot"));

        Assert.Equal(0, code);
        Assert.All(lines, line => Assert.StartsWith("ok: ", line.Value, StringComparison.Ordinal));
        Assert.Equal(
            ["settings", "build", "registration", "tenants", "time zone", "languages", "storage", "public url", "own token", "keys", "clock"], lines.Keys);
        Assert.Contains("2026-11-30 10:00", lines["time zone"], StringComparison.Ordinal);
        Assert.Contains("not there yet", lines["storage"], StringComparison.Ordinal);
        Assert.False(File.Exists(bot.DatabaseFile));
        Assert.Contains("2 read", lines["keys"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("settings", "Bot:TimeZone: takes", "Bot:TimeZone", "Europe/Nulle-Part")]
    [InlineData("registration", "MicrosoftAppId: Teams cannot reach", "MicrosoftAppId", null, "MicrosoftAppPassword", null)]
    [InlineData("registration", "MicrosoftAppType: MultiTenant", "MicrosoftAppType", "MultiTenant")]
    [InlineData("registration", "two ids (GUIDs)", "MicrosoftAppTenantId", "hospital.example.org")]
    [InlineData("tenants", "Bot:AllowedTenants: empty", "Bot:AllowedTenants", "")]
    [InlineData("tenants", "'hospital' is no tenant id", "Bot:AllowedTenants", "hospital")]
    [InlineData("public url", "is not https", "Bot:PublicUrl", "http://bot.example.org")]
    [InlineData("storage", "cannot be written to by this account", "Storage:ConnectionString", "Data Source=/proc/cimentobot/bot.db")]
    [InlineData("own token", "the registration gives none", "MicrosoftAppPassword", "another-secret")]
    public async Task WhatIsWrongIsSaidInItsLineAndFails(string what, string said, params string?[] settings)
    {
        var (code, lines) = await RunAsync([.. settings.Chunk(2).Select(pair => (pair[0]!, pair[1]))]);

        Assert.Equal(1, code);
        Assert.StartsWith("WRONG: ", lines[what], StringComparison.Ordinal);
        Assert.Contains(said, lines[what], StringComparison.Ordinal);
        Assert.DoesNotContain("-secret", string.Concat(lines.Values), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AClockThatIsMoreThanAMinuteOffIsWrongAndOneThatIsLessIsNot()
    {
        hospital.IsAheadBy(TimeSpan.FromSeconds(-60));
        Assert.Equal("ok: 60 s from the server's", (await RunAsync()).Lines["clock"]);

        hospital.IsAheadBy(TimeSpan.FromSeconds(61));
        var (code, lines) = await RunAsync();

        Assert.Equal(1, code);
        Assert.StartsWith("WRONG: -61 s from the server's", lines["clock"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AKeyServerThatDoesNotAnswerIsWrongAndTheClockIsNotChecked()
    {
        var (code, lines) = await RunAsync(("ToBotFromChannelOpenIdMetadataUrl", "https://127.0.0.1:9/openid"));

        Assert.Equal(1, code);
        Assert.StartsWith("WRONG: https://127.0.0.1:9/openid cannot be read", lines["keys"], StringComparison.Ordinal);
        Assert.StartsWith("not checked: ", lines["clock"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty")]
    [InlineData("page")]
    [InlineData("gone")]
    public async Task AnAnswerWithoutKeysIsWrong(string path) => Assert.StartsWith(
        "WRONG: ", (await RunAsync(("ToBotFromChannelOpenIdMetadataUrl", $"{hospital.Address}/{path}"))).Lines["keys"], StringComparison.Ordinal);

    [Fact]
    public async Task ACertificateThatNobodyVouchesForIsWrong()
    {
        using var strangers = new HttpClient();
        var (code, lines) = await bot.RunAsync(With(("Bot:PublicUrl", $"{hospital.Address}/bot")), clock: clock, client: strangers);

        Assert.Equal(1, code);
        Assert.StartsWith("WRONG: ", lines["keys"], StringComparison.Ordinal);
        Assert.Contains("will refuse its certificate", lines["public url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProxyThatAnswersItselfIsWrongAndOneThatIsNotThereYetIsNotChecked()
    {
        Assert.StartsWith("WRONG: ", (await RunAsync(("Bot:PublicUrl", $"{hospital.Address}/other"))).Lines["public url"], StringComparison.Ordinal);
        Assert.StartsWith("not checked: ", (await RunAsync(("Bot:PublicUrl", "https://127.0.0.1:9"))).Lines["public url"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnregisteredBotIsNotWrongInDevelopment()
    {
        var (code, lines) = await bot.RunAsync(With(("MicrosoftAppId", null), ("MicrosoftAppPassword", null)), development: true, clock, hospital.Client);

        Assert.Equal(0, code);
        Assert.All(["registration", "tenants", "own token", "keys", "clock"], what => Assert.StartsWith("not checked: ", lines[what], StringComparison.Ordinal));
    }

    [Fact]
    public async Task AStorageIsUpToDateOrBehindOrAheadAndStaysSo()
    {
        await using (var services = new ServiceCollection().AddCimentoStorage(new() { ConnectionString = $"Data Source={bot.DatabaseFile}" }).BuildServiceProvider())
        {
            await services.PrepareCimentoStorageAsync();
        }

        Assert.Contains("schema up to date", (await RunAsync()).Lines["storage"], StringComparison.Ordinal);

        await ExecuteAsync("DELETE FROM SchemaVersions WHERE ScriptName LIKE '%0005%'");
        Assert.Contains("the next start migrates it (0005-link-keys.sql)", (await RunAsync()).Lines["storage"], StringComparison.Ordinal);
        Assert.Contains("the next start migrates it (0005-link-keys.sql)", (await RunAsync()).Lines["storage"], StringComparison.Ordinal);

        await ExecuteAsync("INSERT INTO SchemaVersions (ScriptName, Applied) VALUES ('CimentoBot.Storage.Migrations.9999-future.sql', '2026-11-30')");
        var (code, lines) = await RunAsync();
        Assert.Equal(1, code);
        Assert.Contains("newer CimentoBot (9999-future.sql)", lines["storage"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatIsNoDatabaseIsWrong()
    {
        await File.WriteAllTextAsync(bot.DatabaseFile, string.Concat(Enumerable.Repeat("not a database ", 100)));

        Assert.Contains("cannot be used by this account", (await RunAsync()).Lines["storage"], StringComparison.Ordinal);
    }

    private Task<(int Code, IReadOnlyDictionary<string, string> Lines)> RunAsync(params (string Key, string? Value)[] settings) =>
        bot.RunAsync(With(settings), clock: clock, client: hospital.Client);

    private Dictionary<string, string?> With(params (string Key, string? Value)[] settings)
    {
        var all = hospital.Settings;
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return all;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={bot.DatabaseFile};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
