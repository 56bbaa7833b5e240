using System.Numerics;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Tests.Core;

/// <summary>The decision diagram by itself, on small functions whose answers can be counted on the fingers.</summary>
public sealed class DiagramTests
{
    private readonly Diagram diagram = new([2, 3, 2]);

    [Fact]
    public void TheFirstNodeOfAllIsNoTerminal()
    {
        var first = diagram.Test(0, 0b10);
        Assert.Equal(Diagram.Terminals, first);
        Assert.Equal(0b11, diagram.Reachable(first, [0b11, 0b111, 0b11]));
        Assert.Equal((0b001u, 0u), (diagram.SupportOf(first), diagram.SupportOf(1)));
        Assert.Equal(0b10, diagram.Reachable(first, [0b10, 0b111, 0b11]));
        Assert.Equal([6, 6], diagram.CountOf(first)[..2].Select(count => (int)count));
        Assert.Equal(first, diagram.And(first, 1));
        Assert.Equal(first, diagram.And(1, first));
        Assert.Equal(first, diagram.Worst(first, 0));
        Assert.Equal(first, diagram.Worst(0, first));
        Assert.Equal(0, diagram.And(first, 0));
        Assert.Equal(1, diagram.Worst(first, 1));
        Assert.Equal(diagram.Test(0, 0b01), diagram.Map(first, holds => 1 - holds));
        Assert.Equal((0, 1), (diagram.Given(first, 0, 0), diagram.Given(first, 0, 1)));
        Assert.Equal(first, diagram.Given(first, 1, 2));
    }

    [Fact]
    public void EqualFunctionsAreOneNode()
    {
        var (left, right) = (diagram.Test(0, 0b10), diagram.Test(1, 0b110));
        Assert.Equal(diagram.And(left, right), diagram.And(right, left));
        Assert.Equal(diagram.Worst(left, right), diagram.Worst(right, left));
        Assert.NotEqual(diagram.And(left, right), diagram.Worst(left, right));
        Assert.Equal(left, diagram.And(left, left));
        Assert.Equal((0, 1), (diagram.Test(1, 0), diagram.Test(1, 0b111)));
    }

    [Fact]
    public void ANodeIsWhatItAsksAndWhereEachClassLeads()
    {
        var node = new Diagram.Node(0, [0, 1], 1);
        var same = new Diagram.Node(0, [0, 1], 3);
        var asksAnother = new Diagram.Node(1, [0, 1], 1);
        var leadsElsewhere = new Diagram.Node(0, [1, 0], 1);
        Assert.Equal(node, same);
        Assert.Equal(node.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(node, asksAnother);
        Assert.NotEqual(node, leadsElsewhere);
        Assert.NotEqual(node.GetHashCode(), asksAnother.GetHashCode());
        Assert.NotEqual(node.GetHashCode(), leadsElsewhere.GetHashCode());
    }

    [Fact]
    public void NodesAreCountedOnceAndTerminalsNotAtAll()
    {
        var (left, right, last) = (diagram.Test(0, 0b10), diagram.Test(1, 0b110), diagram.Test(2, 0b10));
        Assert.Equal((0, 0), (diagram.SizeOf(0), diagram.SizeOf(Diagram.Terminals - 1)));
        Assert.Equal(1, diagram.SizeOf(left));
        Assert.Equal(2, diagram.SizeOf(diagram.And(left, right)));

        // Of an exclusive or, both ways meet in the same two nodes.
        var either = diagram.Worst(diagram.And(left, diagram.Map(right, holds => 1 - holds)), diagram.And(diagram.Map(left, holds => 1 - holds), right));
        Assert.Equal(3, diagram.SizeOf(either));
        Assert.Equal(5, diagram.SizeOf(diagram.Worst(diagram.And(either, last), diagram.And(diagram.Map(either, holds => 1 - holds), diagram.Map(last, holds => 1 - holds)))));
    }

    [Fact]
    public void FreeFactsCountWithAllTheirClasses()
    {
        var last = diagram.Test(2, 0b10);
        Assert.Equal([6, 6], diagram.CountOf(last)[..2].Select(count => (int)count));
        Assert.Equal([10, 2], diagram.CountOf(diagram.And(diagram.Test(1, 0b001), diagram.Test(0, 0b01)))[..2].Select(count => (int)count));
        Assert.Equal(new BigInteger(12), diagram.CountOf(1)[1]);
    }

    [Fact]
    public void AFactIsSupportWhereItCanStillMoveTheFunction()
    {
        var both = diagram.And(diagram.Test(0, 0b10), diagram.Test(1, 0b110));
        Assert.Equal(0b011u, diagram.Support(both, [0b11, 0b111, 0b11]));
        Assert.Equal(0b010u, diagram.Support(both, [0b10, 0b111, 0b11]));
        Assert.Equal(0b001u, diagram.Support(both, [0b11, 0b110, 0b11]));
        Assert.Equal(0u, diagram.Support(both, [0b01, 0b111, 0b11]));
    }

    [Fact]
    public void AClassOfANumberLiesBesideItsLimit()
    {
        var cut = new Partition(Vocabulary.Platelets, [(Atom)Vocabulary.Platelets.AtMost(50)]);
        Assert.Equal(((50m, false), (50m, true)), (cut.BoundOf(0b01)!.Value, cut.BoundOf(0b10)!.Value));
        var twice = new Partition(Vocabulary.Platelets, [(Atom)Vocabulary.Platelets.AtMost(90), (Atom)Vocabulary.Platelets.AtMost(50)]);
        Assert.Equal(
            [(50m, false), (50m, true), (90m, true)], new[] { 50m, 51m, 91m }.Select(value => twice.BoundOf(twice.MaskOf(value))!.Value));
        Assert.Null(new Partition(Vocabulary.Platelets, []).BoundOf(0b1));
        Assert.Equal((2, 1), (cut.Size, new Partition(Vocabulary.Platelets, []).Size));
    }
}
