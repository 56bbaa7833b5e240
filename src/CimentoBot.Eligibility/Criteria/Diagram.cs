using System.Numerics;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>
/// A reduced, ordered, multi-valued decision diagram: functions from the classes of the facts to a small number, stored
/// so that equal functions are one node. Built once from the rows, it answers exactly what three-valued logic can only
/// bound: which outcomes are reached by some completion, and which facts can still move them.
/// </summary>
/// <param name="sizes">For each fact, in order, how many classes of values the rows tell apart.</param>
internal sealed class Diagram(IReadOnlyList<int> sizes)
{
    /// <summary>Terminals are the nodes 0 … 7: 0 and 1 for a criterion, the six effects for the verdict.</summary>
    public const int Terminals = 8;

    /// <summary>What a criterion may reach: it fails, it holds.</summary>
    private const byte OfCriteria = 0b11;

    private const int MostOnStack = 8192;

    private readonly List<Node> nodes = [];
    private readonly Dictionary<Node, int> unique = [];
    private readonly Dictionary<long, int> combined = [];

    /// <summary>One place of the diagram: the fact that it asks about, where each class leads, and the facts that count from here on.</summary>
    internal sealed record Node(int Level, int[] Children, uint Support)
    {
        public bool Equals(Node? other) =>
            other is not null && Level == other.Level && Children.AsSpan().SequenceEqual(other.Children);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Level);
            foreach (var child in Children)
            {
                hash.Add(child);
            }

            return hash.ToHashCode();
        }
    }

    /// <summary>How many nodes there are, terminals included.</summary>
    public int Count => Terminals + nodes.Count;

    /// <summary>The function that is 1 in these classes of a fact and 0 in the others.</summary>
    public int Test(int level, uint mask)
    {
        var children = new int[sizes[level]];
        for (var place = 0; place < children.Length; place++)
        {
            children[place] = (int)(mask >> place & 1);
        }

        return Make(level, children);
    }

    public int And(int left, int right) => Combine(left, right, worst: false);

    /// <summary>Of criteria: or. Of verdicts: the worse of the two.</summary>
    public int Worst(int left, int right) => Combine(left, right, worst: true);

    /// <summary>The function with other values at its terminals.</summary>
    public int Map(int node, Func<int, int> terminal) => Map(node, terminal, []);

    /// <summary>The function where a fact has one class.</summary>
    public int Given(int node, int level, int place) => Given(node, level, place, []);

    /// <summary>In how many combinations of classes the function ends at each terminal.</summary>
    public BigInteger[] CountOf(int node) => CountOf(node, []);

    /// <summary>How many nodes a function has, terminals left out.</summary>
    public int SizeOf(int node)
    {
        var seen = new HashSet<int>();
        Visit(node);
        return seen.Count;

        void Visit(int place)
        {
            if (place >= Terminals && seen.Add(place))
            {
                Array.ForEach(At(place).Children, Visit);
            }
        }
    }

    /// <summary>The terminals that some completion reaches, as bits.</summary>
    /// <param name="node">The function.</param>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    /// <param name="enough">Where these are reached, others may be left out.</param>
    public byte Reachable(int node, ReadOnlySpan<uint> allowed, byte enough = byte.MaxValue)
    {
        Span<byte> seen = Count <= MostOnStack ? stackalloc byte[Count] : new byte[Count];
        return Reachable(node, allowed, enough, seen);
    }

    /// <summary>The same of several criteria, each part that they share once.</summary>
    /// <param name="functions">The criteria; each becomes what it reaches.</param>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    public void Reachable(Span<int> functions, ReadOnlySpan<uint> allowed)
    {
        Span<byte> seen = Count <= MostOnStack ? stackalloc byte[Count] : new byte[Count];
        foreach (ref var function in functions)
        {
            function = Reachable(function, allowed, OfCriteria, seen);
        }
    }

    /// <summary>The facts, as bits, on which the function still depends once each fact has only its allowed classes.</summary>
    public uint Support(int node, ReadOnlySpan<uint> allowed)
    {
        var narrowed = 0u;
        for (var level = 0; level < sizes.Count; level++)
        {
            narrowed = allowed[level] == (1u << sizes[level]) - 1 ? narrowed : narrowed | 1u << level;
        }

        return new Restriction(this, narrowed).Support(node, allowed);
    }

    /// <summary>A node that is no terminal.</summary>
    internal Node At(int node) => nodes[node - Terminals];

    /// <summary>The number of a node like that, or null.</summary>
    internal int? Find(Node node) => unique.TryGetValue(node, out var place) ? place : null;

    private byte Reachable(int node, ReadOnlySpan<uint> allowed, byte enough, Span<byte> seen)
    {
        if (node < Terminals)
        {
            return (byte)(1 << node);
        }

        if (seen[node] != 0)
        {
            return seen[node];
        }

        var at = At(node);
        byte reached = 0;
        for (var possible = allowed[at.Level]; possible != 0 && (reached & enough) != enough; possible &= possible - 1)
        {
            reached |= Reachable(at.Children[BitOperations.TrailingZeroCount(possible)], allowed, enough, seen);
        }

        return seen[node] = reached;
    }

    private int Map(int node, Func<int, int> terminal, Dictionary<int, int> done)
    {
        if (node < Terminals)
        {
            return terminal(node);
        }

        if (!done.TryGetValue(node, out var mapped))
        {
            var at = At(node);
            mapped = done[node] = Make(at.Level, Array.ConvertAll(at.Children, child => Map(child, terminal, done)));
        }

        return mapped;
    }

    private int Given(int node, int level, int place, Dictionary<int, int> done)
    {
        if (LevelOf(node) > level)
        {
            return node;
        }

        if (!done.TryGetValue(node, out var given))
        {
            var at = At(node);
            given = done[node] = at.Level == level
                ? at.Children[place]
                : Make(at.Level, [.. at.Children.Select(child => Given(child, level, place, done))]);
        }

        return given;
    }

    /// <summary>A fact that lies between a node and its child is free: every class of it counts.</summary>
    private BigInteger[] CountOf(int node, Dictionary<int, BigInteger[]> done)
    {
        var counts = CountFrom(node);
        return [.. counts.Select(count => count * Free(0, LevelOf(node)))];

        BigInteger[] CountFrom(int from)
        {
            if (done.TryGetValue(from, out var known))
            {
                return known;
            }

            var counted = new BigInteger[Terminals];
            if (from < Terminals)
            {
                counted[from] = 1;
            }
            else
            {
                var at = At(from);
                foreach (var child in at.Children)
                {
                    var below = CountFrom(child);
                    var free = Free(at.Level + 1, LevelOf(child));
                    for (var terminal = 0; terminal < Terminals; terminal++)
                    {
                        counted[terminal] += below[terminal] * free;
                    }
                }
            }

            return done[from] = counted;
        }

        BigInteger Free(int first, int end)
        {
            var product = BigInteger.One;
            for (var level = first; level < Math.Min(end, sizes.Count); level++)
            {
                product *= sizes[level];
            }

            return product;
        }
    }

    private int Combine(int left, int right, bool worst)
    {
        if (left < Terminals && right < Terminals)
        {
            return worst ? Math.Max(left, right) : Math.Min(left, right);
        }

        if (left == right)
        {
            return left;
        }

        var key = ((long)left << 32 | (uint)right) << 1 | (worst ? 1L : 0);
        if (!combined.TryGetValue(key, out var result))
        {
            var level = Math.Min(LevelOf(left), LevelOf(right));
            var size = LevelOf(left) == level ? At(left).Children.Length : At(right).Children.Length;
            var children = new int[size];
            for (var place = 0; place < size; place++)
            {
                children[place] = Combine(ChildOf(left, level, place), ChildOf(right, level, place), worst);
            }

            result = combined[key] = Make(level, children);
        }

        return result;
    }

    private int LevelOf(int node) => node < Terminals ? int.MaxValue : At(node).Level;

    private int ChildOf(int node, int level, int place) => LevelOf(node) == level ? At(node).Children[place] : node;

    internal uint SupportOf(int node) => node < Terminals ? 0 : At(node).Support;

    private int Make(int level, int[] children)
    {
        if (Array.TrueForAll(children, child => child == children[0]))
        {
            return children[0];
        }

        var support = 1u << level;
        foreach (var child in children)
        {
            support |= SupportOf(child);
        }

        var node = new Node(level, children, support);
        if (!unique.TryGetValue(node, out var place))
        {
            place = unique[node] = Terminals + nodes.Count;
            nodes.Add(node);
        }

        return place;
    }
}
