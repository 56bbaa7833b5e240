using System.Numerics;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>
/// The values of one fact, cut into the classes that the guideline's atoms can tell apart: eleven sites are eleven
/// classes only if some criterion separates each of them; every platelet count is one of two.
/// </summary>
internal sealed class Partition
{
    private readonly Fact fact;
    private readonly decimal[] limits;
    private readonly int[] classOfRepresentative;
    private readonly List<object> representatives = [];

    public Partition(Fact fact, IReadOnlyCollection<Atom> atoms)
    {
        this.fact = fact;
        limits = LimitsOf(atoms);
        var all = fact.Representatives(limits);
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        classOfRepresentative = new int[all.Count];
        for (var place = 0; place < all.Count; place++)
        {
            classOfRepresentative[place] = Classify(all[place]);
        }

        All = (1u << Size) - 1;

        int Classify(object value)
        {
            var signature = string.Concat(atoms.Select(atom => atom.Holds(value) ? "1" : "0"));
            if (!classes.TryGetValue(signature, out var known))
            {
                known = classes[signature] = representatives.Count;
                representatives.Add(value);
            }

            return known;
        }
    }

    /// <summary>How many classes there are; 1 for a fact that no criterion reads, at most 32.</summary>
    public int Size => Math.Max(1, representatives.Count);

    /// <summary>The set of all classes, as bits.</summary>
    public uint All { get; }

    /// <summary>The class of a value, as one bit.</summary>
    public uint MaskOf(object value) => classOfRepresentative.Length == 0 ? 1 : MaskOf(fact.RepresentativeOf(value, limits));

    /// <summary>The class of a representative, as one bit.</summary>
    public uint MaskOf(int representative) => 1u << classOfRepresentative[representative];

    /// <summary>For a number: the limit next to a class, and whether the class lies above it.</summary>
    public (decimal Limit, bool Above)? BoundOf(uint mask)
    {
        var place = BitOperations.TrailingZeroCount(mask);
        return limits.Length == 0 ? null : place > 0 ? (limits[place - 1], true) : (limits[0], false);
    }

    /// <summary>The limits that atoms name, each once, in ascending order.</summary>
    private static decimal[] LimitsOf(IEnumerable<Atom> atoms)
    {
        var all = new List<decimal>();
        foreach (var atom in atoms)
        {
            for (var next = 0; next < atom.Limits.Count; next++)
            {
                var limit = atom.Limits[next];
                var place = all.FindIndex(known => known >= limit);
                if (place < 0)
                {
                    all.Add(limit);
                }
                else if (all[place] != limit)
                {
                    all.Insert(place, limit);
                }
            }
        }

        return [.. all];
    }

    /// <summary>The classes in which an atom holds.</summary>
    public uint MaskOf(Atom atom)
    {
        var mask = 0u;
        for (var place = 0; place < representatives.Count; place++)
        {
            mask = atom.Holds(representatives[place]) ? mask | 1u << place : mask;
        }

        return mask;
    }
}
