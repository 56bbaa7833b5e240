using System.Net;
using System.Text.Json;

namespace CimentoBot.Host.Tests;

/// <summary>A suspended guideline evaluates nothing and says why.</summary>
public sealed class SuspendedApiTests
{
    private const string Reason = "Seuil des plaquettes : *erreur*, note 2026-11";

    private static readonly Dictionary<string, string?> Suspended = new(StringComparer.Ordinal) { ["Guideline:Suspended"] = $"  {Reason}\n" };

    [Theory]
    [InlineData("fr", "La recommandation est suspendue")]
    [InlineData("en", "The guideline is suspended")]
    public async Task AGoodRequestGetsNoVerdictButTheReason(string language, string title)
    {
        await using var host = await RunningHost.StartAsync(Suspended);

        using var response = await host.PostAsync($"/api/eligibility?lang={language}&explain=true", Cases.Request(Cases.L3With("[]")));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["type", "title", "status", "errors", "detail"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.StartsWith(title, json.RootElement.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal(503, json.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(Reason, json.RootElement.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task AMalformedRequestIsStillToldWhatIsWrongWithIt()
    {
        await using var host = await RunningHost.StartAsync(Suspended);

        using var response = await host.PostAsync("/api/eligibility?lang=en", """{ "case": { "pain": { "intensity": 11 } }, "asOf": "2026-03-20" }""");
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("pain.intensity", Assert.Single(json.RootElement.GetProperty("errors").EnumerateObject()).Name);
        Assert.False(json.RootElement.TryGetProperty("detail", out _));
    }

    [Fact]
    public async Task HealthAndTheLogSaySoAndTheBotIsReady()
    {
        await using var host = await RunningHost.StartAsync(Suspended);

        using var alive = await host.GetAsync("/healthz");
        using var ready = await host.GetAsync("/readyz");
        using var rules = await host.GetAsync("/api/guideline");
        using var json = JsonDocument.Parse(await alive.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        Assert.Equal(Reason, json.RootElement.GetProperty("suspended").GetString());
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Equal(HttpStatusCode.OK, rules.StatusCode);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning", StringComparison.Ordinal) && line.Contains(Reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingSaysSoWhereItIsInForce()
    {
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Guideline:Suspended"] = " " });

        using var alive = await host.GetAsync("/healthz");
        using var json = JsonDocument.Parse(await alive.Content.ReadAsByteArrayAsync());
        using var response = await host.PostAsync("/api/eligibility", Cases.Request("{}"));

        Assert.Equal(JsonValueKind.Null, json.RootElement.GetProperty("suspended").ValueKind);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("suspended", StringComparison.OrdinalIgnoreCase));
    }
}
