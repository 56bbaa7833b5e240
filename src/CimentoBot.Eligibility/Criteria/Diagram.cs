namespace CimentoBot.Eligibility.Criteria;

/// <summary>
/// A reduced, ordered, multi-valued decision diagram: functions from the classes of the facts to a small number, stored
/// so that equal functions are one node. Built once from the rows, it answers exactly what three-valued logic can only
/// bound: which outcomes are reached by some completion, and which facts can still move them.
/// </summary>
internal sealed class Diagram
{
    /// <summary>Terminals are the nodes 0 … 7: 0 and 1 for a criterion, the six effects for the verdict.</summary>
    public const int Terminals = 8;

    private readonly List<Node> nodes = [];
    private readonly Dictionary<Node, int> unique = [];
    private readonly Dictionary<(int Left, int Right, bool Worst), int> combined = [];

    /// <summary>One place of the diagram: the fact that it asks about, and where each class leads.</summary>
    private sealed record Node(int Level, int[] Children)
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
    public int Test(int level, int size, uint mask) =>
        Make(level, [.. Enumerable.Range(0, size).Select(place => (int)(mask >> place & 1))]);

    public int And(int left, int right) => Combine(left, right, worst: false);

    /// <summary>Of criteria: or. Of verdicts: the worse of the two.</summary>
    public int Worst(int left, int right) => Combine(left, right, worst: true);

    /// <summary>The function with other values at its terminals.</summary>
    public int Map(int node, Func<int, int> terminal) => Map(node, terminal, []);

    /// <summary>The terminals that some completion reaches, as bits.</summary>
    /// <param name="node">The function.</param>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    public byte Reachable(int node, ReadOnlySpan<uint> allowed)
    {
        if (node < Terminals)
        {
            return (byte)(1 << node);
        }

        Span<byte> seen = Count <= 8192 ? stackalloc byte[Count] : new byte[Count];
        seen.Clear();
        return Reachable(node, allowed, seen);
    }

    /// <summary>The facts, as bits, on which the function still depends once each fact has only its allowed classes.</summary>
    public uint Support(int node, ReadOnlySpan<uint> allowed) => new Restriction(this).Support(node, allowed);

    private byte Reachable(int node, ReadOnlySpan<uint> allowed, Span<byte> seen)
    {
        if (node < Terminals)
        {
            return (byte)(1 << node);
        }

        if (seen[node] != 0)
        {
            return seen[node];
        }

        var (level, children) = nodes[node - Terminals];
        byte reached = 0;
        for (var place = 0; place < children.Length; place++)
        {
            if ((allowed[level] >> place & 1) == 1)
            {
                reached |= Reachable(children[place], allowed, seen);
            }
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
            var (level, children) = nodes[node - Terminals];
            mapped = done[node] = Make(level, [.. children.Select(child => Map(child, terminal, done))]);
        }

        return mapped;
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

        var key = left < right ? (left, right, worst) : (right, left, worst);
        if (!combined.TryGetValue(key, out var result))
        {
            var level = Math.Min(LevelOf(left), LevelOf(right));
            var size = LevelOf(left) == level ? nodes[left - Terminals].Children.Length : nodes[right - Terminals].Children.Length;
            var children = new int[size];
            for (var place = 0; place < size; place++)
            {
                children[place] = Combine(ChildOf(left, level, place), ChildOf(right, level, place), worst);
            }

            result = combined[key] = Make(level, children);
        }

        return result;
    }

    private int LevelOf(int node) => node < Terminals ? int.MaxValue : nodes[node - Terminals].Level;

    private int ChildOf(int node, int level, int place) => LevelOf(node) == level ? nodes[node - Terminals].Children[place] : node;

    private int Make(int level, int[] children)
    {
        if (Array.TrueForAll(children, child => child == children[0]))
        {
            return children[0];
        }

        var node = new Node(level, children);
        if (!unique.TryGetValue(node, out var place))
        {
            place = unique[node] = Terminals + nodes.Count;
            nodes.Add(node);
        }

        return place;
    }

    /// <summary>One question about a partly known case: the nodes of the diagram, reduced again under what is allowed.</summary>
    private sealed class Restriction(Diagram diagram)
    {
        private readonly Dictionary<int, int> reduced = [];
        private readonly Dictionary<Node, int> unique = [];
        private uint used;

        public uint Support(int node, ReadOnlySpan<uint> allowed)
        {
            Reduce(node, allowed);
            return used;
        }

        private int Reduce(int node, ReadOnlySpan<uint> allowed)
        {
            if (node < Terminals)
            {
                return node;
            }

            if (reduced.TryGetValue(node, out var known))
            {
                return known;
            }

            var (level, children) = diagram.nodes[node - Terminals];
            var kept = new List<int>(children.Length);
            for (var place = 0; place < children.Length; place++)
            {
                if ((allowed[level] >> place & 1) == 1)
                {
                    kept.Add(Reduce(children[place], allowed));
                }
            }

            if (kept.TrueForAll(child => child == kept[0]))
            {
                return reduced[node] = kept[0];
            }

            used |= 1u << level;
            var smaller = new Node(level, [.. kept]);
            if (!unique.TryGetValue(smaller, out var same))
            {
                same = unique[smaller] = Terminals + unique.Count;
            }

            return reduced[node] = same;
        }
    }
}
