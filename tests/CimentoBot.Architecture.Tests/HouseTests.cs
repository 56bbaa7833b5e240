using System.Reflection;

namespace CimentoBot.Architecture.Tests;

/// <summary>Tests that guard the code itself list every offender at once.</summary>
public sealed class HouseTests
{
    private const int LongestFile = 300;
    private const int LongestProgram = 70;

    private static readonly string Root = typeof(HouseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    private static readonly string[] Ours = ["src", "tests", "bench"];

    private static IEnumerable<string> Sources => Ours
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [Fact]
    public void NoFileIsOverThreeHundredLinesWithoutItsReason()
    {
        var decisions = string.Concat(Directory.EnumerateFiles(Path.Combine(Root, "docs", "decisions"), "*.md").Select(File.ReadAllText));
        Report(Sources.Where(file => File.ReadLines(file).Count() > LongestFile && !decisions.Contains(Path.GetFileName(file), StringComparison.Ordinal)));
    }

    [Fact]
    public void TheHostStartsOnOneScreen() =>
        Assert.InRange(File.ReadLines(Path.Combine(Root, "src", "CimentoBot", "Program.cs")).Count(), 1, LongestProgram);

    [Fact]
    public void NothingIsPromisedInAComment()
    {
        // The official Bot Framework throws the last of these where an adapter has no such ability; so do its stand-ins.
        string[] promises = ["TO" + "DO", "FIX" + "ME", "HA" + "CK:", "NotImplemented" + "Exception"];
        Report(Sources.Where(file => !file.StartsWith(Path.Combine(Root, "src", "BotFramework"), StringComparison.Ordinal)).Where(file => promises.Any(promise => File.ReadAllText(file).Contains(promise, StringComparison.Ordinal))));
    }

    private static void Report(IEnumerable<string> offenders)
    {
        var all = offenders.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }
}
