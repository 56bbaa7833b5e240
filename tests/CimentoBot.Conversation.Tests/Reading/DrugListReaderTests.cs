using System.Collections.Immutable;
using CimentoBot.Conversation.Interview.Reading;

namespace CimentoBot.Conversation.Tests.Reading;

/// <summary>Typed lists of drugs: split where people split, recognised exactly, asked about where a name is only near.</summary>
public sealed class DrugListReaderTests
{
    private static readonly ImmutableHashSet<string> Nothing = [];

    [Theory]
    [InlineData("Plavix, Kardégic", "Plavix|Kardégic")]
    [InlineData("Xarelto 2,5 mg", "Xarelto 2,5 mg")]
    [InlineData("Plavix;Kardégic\nLovenox", "Plavix|Kardégic|Lovenox")]
    [InlineData("Plavix + Kardégic et Xarelto 2,5 mg, Lovenox", "Plavix|Kardégic|Xarelto 2,5 mg|Lovenox")]
    [InlineData("Plavix 75, Kardégic 75", "Plavix 75|Kardégic 75")]
    public void AListIsSplitWhereANameEnds(string typed, string names) =>
        Assert.Equal(names.Split('|'), DrugListReader.Split(typed).Select(drug => drug.Typed));

    [Fact]
    public void ADoseADayIsReadAndAStrengthIsNot()
    {
        Assert.Equal(75, Assert.Single(DrugListReader.Split("Kardégic 75 mg/j")).DailyDoseMg);
        Assert.Null(Assert.Single(DrugListReader.Split("Kardégic 75 mg")).DailyDoseMg);
        Assert.Null(Assert.Single(DrugListReader.Split("Aspirine 1 100 mg/j")).DailyDoseMg);
        Assert.Null(Assert.Single(DrugListReader.Split("Aspirine 1,000 mg/j")).DailyDoseMg);
        Assert.Null(Assert.Single(DrugListReader.Split("Kardégic 2 x 100 mg/j")).DailyDoseMg);
    }

    [Theory]
    [InlineData("PLAVIX® 75 mg", "clopidogrel")]
    [InlineData("Xarelto 2,5 mg", "rivaroxaban")]
    [InlineData("acide acétylsalicylique", "aspirin")]
    [InlineData("Kardégic 75", "aspirin")]
    [InlineData("DuoPlavin", "clopidogrel + aspirin")]
    [InlineData("Praxbind", "idarucizumab")]
    public void AnExactNameIsRecognised(string typed, string inn) => Assert.Equal(inn, Assert.Single(DrugListReader.Split(typed)).Inn);

    [Theory]
    [InlineData("Plavixx", "clopidogrel")]
    [InlineData("Xareltoo", "rivaroxaban")]
    [InlineData("clopidogrell", "clopidogrel")]
    [InlineData("pas d'aspirine", "aspirin")]
    [InlineData("ancien Plavix", "clopidogrel")]
    [InlineData("AVK", "fluindione")]
    [InlineData("AOD", "apixaban")]
    [InlineData("HBPM", "enoxaparin")]
    [InlineData("AINS", "ibuprofen")]
    [InlineData("Plavix 75/j", "clopidogrel")]
    [InlineData("Eliquis 5 x 2/j", "apixaban")]
    [InlineData("acide acétylsalicylique 75/j", "aspirin")]
    [InlineData("Plavix&Kardégic", "aspirin")]
    [InlineData("sous AVK", "fluindione")]
    [InlineData("anticoagulants oraux directs", "rivaroxaban")]
    [InlineData("antiagrégants plaquettaires", "clopidogrel")]
    public void ANameThatIsOnlyNearIsAskedAboutAndNeverTakenOver(string typed, string candidate)
    {
        Assert.Null(Assert.Single(DrugListReader.Split(typed)).Inn);
        var doubt = DrugListReader.FirstDoubt(DrugListReader.Split(typed), Nothing);
        Assert.NotNull(doubt);
        Assert.Contains(doubt.Value.Ask.Question.Options, option => option.Id == candidate);
    }

    [Theory]
    [InlineData("PreserVision")]
    [InlineData("Eligard")]
    [InlineData("Xatral")]
    [InlineData("Xeloda")]
    [InlineData("Zaltrap")]
    [InlineData("Lysanxia")]
    [InlineData("Endoxan")]
    [InlineData("Effentora")]
    [InlineData("Brintellix")]
    [InlineData("Levothyrox")]
    [InlineData("Cardensiel")]
    [InlineData("Cordarone")]
    [InlineData("Sinemet")]
    [InlineData("Pradif")]
    [InlineData("Asacol")]
    [InlineData("5-ASA")]
    public void ALookAlikeIsNeverRecognised(string typed) => Assert.Null(Assert.Single(DrugListReader.Split(typed)).Inn);

    [Fact]
    public void SixtyNamesAreSixtyNames() =>
        Assert.Equal(60, DrugListReader.Split(string.Join(", ", Enumerable.Range(1, 60).Select(number => $"médicament {number}a"))).Count);

    [Fact]
    public void TheAnswerToADoubtRewritesTheList()
    {
        Assert.Equal("clopidogrel ; Lovenox", DrugListReader.Resolve("Plavixx, Lovenox", Nothing, "clopidogrel").Text);
        Assert.Equal("clopidogrel ; aspirin", DrugListReader.Resolve("Plavix Kardégic", Nothing, DrugListReader.All).Text);
        Assert.Equal("Lovenox", DrugListReader.Resolve("pas d'aspirine ; Lovenox", Nothing, DrugListReader.NotTaken).Text);
        var (text, confirmed) = DrugListReader.Resolve("Plavixx", Nothing, DrugListReader.AsTyped);
        Assert.Equal("Plavixx", text);
        Assert.Null(DrugListReader.FirstDoubt(DrugListReader.Split(text), Nothing.Add(confirmed!)));
    }
}
