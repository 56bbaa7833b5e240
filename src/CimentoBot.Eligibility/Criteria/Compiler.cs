using System.Runtime.InteropServices;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>A criterion in both forms: its gate, and its node of the diagram.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Compiled(int Gate, int Node);

/// <summary>Brings criteria into both forms.</summary>
/// <param name="circuit">Where the gates go.</param>
/// <param name="diagram">Where the nodes go.</param>
/// <param name="partitions">For each fact, the classes that the criteria tell apart.</param>
/// <param name="concernOf">When a fact concerns a case.</param>
internal sealed class Compiler(Circuit circuit, Diagram diagram, Partition[] partitions, Func<Fact, Criterion> concernOf)
{
    /// <summary>An atom fails where its fact does not concern the case, also when it is a negation.</summary>
    public Compiled Compile(Criterion criterion) => criterion switch
    {
        Everything _ => new(circuit.All(), 1),
        Atom atom when concernOf(atom.Fact) is Everything => Test(atom),
        Atom atom => Both(Compile(concernOf(atom.Fact)), Test(atom)),
        AllOf all => Compile(all.Parts, circuit.All, 1, diagram.And),
        AnyOf any => Compile(any.Parts, circuit.Any, 0, diagram.Worst),
        NotThat not when Compile(not.Part) is var part => new(circuit.Not(part.Gate), diagram.Map(part.Node, holds => 1 - holds)),
        _ => throw new NotSupportedException(criterion.GetType().Name),
    };

    private Compiled Compile(IReadOnlyList<Criterion> parts, Func<int[], int> gate, int start, Func<int, int, int> join)
    {
        var (gates, node) = (new int[parts.Count], start);
        for (var place = 0; place < gates.Length; place++)
        {
            var part = Compile(parts[place]);
            gates[place] = part.Gate;
            node = join(node, part.Node);
        }

        return new(gate(gates), node);
    }

    private Compiled Both(Compiled left, Compiled right) => new(circuit.All(left.Gate, right.Gate), diagram.And(left.Node, right.Node));

    private Compiled Test(Atom atom)
    {
        var mask = partitions[atom.Fact.Index].MaskOf(atom);
        return new(circuit.Test(atom.Fact.Index, mask), diagram.Test(atom.Fact.Index, mask));
    }
}
