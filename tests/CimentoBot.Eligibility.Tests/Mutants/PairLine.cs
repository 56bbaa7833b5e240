using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Rules;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>One atom of one rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Atom">One comparison of its criterion.</param>
/// <param name="Possible">Whether two situations differ in it alone and in whether the rule holds.</param>
/// <param name="Pair">The first two rows of the book that do: one where the comparison holds, one where it does not.</param>
/// <param name="MovesWith">Where none can: the comparisons that change with it.</param>
internal sealed record PairLine(
    Rule Rule, Atom Atom, bool Possible, (CaseBookRow With, CaseBookRow Without)? Pair, IReadOnlyList<Atom> MovesWith)
{
    /// <summary>Every atom of every rule.</summary>
    public static IReadOnlyList<PairLine> All { get; } = [.. Guideline.Current.Rules.SelectMany(Of)];

    private static IEnumerable<PairLine> Of(Rule rule)
    {
        var pairs = new Pairs(rule.When);
        return pairs.Atoms.Select((atom, place) => pairs.ExistsAtAll(place)
            ? new PairLine(rule, atom, true, pairs.InTheBook(place), [])
            : new PairLine(rule, atom, false, null, pairs.MovesWith(place)));
    }
}
