using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>Every combination of values that a criterion can tell apart, all facts known: plain logic, apart from the product's diagrams.</summary>
internal sealed class Situations
{
    public Situations(Criterion criterion)
    {
        Facts = FactsOf(criterion);
        var atoms = criterion.Atoms.Concat(Facts.SelectMany(fact => fact.Concern.Atoms)).ToLookup(atom => atom.Fact);
        Values = Facts.ToDictionary(fact => fact, fact => (IReadOnlyList<object>)[.. fact.Representatives(LimitsOf(atoms[fact]))
            .DistinctBy(value => string.Concat(atoms[fact].Select(atom => atom.Holds(value) ? '1' : '0')))]);
    }

    /// <summary>The facts that the criterion reads, and those that say whether they concern the case.</summary>
    public IReadOnlyCollection<Fact> Facts { get; }

    /// <summary>A value of each class that the atoms tell apart.</summary>
    public IReadOnlyDictionary<Fact, IReadOnlyList<object>> Values { get; }

    /// <param name="without">A fact to leave out.</param>
    public IEnumerable<Dictionary<Fact, object>> All(Fact? without = null)
    {
        IEnumerable<Dictionary<Fact, object>> all = [[]];
        foreach (var fact in Facts.Where(fact => fact != without))
        {
            all = all.SelectMany(situation => Values[fact].Select(value => With(situation, fact, value)));
        }

        return all;
    }

    public static Dictionary<Fact, object> With(IReadOnlyDictionary<Fact, object> situation, Fact fact, object value) =>
        new(situation) { [fact] = value };

    /// <summary>A criterion where everything is known.</summary>
    public static bool Holds(Criterion criterion, IReadOnlyDictionary<Fact, object> situation) => criterion switch
    {
        Atom atom => Holds(atom.Fact.Concern, situation) && atom.Holds(situation[atom.Fact]),
        AllOf all => all.Parts.All(part => Holds(part, situation)),
        AnyOf any => any.Parts.Any(part => Holds(part, situation)),
        NotThat not => !Holds(not.Part, situation),
        _ => true,
    };

    /// <summary>
    /// Whether a slip that acts only where one fact is unknown can never be seen: whatever the other facts, the criterion then
    /// has the same truths over the values of that fact. (An aim of cement is one of two aims: while the aims are unknown, the
    /// other one keeps everything open that the first did.) Functions that differ where the fact is known may be such.
    /// </summary>
    public static bool AreTheSameWhereUnknown(Criterion criterion, Criterion other, Fact unknown)
    {
        var situations = new Situations(criterion);
        return situations.All(without: unknown).All(known => Truths(criterion, known).SetEquals(Truths(other, known)));

        HashSet<bool> Truths(Criterion one, Dictionary<Fact, object> known) =>
            [.. situations.Values[unknown].Select(value => Holds(one, With(known, unknown, value)))];
    }

    private static HashSet<Fact> FactsOf(Criterion criterion)
    {
        var facts = new HashSet<Fact>();
        Add(criterion.Facts);
        return facts;

        void Add(IEnumerable<Fact> read)
        {
            foreach (var fact in read)
            {
                if (facts.Add(fact))
                {
                    Add(fact.Concern.Facts);
                }
            }
        }
    }

    private static decimal[] LimitsOf(IEnumerable<Atom> atoms) => [.. atoms.SelectMany(atom => atom.Limits).Distinct().Order()];
}
