using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Core;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;
using NodaTime;

namespace CimentoBot.Eligibility.Tests.Safety;

/// <summary>What must hold of the core whatever the case: controls of docs/safety/hazards.md that no single row of the case book shows.</summary>
public sealed class HazardTests
{
    private static readonly string[] InFavour = ["eligible", "eligibleWithConditions"];

    public static TheoryData<string> BloodTests => ["plateletsPerMm3", "prothrombinRatioPercent"];

    public static TheoryData<string> AbsoluteContraindications => ["systemicInfection", "punctureSiteInfection", "severeCoagulopathy", "cementAllergy"];

    [Fact]
    public void AVerdictInFavourNeverComesWithoutAnIndication() => CaseGenerator.Any.Sample(
        generated =>
        {
            var seen = TheCore.On(generated.Case, generated.AsOf);
            return !InFavour.Contains(seen.AtWorst) || seen.Findings.Concat(seen.Open).Any(id => id.StartsWith("indication.", StringComparison.Ordinal));
        },
        iter: Samples.Of(2_000));

    [Theory]
    [MemberData(nameof(BloodTests))]
    public void AMissingBloodTestNeverYieldsAVerdictInFavour(string test) => CaseGenerator.Whole.Sample(
        generated => TheCore.On(Patient(generated, test, null), generated.AsOf).Verdict is "undetermined" or "deferred" or "notIndicated" or "contraindicated",
        iter: Samples.Of(1_000));

    [Theory]
    [MemberData(nameof(AbsoluteContraindications))]
    public void AnAbsoluteContraindicationThatIsNotKnownIsNeverTakenForAbsent(string fact) => CaseGenerator.Whole.Sample(
        generated => TheCore.On(Patient(generated, fact, null), generated.AsOf).AtWorst == "contraindicated", iter: Samples.Of(1_000));

    [Theory]
    [MemberData(nameof(AbsoluteContraindications))]
    public void AnAbsoluteContraindicationDecidesWhateverElseIsSaid(string fact) => CaseGenerator.Any.Sample(
        generated => TheCore.On(Patient(generated, fact, true), generated.AsOf).Verdict == "contraindicated", iter: Samples.Of(1_000));

    [Fact]
    public void ARefusalStopsNoDrugAndGivesNoDate() => CaseGenerator.Any.Sample(
        generated =>
        {
            var seen = TheCore.On(generated.Case, generated.AsOf);
            return seen.AtBest is not ("notIndicated" or "contraindicated") || (seen.Holds.Count == 0 && seen.EarliestProcedureDate is null);
        },
        iter: Samples.Of(2_000));

    [Fact]
    public void UrgentFindingsStandFirstWhateverTheVerdict() => CaseGenerator.Any.Sample(
        generated =>
        {
            var findings = TheCore.On(generated.Case, generated.AsOf).Findings;
            return findings.TakeWhile(RuleTable.Urgent.Contains).Count() == findings.Count(RuleTable.Urgent.Contains);
        },
        iter: Samples.Of(2_000));

    [Fact]
    public void OnlyTheDrugsThatTheSourceNamesAreStopped() => Assert.Equal(
        ["clopidogrel", "aspirin", "dabigatran", "rivaroxaban", "apixaban"],
        DrugTable.Current.All.Where(drug => drug.Asked is Stop).Select(drug => drug.Inn));

    [Fact]
    public void ADrugThatTheSourceDoesNotNameGetsNoDateAndDefersNothing()
    {
        var unnamed = DrugTable.Current.All.Where(drug => drug.Asked is Unnamed).SelectMany(drug => drug.Names.Append(drug.Inn)).Append("Zzyxol");
        var holds = Today([.. unnamed.Select(name => new Medication(name))], new(2026, 11, 30));
        Assert.NotEmpty(holds);
        Assert.All(holds, hold => Assert.Equal(
            (HoldAction.NotCovered, null, null, null, HoldMet.Unknown),
            (hold.Action, hold.StopOn, hold.LastDoseBefore, hold.DaysBefore, hold.Met)));
    }

    [Fact]
    public void ARelayIsNoStopIsNeverKeptAndDatesTheHeparinAlone()
    {
        var planned = new LocalDate(2026, 12, 7);
        var holds = Today([new("Coumadine"), new("Previscan"), new("Sintrom")], planned);
        Assert.Equal(3, holds.Count);
        Assert.All(holds, hold =>
        {
            Assert.Equal((HoldAction.Bridge, planned.PlusDays(-1), HoldMet.Unknown), (hold.Action, hold.StopOn!.Value, hold.Met));
            Assert.Contains("La source ne dit pas", hold.Statement.Fr, StringComparison.Ordinal);
            Assert.Contains("The source does not say", hold.Statement.En, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void ThatADualTabletStopsBothIsSaidOfBoth() => Assert.All(Today([new("DuoPlavin")], new(2026, 12, 7)), hold =>
    {
        Assert.Contains("le comprimé de DuoPlavin arrête les deux", hold.Statement.Fr, StringComparison.Ordinal);
        Assert.Contains("the DuoPlavin tablet stops both", hold.Statement.En, StringComparison.Ordinal);
    });

    [Theory]
    [InlineData("Praxbind", "Pradaxa")]
    [InlineData("Pradaxa", "Apranax")]
    [InlineData("Plavix", "Pradif")]
    [InlineData("Previscan", "PreserVision")]
    [InlineData("Eliquis", "Eligard")]
    [InlineData("Xarelto", "Xatral")]
    [InlineData("Xarelto", "Zaltrap")]
    [InlineData("Lixiana", "Lysanxia")]
    [InlineData("edoxaban", "Endoxan")]
    [InlineData("Efient", "Effentora")]
    [InlineData("Brilique", "Brintellix")]
    [InlineData("Lovenox", "Levothyrox")]
    [InlineData("Kardégic", "Cardensiel")]
    [InlineData("Coumadine", "Cordarone")]
    [InlineData("Sintrom", "Sinemet")]
    [InlineData("Aspro", "Asacol")]
    public void LookAlikesStayApart(string name, string another)
    {
        Assert.NotNull(DrugTable.Current.Find(name));
        Assert.NotEqual(DrugTable.Current.Find(name), DrugTable.Current.Find(another));
    }

    [Fact]
    public void FiveDaysAreFiveDaysOnEveryDayOfALeapYear()
    {
        for (var planned = new LocalDate(2027, 12, 25); planned < new LocalDate(2029, 1, 10); planned = planned.PlusDays(1))
        {
            var stopOn = Assert.Single(Clopidogrel(planned, null)).StopOn!.Value;
            Assert.Equal(5, Period.DaysBetween(stopOn, planned));
            Assert.Equal(HoldMet.No, Assert.Single(Clopidogrel(planned, stopOn)).Met);
            Assert.Equal(HoldMet.Yes, Assert.Single(Clopidogrel(planned, stopOn.PlusDays(-1))).Met);
        }
    }

    [Fact]
    public void AnotherNumberInARowGivesAnotherHash()
    {
        var rules = Guideline.Current.Rules.Select(rule => rule.Id == "deferred.platelets" ? rule with { When = Vocabulary.Platelets.AtMost(50_001) } : rule);
        Assert.NotEqual(Guideline.Current.Hash, new Guideline([.. rules]).Hash);
        Assert.Equal(Guideline.Current.Hash, new Guideline(Guideline.Current.Rules).Hash);
    }

    private static IReadOnlyList<Hold> Clopidogrel(LocalDate planned, LocalDate? lastDoseOn) => Today([new("Plavix", LastDoseOn: lastDoseOn)], planned);

    private static IReadOnlyList<Hold> Today(IReadOnlyList<Medication> medications, LocalDate planned) =>
        Schedule.Of(medications, DrugTable.Current, new(planned), planned, TheCore.Paris).Holds;

    private static JsonObject Patient(GeneratedCase generated, string fact, bool? value)
    {
        var changed = generated.Case.DeepClone().AsObject();
        CaseNotation.Set(changed, $"patient.{fact}", value);
        return changed;
    }
}
