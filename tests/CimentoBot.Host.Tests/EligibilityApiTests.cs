using System.Net;
using System.Text.Json;

namespace CimentoBot.Host.Tests;

public sealed class EligibilityApiTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private static readonly string[] Members =
    [
        "verdict", "atBest", "atWorst", "findings", "open", "missing", "holds", "earliestProcedureDate", "notUsed", "citations",
        "references", "guideline",
    ];

    [Fact]
    public async Task AWholeCaseGetsItsVerdictAndTheMembersInTheOrderOfTheContract()
    {
        var answer = await AssessAsync(Cases.L3With("[]"));

        Assert.Equal(Members, answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("eligible", Text(answer, "verdict"));
        Assert.Equal("eligible", Text(answer, "atBest"));
        Assert.Equal("eligible", Text(answer, "atWorst"));
        Assert.Empty(answer.GetProperty("missing").EnumerateArray());
    }

    [Fact]
    public async Task AnEmptyCaseIsUndetermined()
    {
        var answer = await AssessAsync("{}");

        Assert.Equal("undetermined", Text(answer, "verdict"));
        Assert.Equal("contraindicated", Text(answer, "atWorst"));
        Assert.Contains("lesion.site", answer.GetProperty("missing").EnumerateArray().Select(path => path.GetString()));
    }

    [Fact]
    public async Task AFindingSaysItsEffectOrNullAndItsReadingOnlyWhereItLeansOnOne()
    {
        var findings = (await AssessAsync(Cases.L3With("""[{ "drug": "Lixiana" }]"""))).GetProperty("findings").EnumerateArray().ToList();

        var notCovered = findings.Single(finding => Text(finding, "rule") == "condition.medication-not-covered");
        Assert.Equal("eligibleWithConditions", Text(notCovered, "effect"));
        Assert.Equal("not-by-analogy", Text(notCovered, "reading"));
        var place = findings.Single(finding => Text(finding, "rule") == "information.place");
        Assert.Equal(JsonValueKind.Null, place.GetProperty("effect").ValueKind);
        Assert.False(place.TryGetProperty("reading", out _));
        Assert.Equal(
            ["rule", "effect", "urgent", "statement", "citations"], place.EnumerateObject().Select(member => member.Name));
    }

    [Theory]
    [InlineData("2026-03-30T08:00", "2026-03-20", "2026-03-28T07:00:00+01:00")]
    [InlineData("2026-10-26T08:00", "2026-10-15", "2026-10-24T09:00:00+02:00")]
    public async Task FortyEightHoursAreElapsedHoursAcrossTheClocksChange(string procedureAt, string asOf, string lastDoseBefore)
    {
        var hold = Assert.Single(
            (await AssessAsync(Cases.L3With("""[{ "drug": "Xarelto 20 mg" }]""", procedureAt), asOf)).GetProperty("holds").EnumerateArray());

        Assert.Equal("rivaroxaban", Text(hold, "drug"));
        Assert.Equal("stop", Text(hold, "action"));
        Assert.Equal(lastDoseBefore, Text(hold, "lastDoseBefore"));
        Assert.Equal(JsonValueKind.Null, hold.GetProperty("stopOn").ValueKind);
        Assert.Equal(2, hold.GetProperty("daysBefore").GetInt32());
        Assert.Equal("canBe", Text(hold, "met"));
    }

    [Fact]
    public async Task ADateWithoutAnHourGivesAStopDate()
    {
        var hold = Assert.Single(
            (await AssessAsync(Cases.L3With("""[{ "drug": "Xarelto" }]""", "2026-03-30"))).GetProperty("holds").EnumerateArray());

        Assert.Equal("2026-03-28", Text(hold, "stopOn"));
        Assert.Equal(JsonValueKind.Null, hold.GetProperty("lastDoseBefore").ValueKind);
    }

    [Fact]
    public async Task WhatContinuesHasNoDaysAndNoDates()
    {
        var hold = Assert.Single((await AssessAsync(
            Cases.L3With("""[{ "drug": "Kardégic", "dailyDoseMg": 75 }]"""))).GetProperty("holds").EnumerateArray());

        Assert.Equal("continue", Text(hold, "action"));
        Assert.Equal("yes", Text(hold, "met"));
        Assert.Equal(JsonValueKind.Null, hold.GetProperty("daysBefore").ValueKind);
        Assert.False(hold.TryGetProperty("reading", out _));
    }

    [Fact]
    public async Task EveryCitationThatIsNamedIsGivenWithItsReferences()
    {
        var answer = await AssessAsync(Cases.L3With("""[{ "drug": "Plavix" }, { "drug": "Previscan" }, { "drug": "aspirine" }]"""));

        var given = answer.GetProperty("citations").EnumerateArray().ToDictionary(citation => Text(citation, "id"), StringComparer.Ordinal);
        var named = answer.GetProperty("findings").EnumerateArray()
            .SelectMany(finding => finding.GetProperty("citations").EnumerateArray().Select(id => id.GetString()!))
            .Concat(answer.GetProperty("holds").EnumerateArray().Select(hold => Text(hold, "citation")))
            .ToHashSet(StringComparer.Ordinal);
        Assert.Equal(named.Order(StringComparer.Ordinal), given.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            given.Values.SelectMany(citation => citation.GetProperty("references").EnumerateArray().Select(number => number.GetInt32())).Distinct().Order(),
            answer.GetProperty("references").EnumerateArray().Select(reference => reference.GetProperty("number").GetInt32()));
        Assert.All(given.Values, citation => Assert.Matches("^[QTR][0-9]$", Text(citation, "where")));
    }

    [Fact]
    public async Task TheSameRequestGetsTheSameBytes()
    {
        var request = Cases.Request(Cases.L3With("""[{ "drug": "DuoPlavin" }, { "drug": "Foozol" }]"""));

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var response = await fixture.Host.PostAsync("/api/eligibility?lang=fr", request);
            return await response.Content.ReadAsStringAsync();
        }));

        Assert.Single(answers.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?lang=fr", "Éligible")]
    [InlineData("?lang=en", "Eligible")]
    [InlineData("", "Éligible")]
    public async Task WordsComeInTheLanguageAskedForOrTheConfiguredOne(string query, string language)
    {
        using var response = await fixture.Host.PostAsync("/api/eligibility" + query, Cases.Request("{}"));
        var scope = Text((await ReadAsync(response)).GetProperty("guideline"), "scope");

        Assert.Equal(language == "Eligible", scope.Contains("lung cancer", StringComparison.Ordinal));
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task SixtyDrugsAreAssessed()
    {
        var drugs = string.Join(',', Enumerable.Range(0, 60).Select(number => $$"""{ "drug": "drug {{number}} x" }"""));

        var answer = await AssessAsync(Cases.L3With($"[{drugs}]"));

        Assert.Equal(60, answer.GetProperty("holds").GetArrayLength());
        Assert.All(answer.GetProperty("holds").EnumerateArray(), hold => Assert.Equal("notCovered", Text(hold, "action")));
    }

    [Fact]
    public async Task AProcedureInThePastIsComputed()
    {
        var answer = await AssessAsync(Cases.L3With("""[{ "drug": "Plavix" }]""", "2026-03-01"));

        Assert.Equal("deferred", Text(answer, "verdict"));
    }

    private async Task<JsonElement> AssessAsync(string subject, string asOf = "2026-03-20")
    {
        using var response = await fixture.Host.PostAsync("/api/eligibility?lang=en", Cases.Request(subject, asOf));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await ReadAsync(response);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response)
    {
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return json.RootElement.Clone();
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
