using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Tests.Pages;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>From the safety pages every click arrives.</summary>
public sealed partial class SafetyLinkTests
{
    private static readonly Dictionary<string, HashSet<string>> Anchors = new(StringComparer.Ordinal);

    public static TheoryData<string> Pages => ["SAFETY.md", HazardPage.Path, TraceabilityPage.Path];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkArrives(string page) => TraceabilityTests.None(PrintedPage.LinesOf(page)
        .SelectMany(line => Link().Matches(line))
        .Select(match => match.Groups["target"].Value)
        .Where(target => !target.Contains("://", StringComparison.Ordinal))
        .Distinct()
        .Where(target => !Arrives(page, target))
        .Select(target => $"{page}: {target}"));

    private static bool Arrives(string page, string target)
    {
        var parts = target.Split('#');
        var file = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        var whole = Path.GetFullPath(file, PrintedPage.Root);
        return File.Exists(whole) && (parts.Length == 1 || AnchorsOf(whole).Contains(parts[1]));
    }

    /// <summary>Those that are written, and those that GitHub makes of headings.</summary>
    private static HashSet<string> AnchorsOf(string file)
    {
        if (!Anchors.TryGetValue(file, out var anchors))
        {
            var lines = PrintedPage.LinesOf(Path.GetRelativePath(PrintedPage.Root, file));
            anchors = [.. lines.SelectMany(line => Written().Matches(line)).Select(match => match.Groups["id"].Value)
                .Concat(lines.Where(line => line.StartsWith('#')).Select(line => Links.Slug(line.TrimStart('#'))))];
            Anchors.Add(file, anchors);
        }

        return anchors;
    }

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    [GeneratedRegex("<a id=\"(?<id>[^\"]+)\">", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Written();
}
