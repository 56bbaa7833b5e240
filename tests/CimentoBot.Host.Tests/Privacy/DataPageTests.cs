using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary><c>docs/safety/data.md</c> names every field that is stored, and none besides.</summary>
public sealed partial class DataPageTests
{
    private static readonly string Page = Path.Combine(
        typeof(DataPageTests).Assembly.GetCustomAttributes(typeof(System.Reflection.AssemblyMetadataAttribute), false)
            .Cast<System.Reflection.AssemblyMetadataAttribute>().First(metadata => metadata.Key == "RepositoryRoot").Value!,
        "docs", "safety", "data.md");

    [Fact]
    public async Task EveryStoredFieldIsOnThePageAndEveryLineOfThePageIsStored()
    {
        await using var planted = await PlantedTeam.StartAsync();
        await PlantedStory.PlayAsync(planted);

        // An interview that is under way, with an answer that was given and not taken over.
        var clinician = planted.Chat(PlantedTeam.Clinician);
        await clinician.SendTextAsync("nouveau");
        await clinician.SendTextAsync("libellé : L4");
        var stored = (await StoredFields.InAsync(planted.Team.DatabaseFile)).Union(StoredFields.Reachable(), StringComparer.Ordinal)
            .Union(Vocabulary.All.Select(fact => $"answers.{fact.Path}"), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var rows = (await File.ReadAllLinesAsync(Page)).Select(line => Row().Match(line)).Where(match => match.Success).ToList();
        var listed = rows.Select(match => match.Groups["field"].Value).ToList();

        var problems = stored.Except(listed, StringComparer.Ordinal).Select(field => $"not on the page: {field}")
            .Concat(listed.Except(stored, StringComparer.Ordinal).Select(field => $"not stored: {field}"))
            .Concat(listed.GroupBy(field => field, StringComparer.Ordinal).Where(twice => twice.Count() > 1).Select(twice => $"twice: {twice.Key}"))
            .Concat(rows.Where(match => match.Groups["cell"].Captures.Any(cell => string.IsNullOrWhiteSpace(cell.Value))).Select(match => $"an empty cell: {match.Value}"))
            .Order(StringComparer.Ordinal).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [GeneratedRegex(@"^\| `(?<field>[^`]+)` (\|(?<cell>[^|]*))+\|$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Row();
}
