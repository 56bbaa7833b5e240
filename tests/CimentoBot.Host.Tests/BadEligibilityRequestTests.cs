using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using CsCheck;

namespace CimentoBot.Host.Tests;

public sealed class BadEligibilityRequestTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Good = """{ "case": {}, "asOf": "2026-03-20" }""";

    public static TheoryData<string, string> BadBodies => new()
    {
        { "[]", "body" },
        { "null", "body" },
        { "\"case\"", "body" },
        { "{}", "asOf case" },
        { """{ "case": {} }""", "asOf" },
        { """{ "case": {}, "asOf": null }""", "asOf" },
        { """{ "case": {}, "asOf": "0001-01-01" }""", "asOf" },
        { """{ "case": {}, "asOf": "2026-02-30" }""", "asOf" },
        { """{ "case": {}, "asOf": "30/11/2026" }""", "asOf" },
        { """{ "case": {}, "asOf": 20261130 }""", "asOf" },
        { """{ "case": null, "asOf": "2026-03-20" }""", "case" },
        { """{ "case": [], "asOf": "2026-03-20" }""", "case" },
        { """{ "asOf": "2026-03-20" }""", "case" },
        { """{ "case": {}, "asOf": "2026-03-20", "explain": true }""", "explain" },
        { """{ "case": {}, "asOf": "2026-03-20", "asOf": "2026-03-21" }""", "asOf" },
        { """{ "case": {}, "case": {}, "asOf": "2026-03-20" }""", "case" },
        { Cases.Request("""{ "lesions": {} }"""), "lesions" },
        { Cases.Request("""{ "lesion": [] }"""), "lesion" },
        { Cases.Request("""{ "lesion": { "site": "Vertebra" } }"""), "lesion.site" },
        { Cases.Request("""{ "lesion": { "site": "vertebra", "site": "rib" } }"""), "lesion.site" },
        { Cases.Request("""{ "lesion": { "colour": "red" } }"""), "lesion.colour" },
        { Cases.Request("""{ "lesion": { "label": "a name that is longer than forty characters" } }"""), "lesion.label" },
        { Cases.Request("""{ "lesion": { "radiculopathy": "true" } }"""), "lesion.radiculopathy" },
        { Cases.Request("""{ "patient": { "plateletsPerMm3": "150000" } }"""), "patient.plateletsPerMm3" },
        { Cases.Request("""{ "patient": { "plateletsPerMm3": -1 } }"""), "patient.plateletsPerMm3" },
        { Cases.Request("""{ "patient": { "plateletsPerMm3": 1e400 } }"""), "patient.plateletsPerMm3" },
        { Cases.Request("""{ "patient": { "plateletsPerMm3": 99999999999999999999999999999999999999 } }"""), "patient.plateletsPerMm3" },
        { Cases.Request("""{ "patient": { "plateletsPerMm3": 150000.5 } }"""), "patient.plateletsPerMm3" },
        { Cases.Request("""{ "patient": { "prothrombinRatioPercent": 151 } }"""), "patient.prothrombinRatioPercent" },
        { Cases.Request("""{ "patient": { "prothrombinRatioPercent": "NaN" } }"""), "patient.prothrombinRatioPercent" },
        { Cases.Request("""{ "patient": { "bloodsOn": "2026-03-21" } }"""), "patient.bloodsOn" },
        { Cases.Request("""{ "plan": { "procedureAt": "2026-03-29T02:30" } }"""), "plan.procedureAt" },
        { Cases.Request("""{ "plan": { "procedureAt": "2026-03-30T08:00+02:00" } }"""), "plan.procedureAt" },
        { Cases.Request("""{ "plan": { "procedureAt": "0001-01-01" } }"""), "plan.procedureAt" },
        { Cases.Request("""{ "plan": { "aims": "painRelief" } }"""), "plan.aims" },
        { Cases.Request("""{ "plan": { "aims": ["cure"] } }"""), "plan.aims" },
        { Cases.Request("""{ "medications": "none" }"""), "medications" },
        { Cases.Request("""{ "medications": ["Plavix"] }"""), "medications[0]" },
        { Cases.Request("""{ "medications": [{ "drug": "" }, { "dose": 1 }] }"""), "medications[0].drug medications[1].dose medications[1].drug" },
        { Cases.Request("""{ "medications": [{ "drug": "aspirin", "dailyDoseMg": 0 }] }"""), "medications[0].dailyDoseMg" },
        { Cases.Request("""{ "medications": [{ "drug": "aspirin", "lastDoseOn": "2026-03-21" }] }"""), "medications[0].lastDoseOn" },
    };

    public static TheoryData<string> NoJson => new()
    {
        { "" },
        { "{" },
        { "{ 'case': {} }" },
        { """{ "case": {}, "asOf": "2026-03-20", }""" },
        { """{ "case": { "pain": { "intensity": NaN } }, "asOf": "2026-03-20" }""" },
        { """{ "case": { "pain": { "intensity": Infinity } }, "asOf": "2026-03-20" }""" },
        { """{ "case": { "lesion": { "label": "\ud83e" } }, "asOf": "2026-03-20" }""" },
        { """{ "case": { "\udc00": 1 }, "asOf": "2026-03-20" }""" },
        { "{ \"case\": {}, \"asOf\": \"2026-03-20\" } {}" },
        { $$"""{ "case": {{new string('[', 200)}}{{new string(']', 200)}}, "asOf": "2026-03-20" }""" },
        { $$"""{ "case": {{string.Concat(Enumerable.Repeat("{\"a\":", 200))}}1{{new string('}', 200)}}, "asOf": "2026-03-20" }""" },
    };

    [Theory]
    [MemberData(nameof(BadBodies))]
    public async Task EveryBadPathIsNamed(string body, string paths)
    {
        var errors = await RefusedAsync("/api/eligibility?lang=en", body);

        Assert.Equal(paths.Split(' ').Order(StringComparer.Ordinal), errors.Keys.Order(StringComparer.Ordinal));
        Assert.All(errors.Values, messages => Assert.NotEmpty(messages));
    }

    [Theory]
    [MemberData(nameof(NoJson))]
    public async Task WhatIsNoJsonIsSaidToBeNone(string body) =>
        Assert.Equal(["body"], (await RefusedAsync("/api/eligibility", body)).Keys);

    [Fact]
    public async Task EverythingThatIsWrongIsNamedAtOnce()
    {
        var errors = await RefusedAsync(
            "/api/eligibility?lang=de&explain=yes",
            """{ "case": { "pain": { "intensity": 11 }, "medications": [{}], "x": 1 }, "asOf": "yesterday", "note": "" }""");

        Assert.Equal(
            ["asOf", "explain", "lang", "medications[0].drug", "note", "pain.intensity", "x"],
            errors.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("?lang=de", "lang")]
    [InlineData("?lang=", "lang")]
    [InlineData("?lang=FR", "lang")]
    [InlineData("?lang=fr&lang=fr", "lang")]
    [InlineData("?explain=", "explain")]
    [InlineData("?explain=True", "explain")]
    [InlineData("?explain=1", "explain")]
    [InlineData("?explain=true&explain=true", "explain")]
    public async Task AWrongQueryIsNamed(string query, string path) =>
        Assert.Equal([path], (await RefusedAsync("/api/eligibility" + query, Good)).Keys);

    [Fact]
    public async Task ErrorsAreInTheLanguageAskedFor()
    {
        var french = await RefusedAsync("/api/eligibility?lang=fr", """{ "case": {} }""");
        var english = await RefusedAsync("/api/eligibility?lang=en", """{ "case": {} }""");

        Assert.Contains("obligatoire", Assert.Single(french["asOf"]), StringComparison.Ordinal);
        Assert.Contains("required", Assert.Single(english["asOf"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task BytesThatAreNotUtf8AreRefused()
    {
        byte[] body = [.. "{ \"case\": { \"lesion\": { \"label\": \""u8, 0xE9, .. "\" } }, \"asOf\": \"2026-03-20\" }"u8];

        using var response = await fixture.Host.PostAsync("/api/eligibility", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task AnotherContentTypeIsRefused(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(Good));
        content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);

        using var response = await fixture.Host.PostAsync("/api/eligibility", content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json; charset=\"UTF-8\"")]
    public async Task JsonInUtf8IsTaken(string type)
    {
        var content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Good)]);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await fixture.Host.PostAsync("/api/eligibility", content);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData(256 * 1024, false, HttpStatusCode.OK)]
    [InlineData(256 * 1024, true, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData((256 * 1024) + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(5_000_000, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(5_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task ABodyOfUpTo256KibibytesIsTaken(int length, bool chunked, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/eligibility")
        {
            Content = new StringContent(Good.PadRight(length), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await fixture.Host.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task NoMutilatedRequestEverFailsInsteadOfBeingRefused()
    {
        var good = Encoding.UTF8.GetBytes(Cases.Request(Cases.L3With("""[{ "drug": "Plavix" }, { "drug": "aspirine", "dailyDoseMg": 75 }]""")));
        byte[] alphabet = [.. "{}[]\":,0-9eE.\\u \0\x7F"u8, 0x80, 0xC3, 0xFF];
        var mutilated = Gen.Select(Gen.Int[0, good.Length - 1], Gen.Int[0, alphabet.Length - 1].Select(place => alphabet[place]), Gen.Int[0, 3])
            .Array[1, 6]
            .Select(wounds => wounds.Aggregate(good.ToList(), (bytes, wound) => Wound(bytes, wound.Item1, wound.Item2, wound.Item3)));

        await mutilated.SampleAsync(
            async bytes =>
            {
                using var response = await fixture.Host.PostAsync("/api/eligibility", bytes.ToArray());
                Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, Encoding.UTF8.GetString([.. bytes]));
            },
            iter: 400,
            threads: 1);
    }

    [Fact]
    public async Task OnlyPostAssesses()
    {
        using var response = await fixture.Host.GetAsync("/api/eligibility");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static List<byte> Wound(List<byte> bytes, int place, byte with, int kind)
    {
        place = Math.Min(place, bytes.Count - 1);
        switch (kind)
        {
            case 0:
                bytes[place] = with;
                break;
            case 1:
                bytes.Insert(place, with);
                break;
            case 2:
                bytes.RemoveAt(place);
                break;
            default:
                bytes.InsertRange(place, bytes.GetRange(place, Math.Min(20, bytes.Count - place)));
                break;
        }

        return bytes;
    }

    private async Task<Dictionary<string, string[]>> RefusedAsync(string path, string body)
    {
        using var response = await fixture.Host.PostAsync(path, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["type", "title", "status", "errors"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(400, json.RootElement.GetProperty("status").GetInt32());
        return json.RootElement.GetProperty("errors").EnumerateObject().ToDictionary(
            error => error.Name,
            error => error.Value.EnumerateArray().Select(message => message.GetString()!).ToArray(),
            StringComparer.Ordinal);
    }
}
