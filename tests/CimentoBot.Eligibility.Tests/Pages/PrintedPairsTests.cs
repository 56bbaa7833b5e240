namespace CimentoBot.Eligibility.Tests.Pages;

public sealed class PrintedPairsTests
{
    [Fact]
    public void ThePairsPageSaysWhatTheBookShows() => PrintedPage.Check(PairsPage.Path, PairsPage.Print());
}
