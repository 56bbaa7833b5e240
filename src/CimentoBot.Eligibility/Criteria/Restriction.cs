using System.Numerics;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>
/// One question about a partly known case: on which facts does a function still depend? Its nodes are reduced again under the
/// classes that are left; equal ones become one, so that a node that remains is a fact that counts.
/// </summary>
/// <param name="diagram">The nodes.</param>
/// <param name="narrowed">The facts, as bits, that have lost a class. A node that asks about none of them stays as it is.</param>
internal sealed class Restriction(Diagram diagram, uint narrowed)
{
    private readonly Dictionary<int, int> reduced = [];
    private readonly Dictionary<Diagram.Node, int> unique = [];
    private uint used;

    public uint Support(int node, ReadOnlySpan<uint> allowed)
    {
        Reduce(node, allowed);
        return used;
    }

    private int Reduce(int node, ReadOnlySpan<uint> allowed)
    {
        var support = diagram.SupportOf(node);
        if ((support & narrowed) == 0)
        {
            used |= support;
            return node;
        }

        if (reduced.TryGetValue(node, out var known))
        {
            return known;
        }

        var (level, children, _) = diagram.At(node);
        var possible = allowed[level];
        var kept = new int[BitOperations.PopCount(possible)];
        for (var place = 0; possible != 0; possible &= possible - 1)
        {
            kept[place++] = Reduce(children[BitOperations.TrailingZeroCount(possible)], allowed);
        }

        if (Array.TrueForAll(kept, child => child == kept[0]))
        {
            return reduced[node] = kept[0];
        }

        used |= 1u << level;
        return reduced[node] = Unique(new(level, kept, support));
    }

    /// <summary>What is left of a node may be a node of the diagram that lost nothing: then it is that one.</summary>
    private int Unique(Diagram.Node node)
    {
        if (diagram.Find(node) is { } own)
        {
            return own;
        }

        if (!unique.TryGetValue(node, out var same))
        {
            same = unique[node] = diagram.Count + unique.Count;
        }

        return same;
    }
}
