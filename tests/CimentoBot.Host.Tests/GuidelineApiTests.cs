using System.Net;
using System.Text.Json;
using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Host.Tests;

public sealed class GuidelineApiTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public async Task EveryRuleIsListedAndNoOther(string language)
    {
        var guideline = await GetAsync("/api/guideline?lang=" + language);

        Assert.Equal(
            ["title", "scope", "edition", "hash", "rules", "references"], guideline.EnumerateObject().Select(member => member.Name));
        var rules = guideline.GetProperty("rules").EnumerateArray().ToList();
        Assert.Equal(Guideline.Current.Rules.Select(rule => rule.Id), rules.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.Equal(Guideline.Current.Hash, guideline.GetProperty("hash").GetString());
        Assert.All(rules, rule =>
        {
            Assert.False(string.IsNullOrWhiteSpace(rule.GetProperty("condition").GetString()));
            Assert.False(string.IsNullOrWhiteSpace(rule.GetProperty("statement").GetString()));
            Assert.Matches("^[QTR][0-9](, [QTR][0-9])*$", rule.GetProperty("where").GetString());
        });
    }

    [Fact]
    public async Task ARuleSaysWhereItStandsAndWhatItCites()
    {
        var rule = (await GetAsync("/api/guideline?lang=en")).GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "condition.long-bone-hardware");

        Assert.Equal("Q2, Q6, R1", rule.GetProperty("where").GetString());
        Assert.Equal([120, 121, 125, 126], rule.GetProperty("references").EnumerateArray().Select(number => number.GetInt32()));
        Assert.Equal("eligibleWithConditions", rule.GetProperty("effect").GetString());
        Assert.False(rule.TryGetProperty("reading", out _));
    }

    [Fact]
    public async Task ARuleThatWaitsForTheVerdictSaysSoInItsCondition()
    {
        var rule = (await GetAsync("/api/guideline?lang=en")).GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "information.cement-leak");

        Assert.Equal("always, unless the verdict is at best Not indicated or Contraindicated", rule.GetProperty("condition").GetString());
    }

    [Fact]
    public async Task TheWholeBibliographyIsGiven()
    {
        var references = (await GetAsync("/api/guideline")).GetProperty("references").EnumerateArray()
            .Select(reference => reference.GetProperty("number").GetInt32());

        Assert.Equal(Bibliography.All.Select(reference => reference.Number), references);
    }

    [Fact]
    public async Task AnotherLanguageIsRefused()
    {
        using var response = await fixture.Host.GetAsync("/api/guideline?lang=de");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal("lang", Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Name);
    }

    private async Task<JsonElement> GetAsync(string path)
    {
        using var response = await fixture.Host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }
}
