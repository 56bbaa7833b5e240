namespace CimentoBot.Eligibility.Tests.Safety;

public sealed class PrintedTraceabilityTests
{
    [Fact]
    public void ThePageSaysWhatTheRowsSay() => PrintedPage.Check(TraceabilityPage.Path, TraceabilityPage.Print());
}
