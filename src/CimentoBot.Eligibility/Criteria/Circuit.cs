using System.Numerics;
using System.Runtime.InteropServices;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>What a criterion comes to in a partly known case, and the facts, as bits, that settle it; none while it is open.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Settled(Truth Truth, uint Because)
{
    public static readonly Settled Open = new(Truth.Unknown, 0);
}

/// <summary>
/// The criteria as gates, each shared part once, in an order in which every gate stands behind its parts. One pass tells of every
/// criterion whether it holds, fails or is open in three-valued logic, and why. That is sound and not exact: what stays open
/// here is put to the <see cref="Diagram"/>.
/// </summary>
internal sealed class Circuit
{
    private readonly List<Gate> gates = [];
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    private enum Kind
    {
        Test,
        All,
        Any,
        Not,
    }

    /// <param name="Kind">What it does with its parts.</param>
    /// <param name="Fact">Of a test: the fact, by its place in the vocabulary.</param>
    /// <param name="Mask">Of a test: the classes in which it holds.</param>
    /// <param name="Parts">The gates that it reads.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Gate(Kind Kind, int Fact, uint Mask, int[] Parts)
    {
        /// <summary>The facts, as bits, that it hangs on.</summary>
        public uint Facts { get; init; }

        /// <summary>Those that it reads in more than one place.</summary>
        public uint Twice { get; init; }
    }

    /// <summary>How many gates there are: the length of what <see cref="Settle"/> and <see cref="Explain"/> fill.</summary>
    public int Count => gates.Count;

    public int Test(int fact, uint mask) => Add(new(Kind.Test, fact, mask, []) { Facts = 1u << fact });

    /// <summary>Without parts it always holds.</summary>
    public int All(params int[] parts) => Joined(Kind.All, parts);

    /// <summary>Without parts it never holds.</summary>
    public int Any(params int[] parts) => Joined(Kind.Any, parts);

    public int Not(int part) => Add(new(Kind.Not, 0, 0, [part]));

    /// <summary>
    /// The facts, as bits, that a gate reads in more than one place. While all of these are known, what it comes to is exact: nothing that is
    /// open here is tied to anything else.
    /// </summary>
    public uint ReadTwice(int gate) => gates[gate].Twice;

    /// <summary>What every gate comes to under what is allowed.</summary>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    /// <param name="truths">One place for each gate.</param>
    public void Settle(ReadOnlySpan<uint> allowed, Span<Truth> truths)
    {
        var all = CollectionsMarshal.AsSpan(gates);
        for (var place = 0; place < all.Length; place++)
        {
            ref readonly var gate = ref all[place];
            truths[place] = gate.Kind switch
            {
                Kind.Test => TruthOf(gate.Mask, allowed[gate.Fact]),
                Kind.All => Joined(gate.Parts, truths, deciding: Truth.No),
                Kind.Any => Joined(gate.Parts, truths, deciding: Truth.Yes),
                _ => Turned(truths[gate.Parts[0]]),
            };
        }
    }

    /// <summary>The same, and what settles it.</summary>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    /// <param name="settled">One place for each gate.</param>
    public void Explain(ReadOnlySpan<uint> allowed, Span<Settled> settled)
    {
        var all = CollectionsMarshal.AsSpan(gates);
        for (var place = 0; place < all.Length; place++)
        {
            ref readonly var gate = ref all[place];
            settled[place] = gate.Kind switch
            {
                Kind.Test => Tested(gate.Fact, TruthOf(gate.Mask, allowed[gate.Fact])),
                Kind.All => Join(gate.Parts, settled, deciding: Truth.No),
                Kind.Any => Join(gate.Parts, settled, deciding: Truth.Yes),
                _ => settled[gate.Parts[0]] with { Truth = Turned(settled[gate.Parts[0]].Truth) },
            };
        }
    }

    private static Truth TruthOf(uint mask, uint possible) =>
        (Truth)((int)Truth.Unknown + ((possible & ~mask) == 0 ? 1 : 0) - ((possible & mask) == 0 ? 1 : 0));

    private static Truth Turned(Truth truth) => (Truth)((int)Truth.Yes - (int)truth);

    /// <summary>One part that decides is enough; else all must be known.</summary>
    private static Truth Joined(int[] parts, ReadOnlySpan<Truth> truths, Truth deciding)
    {
        var joined = Turned(deciding);
        foreach (var place in parts)
        {
            if (truths[place] == deciding)
            {
                return deciding;
            }

            joined = truths[place] is Truth.Unknown ? Truth.Unknown : joined;
        }

        return joined;
    }

    private static Settled Tested(int fact, Truth truth) => truth is Truth.Unknown ? Settled.Open : new(truth, 1u << fact);

    /// <summary>One part that decides is enough, and the one that needs the fewest facts says why; else all parts say it together.</summary>
    private static Settled Join(int[] parts, ReadOnlySpan<Settled> settled, Truth deciding)
    {
        var decided = Settled.Open;
        var together = 0u;
        var open = false;
        foreach (var place in parts)
        {
            var part = settled[place];
            if (part.Truth == deciding)
            {
                if (decided.Truth != deciding || BitOperations.PopCount(part.Because) < BitOperations.PopCount(decided.Because))
                {
                    decided = part;
                }
            }
            else
            {
                open |= part.Truth is Truth.Unknown;
                together |= part.Because;
            }
        }

        return decided.Truth == deciding ? decided : open ? Settled.Open : new(Turned(deciding), together);
    }

    private int Joined(Kind kind, int[] parts) => parts.Length == 1 ? parts[0] : Add(new(kind, 0, 0, parts));

    private int Add(Gate gate)
    {
        var name = $"{gate.Kind} {gate.Fact} {gate.Mask} {string.Join(' ', gate.Parts)}";
        if (!known.TryGetValue(name, out var place))
        {
            place = known[name] = gates.Count;
            var (facts, twice) = (gate.Facts, 0u);
            foreach (var part in gate.Parts)
            {
                twice |= gates[part].Twice | (facts & gates[part].Facts);
                facts |= gates[part].Facts;
            }

            gates.Add(gate with { Facts = facts, Twice = twice });
        }

        return place;
    }
}
