using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Tests.CaseBook;
using CimentoBot.Eligibility.Tests.Oracle;
using CsCheck;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>What must not matter does not: facts that do not concern the case, the order of a list, the language of the machine.</summary>
public sealed class WithoutEffectTests
{
    public static TheoryData<string> Cultures => ["fr-FR", "en-US", "tr-TR", "ar-SA", "th-TH"];

    [Fact]
    public void FactsThatDoNotConcernTheCaseAreWithoutEffect() => CaseGenerator.Any.Sample(
        generated =>
        {
            var seen = TheCore.On(generated.Case, generated.AsOf);
            var without = generated.Case.DeepClone().AsObject();
            foreach (var path in seen.NotUsed)
            {
                CaseNotation.Set(without, path, null);
            }

            AreTheSame(seen with { NotUsed = [] }, TheCore.On(without, generated.AsOf));
        },
        iter: Samples.Of(2_000));

    [Fact]
    public void TheOrderOfMedicinesChangesNothingButTheOrderOfTheSchedule() => Gen.Select(CaseGenerator.Any, Gen.Int[0, 1_000]).Sample(
        (generated, seed) =>
        {
            if (generated.Case["medications"] is not JsonArray { Count: > 1 } list)
            {
                return;
            }

            var shuffled = generated.Case.DeepClone().AsObject();
            shuffled["medications"] = new JsonArray([.. list.Select(line => line!.DeepClone()).OrderBy(line => $"{line}".GetHashCode(StringComparison.Ordinal) * (seed + 1L) % 7919)]);
            var seen = TheCore.On(generated.Case, generated.AsOf);
            var other = TheCore.On(shuffled, generated.AsOf);
            Assert.Equal((seen.AtBest, seen.AtWorst, seen.EarliestProcedureDate), (other.AtBest, other.AtWorst, other.EarliestProcedureDate));
            Assert.Equal(seen.Findings, other.Findings);
            Assert.Equal(seen.Missing.Count, other.Missing.Count);
            Assert.Equal(Sorted(seen.Holds), Sorted(other.Holds));
        },
        iter: Samples.Of(1_000));

#pragma warning disable RS0030 // That the machine's culture means nothing is what this test is about.
    [Theory]
    [MemberData(nameof(Cultures))]
    public void TheLanguageOfTheMachineMeansNothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            foreach (var row in CaseBookReader.Rows)
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var (seen, statements) = Said(row);
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var (other, otherStatements) = Said(row);
                AreTheSame(seen, other);
                Assert.Equal(statements, otherStatements);
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
#pragma warning restore RS0030

    /// <summary>A name that nobody knows is shown as it was typed first.</summary>
    private static IEnumerable<string> Sorted(IEnumerable<OracleHold> holds) =>
        holds.Select(hold => CaseBookRow.Print(hold with { Drug = DrugNames.Fold(hold.Drug) })).Order(StringComparer.Ordinal);

    private static (OracleAssessment Seen, IReadOnlyList<string> Statements) Said(CaseBookRow row)
    {
        var known = TheCore.CaseOf(row.NewCase(), row.AsOf);
        return (TheCore.On(known, row.AsOf), [.. TheCore.Assessor.Assess(known, row.AsOf).Holds.Select(hold => $"{hold.Statement}")]);
    }

    private static void AreTheSame(OracleAssessment seen, OracleAssessment other) => Assert.Equal(TheCore.Print(seen), TheCore.Print(other));
}
