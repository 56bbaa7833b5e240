using System.Reflection;
using System.Text.Json;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Host.Tests;

public sealed class OpenApiTests(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Rewrite = "CIMENTOBOT_REWRITE";

    private static readonly string Kept = Path.Combine(
        typeof(OpenApiTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!,
        "docs",
        "openapi.v1.json");

    [Fact]
    public async Task TheDescriptionThatIsServedIsTheOneInTheRepository()
    {
        var served = (await ServedAsync()).ReplaceLineEndings("\n").Trim() + "\n";
        if (Environment.GetEnvironmentVariable(Rewrite) == "1")
        {
            await File.WriteAllTextAsync(Kept, served);
        }

        var kept = File.Exists(Kept) ? (await File.ReadAllTextAsync(Kept)).ReplaceLineEndings("\n") : "";
        Assert.True(
            kept == served,
            $"docs/openapi.v1.json is not what is served. If the change is meant: {Rewrite}=1 dotnet test tests/CimentoBot.Host.Tests --filter {nameof(OpenApiTests)}");
    }

    [Fact]
    public async Task EveryFactOfTheVocabularyIsDescribedWithItsValuesAndItsRange()
    {
        using var document = JsonDocument.Parse(await ServedAsync());
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        foreach (var fact in Vocabulary.All)
        {
            var schema = fact.Path.Split('.').Aggregate(
                schemas.GetProperty("Case"), (parent, name) => parent.GetProperty("properties").GetProperty(name));
            if (fact is IChoiceFact choice)
            {
                var values = (choice.IsList ? schema.GetProperty("items") : schema).GetProperty("enum").EnumerateArray();
                Assert.Equal(
                    choice.Options.Select(option => option.Id),
                    values.Where(value => value.ValueKind is JsonValueKind.String).Select(value => value.GetString()!));
            }
            else if (fact is NumberFact number)
            {
                Assert.Equal(number.Minimum, schema.GetProperty("minimum").GetDecimal());
                Assert.Equal(number.Maximum, schema.GetProperty("maximum").GetDecimal());
            }
        }

        var facts = schemas.GetProperty("Case").GetProperty("properties").EnumerateObject()
            .Sum(member => member.Value.TryGetProperty("properties", out var members) ? members.EnumerateObject().Count() : 1);
        Assert.Equal(Vocabulary.All.Count, facts);
    }

    private async Task<string> ServedAsync()
    {
        using var response = await fixture.Host.GetAsync("/openapi/v1.json");
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
    }
}
