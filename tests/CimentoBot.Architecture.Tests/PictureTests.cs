using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CimentoBot.Architecture.Tests;

/// <summary>The first picture and the table of docs/architecture.md show the projects that there are, and which of them knows which.</summary>
public sealed partial class PictureTests
{
    private const string Product = "CimentoBot";

    private static readonly string Root = typeof(PictureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string Page = File.ReadAllText(Path.Combine(Root, "docs", "architecture.md"));

    private static readonly IReadOnlyList<string> Projects =
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "src"), Product + "*").Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void AnArrowIsAReferenceAndWhatIsReferencedIsReachedByArrows()
    {
        var drawn = Arrow().Matches(Page[..Page.IndexOf("Dependencies point", StringComparison.Ordinal)])
            .Select(arrow => (From: ProjectOf(arrow.Groups["from"].Value), To: ProjectOf(arrow.Groups["to"].Value)))
            .Where(arrow => Projects.Contains(arrow.From) && Projects.Contains(arrow.To));
        var built = Projects.SelectMany(project =>
            XDocument.Load(Path.Combine(Root, "src", project, project + ".csproj")).Descendants("ProjectReference")
                .Select(reference => (From: project, To: Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))));

        Assert.Equal(Reached(built), Reached(drawn));
    }

    [Fact]
    public void TheTableNamesEveryProject() => Assert.Equal(
        Projects, Row().Matches(Page).Select(row => row.Groups["name"].Value).Where(name => name.StartsWith(Product, StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static string ProjectOf(string node) => node == "Host" ? Product : $"{Product}.{node}";

    /// <summary>Every pair of which the first knows the second, itself or by others.</summary>
    private static List<(string From, string To)> Reached(IEnumerable<(string From, string To)> arrows)
    {
        var reached = arrows.ToHashSet();
        while (reached.SelectMany(first => reached.Where(second => second.From == first.To).Select(second => (first.From, second.To))).Except(reached).ToList() is { Count: > 0 } further)
        {
            reached.UnionWith(further);
        }

        return [.. reached.Order()];
    }

    [GeneratedRegex(@"^\s*(?<from>\w+)(\[[^\]]*\])? -->(\|[^|]*\|)? (?<to>\w+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"^\| `(?<name>[^`]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();
}
