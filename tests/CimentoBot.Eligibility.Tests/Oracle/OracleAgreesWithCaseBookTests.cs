using CimentoBot.Eligibility.Tests.CaseBook;
using NodaTime;
using Xunit;

namespace CimentoBot.Eligibility.Tests.Oracle;

public sealed class OracleAgreesWithCaseBookTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static TheoryData<string> Numbers => [.. CaseBookReader.Rows.Select(row => row.Number)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public void TheSecondOpinionSaysWhatTheBookSays(string number)
    {
        var row = CaseBookReader.Row(number);
        var differences = row.DifferencesFrom(SecondOpinion.On(row.NewCase(), row.AsOf, Paris));
        Assert.True(differences.Count == 0, $"{row}\n{string.Join('\n', differences)}");
    }

    [Fact]
    public void TooManyUnknownFactsAreRefusedRatherThanTriedForHours()
    {
        var problem = Assert.Throws<InvalidOperationException>(() => SecondOpinion.On([], new LocalDate(2026, 11, 30), Paris));
        Assert.Contains("completions", problem.Message, StringComparison.Ordinal);
    }
}
