namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>
/// For each atom of each criterion, two cases of the book that differ in that atom alone among those of the criterion, and in
/// whether it holds (what aviation calls unique-cause MC/DC). Where no two cases at all do, docs/safety/pairs.md says why.
/// </summary>
public sealed class PairTests
{
    [Fact]
    public void EveryAtomOfEveryRuleDecidesAloneBetweenTwoCasesOfTheBook()
    {
        var lacking = PairLine.All.Where(line => line is { Possible: true, Pair: null }).Select(line => $"{line.Rule.Id}: {line.Atom.Words.En}").ToList();
        Assert.True(lacking.Count == 0, string.Join('\n', lacking.Prepend($"{lacking.Count} of {PairLine.All.Count} atoms lack a pair:")));
    }

    /// <summary>An atom that never decides alone changes together with others: it would be dead if not.</summary>
    [Fact]
    public void AnAtomWithoutAPairChangesTogetherWithOthers() => Assert.Equal(
        [], PairLine.All.Where(line => !line.Possible && line.MovesWith.Count == 0).Select(line => $"{line.Rule.Id}: {line.Atom.Words.En}"));
}
