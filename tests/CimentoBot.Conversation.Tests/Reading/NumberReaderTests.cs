using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Tests.Reading;

/// <summary>Units are a hazard in typed answers.</summary>
public sealed class NumberReaderTests
{
    [Theory]
    [InlineData("180", 180_000)]
    [InlineData("599", 599_000)]
    [InlineData("0", 0)]
    [InlineData("5000", 5_000)]
    [InlineData("180000", 180_000)]
    [InlineData("180 000", 180_000)]
    [InlineData("180\u202f000/mm³", 180_000)]
    [InlineData("150 G/L", 150_000)]
    [InlineData("1,5 G/L", 1_500)]
    [InlineData("800 G/L", 800_000)]
    [InlineData("800 /mm3", 800)]
    [InlineData("150.000", 150_000)]
    [InlineData("50,001/mm3", 50_001)]
    [InlineData("150 10^9/L", 150_000)]
    public void PlateletsAreUnderstoodInTheirUnit(string typed, int perMm3) =>
        Assert.Equal((decimal)perMm3, Understood(Vocabulary.Platelets, typed));

    [Theory]
    [InlineData("600")]
    [InlineData("800")]
    [InlineData("4999")]
    public void PlateletsThatCouldBeEitherAreAskedAbout(string typed) =>
        Assert.Equal("patient.plateletsPerMm3.unit", Assert.IsType<Answer.Ask>(NumberReader.Read(Vocabulary.Platelets, typed)).Question.Id);

    [Theory]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("∞")]
    [InlineData("1e5")]
    [InlineData("3000001/mm3")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("douze")]
    [InlineData("150 bananes")]
    [InlineData("12.5/mm3")]
    [InlineData("😀")]
    public void PlateletsThatCannotBeAreRefusedWithWhatIsTaken(string typed) =>
        Assert.Contains("3", Assert.IsType<Answer.Bad>(NumberReader.Read(Vocabulary.Platelets, typed)).Message.Fr, StringComparison.Ordinal);

    [Theory]
    [InlineData("92", 92)]
    [InlineData("92 %", 92)]
    [InlineData("8", 8)]
    [InlineData("7,5 %", 7.5)]
    [InlineData("150", 150)]
    public void AProthrombinRatioIsAPercentage(string typed, double percent) =>
        Assert.Equal((decimal)percent, Understood(Vocabulary.ProthrombinRatio, typed));

    [Theory]
    [InlineData("1.1")]
    [InlineData("1,1")]
    [InlineData("7,9")]
    public void AProthrombinRatioBelowEightMayBeAnInrAndIsAskedAbout(string typed) =>
        Assert.Equal("patient.prothrombinRatioPercent.unit", Assert.IsType<Answer.Ask>(NumberReader.Read(Vocabulary.ProthrombinRatio, typed)).Question.Id);

    [Theory]
    [InlineData("INR 1,1")]
    [InlineData("1.1 INR")]
    [InlineData("151")]
    public void AnInrIsNoProthrombinRatio(string typed) =>
        Assert.IsType<Answer.Bad>(NumberReader.Read(Vocabulary.ProthrombinRatio, typed));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("7/10", 7)]
    [InlineData("6,5", 6.5)]
    public void AnIntensityIsOnAScaleToTen(string typed, double value) => Assert.Equal((decimal)value, Understood(Vocabulary.Intensity, typed));

    [Theory]
    [InlineData("75", 75)]
    [InlineData("75 mg", 75)]
    [InlineData("160,5 mg/j", 160.5)]
    [InlineData("1500", 1500)]
    public void ADoseOfAspirinIsInMilligrams(string typed, double milligrams) =>
        Assert.Equal((decimal)milligrams, Assert.IsType<Answer.Understood>(NumberReader.ReadAspirinDose(typed, confirmed: false)).Value);

    [Fact]
    public void AnUnlikelyDoseOfAspirinIsAskedAboutUntilItIsConfirmed()
    {
        Assert.IsType<Answer.Ask>(NumberReader.ReadAspirinDose("3000", confirmed: false));
        Assert.IsType<Answer.Understood>(NumberReader.ReadAspirinDose("3000", confirmed: true));
    }

    [Theory]
    [InlineData("?")]
    [InlineData("unknown")]
    [InlineData("je ne sais pas encore")]
    public void NotKnownYetIsAlwaysAnAnswer(string typed) => Assert.Null(Understood(Vocabulary.Platelets, typed));

    private static object? Understood(NumberFact fact, string typed) => Assert.IsType<Answer.Understood>(NumberReader.Read(fact, typed)).Value;
}
