using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using Markdig;
using Markdig.Helpers;
using Markdig.Syntax;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>Nothing is left out of the pages, and every link of theirs leads somewhere.</summary>
public sealed partial class PageContentTests
{
    public static TheoryData<string> Pages => ["docs/guideline.fr.md", "docs/guideline.en.md", "docs/readings.md", "docs/situations.md"];

    [Fact]
    public void TheKindsHoldEveryRuleInOrder() =>
        Assert.Equal(Guideline.Current.Rules, GuidelinePage.Kinds.SelectMany(kind => kind.Rows));

    [Fact]
    public void EveryFactHasItsRow()
    {
        var page = GuidelinePage.Print(Guideline.Current, Language.French);
        Assert.Equal([], Vocabulary.All.Where(fact => !page.Contains($"<br>`{fact.Path}` |", StringComparison.Ordinal)).Select(fact => fact.Path));
    }

    [Fact]
    public void EveryNameOfTheDrugTableStandsOnThePage()
    {
        var page = GuidelinePage.Print(Guideline.Current, Language.French);
        Assert.Equal([], DrugTable.Current.Names.Select(drug => drug.Name).Where(name => !page.Contains(name, StringComparison.Ordinal)));
    }

    [Fact]
    public void EveryReadingIsLeanedOnByARuleOrAHold()
    {
        var used = Guideline.Current.Rules.Select(rule => rule.Reading).ToHashSet();
        Assert.Equal([], Readings.All
            .Where(reading => !used.Contains(reading) && LeaningHolds.Of(reading, Guideline.Current.Drugs).Count == 0)
            .Select(reading => reading.Id));
    }

    [Fact]
    public void EveryRuleIsShownByACaseThatItDecidesOrHoldsIn() =>
        Assert.Equal([], Guideline.Current.Rules.Where(rule => CaseBookExamples.Of(rule, Guideline.Current) is { Alone: null, Holds: null }).Select(rule => rule.Id));

    [Theory]
    [InlineData("Q1 – Principe et intérêt", "q1--principe-et-intérêt")]
    [InlineData("Q2 – Zones que l'on peut traiter", "q2--zones-que-lon-peut-traiter")]
    [InlineData("Médicaments – non prévus par la source, et noms", "médicaments--non-prévus-par-la-source-et-noms")]
    public void AHeadingHasTheAnchorThatGitHubGivesIt(string heading, string anchor) => Assert.Equal(anchor, Links.Slug(heading));

    /// <summary>Markdig has its own rendering of GitHub's anchors.</summary>
    [Fact]
    public void TheCaseBooksHeadingsHaveTheAnchorsOfGitHub() => Assert.All(
        CaseBookReader.Rows.Select(row => row.Section).Distinct(), section => Assert.Equal(LinkHelper.UrilizeAsGfm(section), Links.Slug(section)));

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkLeadsToAFileAndAnAnchorThatExist(string page)
    {
        var broken = Link().Matches(File.ReadAllText(Path.Combine(PrintedPage.Root, page)))
            .Select(match => match.Groups["target"].Value).Distinct()
            .Where(target => !Leads(page, target));
        Assert.Equal([], broken);
    }

    private static bool Leads(string page, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0
            ? Path.Combine(PrintedPage.Root, page)
            : Path.GetFullPath(Path.Combine(PrintedPage.Root, Path.GetDirectoryName(page)!, parts[0]));
        return File.Exists(file) && (parts.Length == 1 || Anchors(File.ReadAllText(file)).Contains(parts[1]));
    }

    private static IEnumerable<string> Anchors(string markdown) => Anchor().Matches(markdown).Select(match => match.Groups["id"].Value)
        .Concat(Markdown.Parse(markdown).OfType<HeadingBlock>().Select(heading => Links.Slug(Words(heading, markdown))));

    private static string Words(HeadingBlock heading, string markdown) =>
        markdown.Substring(heading.Span.Start, heading.Span.Length).TrimStart('#');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Anchor();
}
