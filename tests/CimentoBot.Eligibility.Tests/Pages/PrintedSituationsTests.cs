using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

public sealed class PrintedSituationsTests
{
    private static readonly SituationMap Map = Guideline.Current.CountSituations();

    [Fact]
    public void TheSituationsAreCountedFromTheRows() =>
        PrintedPage.Check("docs/situations.md", SituationsPage.Print(Map));

    [Fact]
    public void TheChartIsDrawnFromTheRows() =>
        PrintedPage.Check("docs/images/situations.svg", SituationsChart.Draw(Map));
}
