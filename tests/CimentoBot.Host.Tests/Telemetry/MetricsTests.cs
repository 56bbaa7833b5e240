using System.Diagnostics.Metrics;
using System.Net;
using System.Text.RegularExpressions;
using CimentoBot.Configuration;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Telemetry;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace CimentoBot.Host.Tests.Telemetry;

/// <summary><c>/metrics</c>: what it tells, whom, and that dashboard and alerts ask for nothing that it does not tell.</summary>
public sealed partial class MetricsTests
{
    private static readonly string Operations = Path.Combine(
        typeof(MetricsTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!,
        "docs", "operations");

    [Fact]
    public async Task TurnsVerdictsAndRefusalsAreCountedAndDeclaredUnderTheNamesThatTheyAreScrapedUnder()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await TeamOfTheTest.InterviewAsync(clinician);
        Assert.Equal(403, (await clinician.InvokeValueAsync("case.edit", new() { ["case"] = "CB-0000" })).ReplyStatus);
        using var refused = await team.Host.PostAsync("/api/messages", "[]");

        var scraped = await ScrapeAsync(team);

        Assert.Matches("cimentobot_turns_total\\{[^}]*kind=\"message\",outcome=\"done\"\\} [1-9]", scraped);
        Assert.Matches("cimentobot_turn_duration_seconds_bucket\\{[^}]*le=\"\\+Inf\"\\} [1-9]", scraped);
        Assert.Matches("cimentobot_verdicts_total\\{[^}]*verdict=\"EligibleWithConditions\"\\} [1-9]", scraped);
        Assert.Matches("cimentobot_refusals_total\\{[^}]*place=\"card\",status=\"403\"\\} [1-9]", scraped);
        Assert.Matches("cimentobot_refusals_total\\{[^}]*place=\"door\",status=\"400\"\\} [1-9]", scraped);
        Assert.Matches("cimentobot_outbox_age_seconds(\\{[^}]*\\})? 0", scraped);
        var declared = Declared();
        Assert.All(Family().Matches(scraped).Select(match => match.Groups["name"].Value), name => Assert.Contains(name, declared));
    }

    [Theory]
    [InlineData("127.0.0.1", "localhost:3978", null, true)]
    [InlineData("::1", "[::1]:3978", null, true)]
    [InlineData("127.0.0.1", "bot.example.org", null, false)]
    [InlineData("127.0.0.1", "localhost:3978", "X-Forwarded-For", false)]
    [InlineData("127.0.0.1", "127.0.0.1:3978", "Via", false)]
    [InlineData("10.20.30.7", "bot:3978", null, true)]
    [InlineData("::ffff:10.20.30.7", "bot:3978", null, true)]
    [InlineData("10.20.30.7", "bot:3978", "X-Forwarded-For", false)]
    [InlineData("10.20.31.7", "bot:3978", null, false)]
    [InlineData("203.0.113.9", "localhost:3978", null, false)]
    public void ThisMachineAndTheNetworksThatAreNamedMayReadAndNothingThatAProxyPassedOn(string remote, string host, string? header, bool admitted)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = IPAddress.Parse(remote);
        context.Request.Host = new HostString(host);
        if (header is not null)
        {
            context.Request.Headers[header] = "203.0.113.9";
        }

        Assert.Equal(admitted, ReadersOf("10.20.30.0/24").Admit(context));
    }

    [Fact]
    public async Task WhoMayNotReadLearnsNothing()
    {
        await using var host = await RunningHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var answer = await host.Client.SendAsync(request);
        Assert.Equal((HttpStatusCode.NotFound, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        using var own = await host.GetAsync("/metrics");
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
    }

    [Fact]
    public void ANetworkThatIsNoneStopsTheStart() =>
        Assert.Equal("Telemetry:MetricsFrom", Assert.Throws<SettingException>(() => ReadersOf("10.20.30.0/24,everybody")).Key);

    [Theory]
    [InlineData("dashboard.json")]
    [InlineData("alerts.yml")]
    public async Task WhatIsAskedForIsMeasured(string file)
    {
        var asked = Asked().Matches(await File.ReadAllTextAsync(Path.Combine(Operations, file))).Select(match => match.Value).Distinct().ToList();
        var declared = Declared();
        Assert.NotEmpty(asked);
        Assert.All(asked, name => Assert.Contains(Suffix().Replace(name, ""), declared));
    }

    [Fact]
    public async Task EveryAlertIsExplained()
    {
        var page = await File.ReadAllTextAsync(Path.Combine(Operations, "..", "operations.md"));
        var alerts = Alert().Matches(await File.ReadAllTextAsync(Path.Combine(Operations, "alerts.yml"))).Select(match => match.Groups["name"].Value).ToList();
        Assert.NotEmpty(alerts);
        Assert.All(alerts, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
    }

    private static MetricsReaders ReadersOf(string networks) => MetricsReaders.Read(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Telemetry:MetricsFrom", (string?)networks)]).Build());

    private static async Task<string> ScrapeAsync(TeamOfTheTest team)
    {
        using var answer = await team.Host.GetAsync("/metrics");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Our instruments under the names that Prometheus gives them.</summary>
    private static HashSet<string> Declared()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == Instruments.Name)
                {
                    names.Add(instrument.Name.Replace('.', '_') + (instrument.Unit == "s" ? "_seconds" : "") + (instrument is Counter<long> ? "_total" : ""));
                }
            },
        };
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Instruments).TypeHandle);
        listener.Start();
        return names;
    }

    [GeneratedRegex(@"^# TYPE (?<name>cimentobot_\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex Family();

    [GeneratedRegex(@"cimentobot_\w+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Asked();

    [GeneratedRegex("_(bucket|count|sum)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"- alert: (?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Alert();
}
