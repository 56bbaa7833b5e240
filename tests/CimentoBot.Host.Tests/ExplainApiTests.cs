using System.Net;
using System.Text.Json;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Host.Tests;

/// <summary><c>explain=true</c>: why each rule held, failed or is open.</summary>
public sealed class ExplainApiTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Fact]
    public async Task EveryRuleIsExplainedInTheOrderOfTheTable()
    {
        var explained = await ExplainAsync(Cases.L3With("[]"));

        Assert.Equal(Guideline.Current.Rules.Select(rule => rule.Id), explained.Select(Rule));
        Assert.Equal(
            Guideline.Current.Rules.Select(rule => rule.Condition(Language.English)), explained.Select(reason => reason.GetProperty("condition").GetString()!));
        Assert.All(explained, reason => Assert.Equal(
            ["rule", "outcome", "condition", "facts", "awaits"], reason.EnumerateObject().Select(member => member.Name)));
    }

    [Fact]
    public async Task WhatHoldsIsAFindingAndWhatIsOpenIsOpen()
    {
        foreach (var subject in new[] { "{}", Cases.L3With("""[{ "drug": "Plavix" }]"""), """{ "pain": { "distribution": "diffuse" } }""", """{ "lesion": { "site": "rib" } }""" })
        {
            var answer = await AnswerAsync(subject);
            var explained = answer.GetProperty("explanation").EnumerateArray().ToList();

            Assert.Equal(
                answer.GetProperty("findings").EnumerateArray().Select(Rule).Order(StringComparer.Ordinal),
                explained.Where(reason => Outcome(reason) == "holds").Select(Rule).Order(StringComparer.Ordinal));
            Assert.Equal(
                answer.GetProperty("open").EnumerateArray().Select(rule => rule.GetString()),
                explained.Where(reason => Outcome(reason) == "open").Select(Rule));
            Assert.All(explained, reason => Assert.Equal(Outcome(reason) == "open", reason.GetProperty("awaits").GetArrayLength() > 0));
        }
    }

    [Fact]
    public async Task AFactIsQuotedWithItsPathAndTheValueThatTheCaseGives()
    {
        var explained = await ExplainAsync(Cases.L3With("""[{ "drug": "Plavix", "lastDoseOn": "2026-03-19" }]""").Replace("150000", "50000", StringComparison.Ordinal));

        Assert.Equal("""holds [{"path":"patient.plateletsPerMm3","value":50000}] []""", Told(explained, "deferred.platelets"));
        Assert.Equal("""fails [{"path":"pain.distribution","value":"localised"}] []""", Told(explained, "absolute.diffuse-pain"));
        Assert.Equal("""fails [{"path":"lesion.site","value":"vertebra"}] []""", Told(explained, "relative.joint-breach"));
        Assert.Equal("""holds [{"path":"patient.severeCoagulopathy","value":true}] []""", Told(await ExplainAsync("""{ "patient": { "severeCoagulopathy": true } }"""), "absolute.severe-coagulopathy"));
        Assert.Equal(
            """holds [{"path":"medications","value":[{"drug":"Plavix","lastDoseOn":"2026-03-19"}]}] []""", Told(explained, "condition.medication-hold"));
        Assert.Equal("holds [] []", Told(explained, "information.place"));
    }

    [Fact]
    public async Task WhatIsOpenNamesTheFactsThatItHingesOn()
    {
        var explained = await ExplainAsync("""{ "lesion": { "site": "vertebra" } }""");

        Assert.Equal("""open [] ["patient.plateletsPerMm3"]""", Told(explained, "deferred.platelets"));
        Assert.Equal("""open [] ["lesion.canal"]""", Told(explained, "relative.epiduritis"));
    }

    [Fact]
    public async Task WhatIsNotShownBesideARefusalFailsByTheFactsThatRefuse()
    {
        var explained = await ExplainAsync("""{ "pain": { "distribution": "diffuse" } }""");

        Assert.Equal("""fails [{"path":"pain.distribution","value":"diffuse"}] []""", Told(explained, "information.cement-leak"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?explain=false")]
    public async Task NothingIsExplainedUnasked(string query)
    {
        using var response = await fixture.Host.PostAsync("/api/eligibility" + query, Cases.Request("{}"));
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(json.RootElement.TryGetProperty("explanation", out _));
    }

    private async Task<List<JsonElement>> ExplainAsync(string subject) =>
        [.. (await AnswerAsync(subject)).GetProperty("explanation").EnumerateArray()];

    private async Task<JsonElement> AnswerAsync(string subject)
    {
        using var response = await fixture.Host.PostAsync("/api/eligibility?lang=en&explain=true", Cases.Request(subject));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    private static string Rule(JsonElement json) => json.GetProperty("rule").GetString()!;

    private static string Outcome(JsonElement reason) => reason.GetProperty("outcome").GetString()!;

    private static string Told(IEnumerable<JsonElement> explained, string rule)
    {
        var reason = explained.Single(reason => Rule(reason) == rule);
        return $"{Outcome(reason)} {reason.GetProperty("facts").GetRawText()} {reason.GetProperty("awaits").GetRawText()}";
    }
}
