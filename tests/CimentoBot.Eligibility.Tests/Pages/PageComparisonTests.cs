namespace CimentoBot.Eligibility.Tests.Pages;

public sealed class PageComparisonTests
{
    [Fact]
    public void NewlinesOfAnotherSystemAreNoDifference() => Assert.Null(PrintedPage.Difference("one\r\ntwo\r\n", "one\ntwo\n"));

    [Fact]
    public void ADifferenceNamesTheLineAndShowsBothTexts() =>
        Assert.Equal("line 2\n  file: two\n  code: deux\n", PrintedPage.Difference("one\ntwo\n", "one\ndeux\n"));

    [Fact]
    public void ALineThatIsOnlyOnOneSideIsADifference() =>
        Assert.Equal("line 2\n  file: (no such line)\n  code: two\n", PrintedPage.Difference("one", "one\ntwo"));

    [Fact]
    public void OnlyTheFirstDifferencesAreShown()
    {
        var difference = PrintedPage.Difference("1\n2\n3\n4\n5\n6\n7", "a\nb\nc\nd\ne\nf\ng");
        Assert.EndsWith("  file: 5\n  code: e\n(7 lines differ)\n", difference, StringComparison.Ordinal);
    }
}
