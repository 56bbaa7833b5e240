using System.Text.RegularExpressions;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>A row of docs/safety/hazards.md.</summary>
/// <param name="Id">Permanent, <c>H01</c>.</param>
/// <param name="Name">What could happen.</param>
/// <param name="Tests">The tests that hold its controls, <c>Class.Method</c>.</param>
/// <param name="Cells">Everything that it says, by column.</param>
internal sealed record Hazard(string Id, string Name, IReadOnlyList<string> Tests, IReadOnlyDictionary<string, string> Cells);

/// <summary>Reads the hazards, which people write, and the tests that the safety pages name.</summary>
internal static partial class HazardPage
{
    public const string Path = "docs/safety/hazards.md";

    /// <summary>All of them, by number.</summary>
    public static IReadOnlyList<Hazard> All { get; } =
    [
        .. MarkdownTables.Read(string.Join('\n', PrintedPage.LinesOf(Path)))
            .Where(row => row.Cells.ContainsKey("hazard"))
            .Select(row => new Hazard(row.Name, row.Cells["hazard"], TestsIn(row.Cells["tests that hold them"]), row.Cells))
            .OrderBy(hazard => hazard.Id, StringComparer.Ordinal),
    ];

    /// <summary>Every <c>SomethingTests.SomeMethod</c> of a text, once.</summary>
    public static IReadOnlyList<string> TestsIn(string text) => [.. NamedTest().Matches(text).Select(match => match.Value).Distinct()];

    [GeneratedRegex(@"\b[A-Z]\w*Tests\.[A-Z]\w+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedTest();
}
