using System.Text.RegularExpressions;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>The tests of every project of the repository, found in their sources: this project cannot load the others.</summary>
internal static partial class TestNames
{
    /// <summary><c>Class.Method</c> of each method that carries an attribute of xunit; classes inside others hold no tests here.</summary>
    public static IReadOnlySet<string> All { get; } = Directory
        .EnumerateFiles(Path.Combine(PrintedPage.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(file => In(File.ReadLines(file)))
        .ToHashSet(StringComparer.Ordinal);

    internal static IEnumerable<string> In(IEnumerable<string> lines)
    {
        var type = "";
        var isTest = false;
        foreach (var line in lines)
        {
            if (Class().Match(line) is { Success: true } declared)
            {
                type = declared.Groups["name"].Value;
            }
            else if (Attribute().IsMatch(line))
            {
                isTest = true;
            }
            else if (isTest && Method().Match(line) is { Success: true } method)
            {
                isTest = false;
                yield return $"{type}.{method.Groups["name"].Value}";
            }
        }
    }

    [GeneratedRegex(@"^(public|internal)\s[\w\s]*class\s+(?<name>\w+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Class();

    [GeneratedRegex(@"^\s*\[(Skippable)?(Fact|Theory)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^\s*public\s[\w\s<>]*\s(?<name>\w+)\(", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Method();
}
