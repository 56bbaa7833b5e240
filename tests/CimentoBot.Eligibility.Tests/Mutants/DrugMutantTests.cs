using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using Xunit;
using Xunit.Abstractions;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>A drug row changed by a day, an hour or a milligram, or a name given to another drug, turns a row of the case book red.</summary>
public sealed class DrugMutantTests(ITestOutputHelper output)
{
    [Fact]
    public void EveryNumberOfEveryDrugIsHeldByARow() => AreNoticed(
        from drug in Drugs.All
        from asked in Neighbours(drug.Asked)
        select ($"{drug.Inn}: {asked} for {drug.Asked}", new DrugTable([.. Drugs.All.Select(row => row == drug ? drug with { Asked = asked } : row)], Drugs.Duals)));

    [Fact]
    public void EveryNameOfEveryDrugIsHeldByARow() => AreNoticed(
        from drug in Drugs.All
        from name in drug.Names.Concat([drug.Inn, drug.InnFr]).Distinct(StringComparer.Ordinal)
        select ($"“{name}” given to another drug than {drug.Inn}", Renamed(drug, name)));

    [Fact]
    public void EveryDrugInADualProductIsHeldByARow() => AreNoticed(
        from dual in Drugs.Duals
        from other in new[] { dual with { First = dual.Second, Second = dual.First }, dual with { First = "ticagrelor" }, dual with { Second = "ticagrelor" }, dual with { SecondDoseMg = 59 }, dual with { SecondDoseMg = 160 } }
        select ($"{other} for {dual}", new DrugTable(Drugs.All, [other])));

    private void AreNoticed(IEnumerable<(string Slip, DrugTable Table)> mutants)
    {
        var all = mutants.ToList();
        var survivors = all.Where(one => BookUnderMutation.NoticesAGuideline(Guideline.Current.With(one.Table), known => known.Find(Facts.Vocabulary.Medications) is not { Count: 0 }) is null)
            .Select(one => one.Slip).ToList();
        output.WriteLine($"{all.Count} mutants, {survivors.Count} survivors");
        Assert.True(survivors.Count == 0, string.Join('\n', survivors.Prepend($"{survivors.Count} of {all.Count} mutants survive:")));
    }

    /// <summary>Every number one step up and down, and every other thing that the source asks of a drug.</summary>
    private static IEnumerable<Asked> Neighbours(Asked asked)
    {
        IEnumerable<Asked> near = asked switch
        {
            Stop { FromMg: { } limit } stop =>
                [stop with { Days = stop.Days - 1 }, stop with { Days = stop.Days + 1 }, stop with { FromMg = limit - 1 }, stop with { FromMg = limit + 1 }],
            Stop { Hours: { } hours } stop =>
                [stop with { Days = stop.Days - 1 }, stop with { Days = stop.Days + 1 }, stop with { Hours = hours - 1 }, stop with { Hours = hours + 1 }],
            Stop stop => [stop with { Days = stop.Days - 1 }, stop with { Days = stop.Days + 1 }],
            Relay relay => [new Relay(relay.HeparinDays - 1), new Relay(relay.HeparinDays + 1)],
            _ => [],
        };
        return near.Concat(Drugs.All.Select(drug => drug.Asked).Distinct().Where(other => other != asked && !(other is Unnamed && asked is Unnamed)));
    }

    /// <summary>The name goes from its drug to the next row of which the source asks something else.</summary>
    private static DrugTable Renamed(Drug drug, string name)
    {
        var other = Drugs.All.Concat(Drugs.All).SkipWhile(row => row != drug).First(row => row.Asked != drug.Asked);
        var without = Without(drug, name);
        return new(
            [.. Drugs.All.Select(row => row == drug ? without : row == other ? row with { Names = [.. row.Names, name] } : row)],
            [.. Drugs.Duals.Select(dual => dual with
            {
                First = dual.First == drug.Inn ? without.Inn : dual.First,
                Second = dual.Second == drug.Inn ? without.Inn : dual.Second,
            })]);
    }

    private static Drug Without(Drug drug, string name)
    {
        return drug with { Inn = Other(drug.Inn), InnFr = Other(drug.InnFr), Names = [.. drug.Names.Where(own => !IsIt(own))] };

        string Other(string inn) => IsIt(inn) ? inn + " of old" : inn;

        bool IsIt(string own) => DrugNames.Fold(own) == DrugNames.Fold(name);
    }
}
