using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>The safety pages promise only what is there; each test lists every offender at once.</summary>
public sealed class HazardPageTests
{
    private static readonly IReadOnlyList<string> Pages = [HazardPage.Path, TraceabilityPage.Path, "SAFETY.md"];

    [Fact]
    public void HazardsAreNumberedOnceAndLeaveNoCellEmpty()
    {
        TraceabilityTests.None(HazardPage.All.GroupBy(hazard => hazard.Id).Where(group => group.Count() > 1).Select(group => $"{group.Key} stands twice"));
        Assert.All(HazardPage.All, hazard => Assert.Matches("^H[0-9]{2}$", hazard.Id));
        TraceabilityTests.None(
            from hazard in HazardPage.All
            from cell in hazard.Cells
            where cell.Value.Length == 0
            select $"{hazard.Id}: {cell.Key}");
    }

    [Fact]
    public void EveryHazardIsHeldByATest() =>
        TraceabilityTests.None(HazardPage.All.Where(hazard => hazard.Tests.Count == 0).Select(hazard => hazard.Id));

    [Fact]
    public void EveryTestThatASafetyPageNamesExists() => TraceabilityTests.None(
        from page in Pages
        from test in HazardPage.TestsIn(string.Join('\n', PrintedPage.LinesOf(page)))
        where !TestNames.All.Contains(test)
        select $"{page}: {test}");

    [Fact]
    public void EveryHazardThatAStatementNamesExists()
    {
        var known = HazardPage.All.Select(hazard => hazard.Id).ToHashSet(StringComparer.Ordinal);
        TraceabilityTests.None(
            from statement in Statements.All
            from id in statement.Hazards
            where !known.Contains(id)
            select $"{statement.Id} names {id}");
    }

    [Fact]
    public void EveryStatementBehindAVerdictControlsAHazard()
    {
        var deciding = Guideline.Current.Rules.Where(rule => rule.Effect is not null).SelectMany(Trace.StatementsOf).ToHashSet();
        TraceabilityTests.None(deciding.Where(statement => statement.Hazards.Count == 0).Select(statement => statement.Id));
    }

    [Fact]
    public void TestsAreFoundInTheirSources()
    {
        string[] source =
        [
            "public sealed class FirstTests(Fixture fixture) : IDisposable",
            "    [Fact]",
            "    public void APlainOne() => Assert.True(true);",
            "    [Theory]",
            "    [InlineData(1)]",
            "    public async Task One_of_many(int number)",
            "    public void Dispose()",
            "    internal sealed class NoTests",
            "public class SecondTests",
            "    [SkippableFact]",
            "    public async Task ASkippableOne()",
        ];
        Assert.Equal(["FirstTests.APlainOne", "FirstTests.One_of_many", "SecondTests.ASkippableOne"], TestNames.In(source));
    }
}
