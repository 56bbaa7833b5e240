using System.Collections;
using System.Numerics;

namespace CimentoBot.Eligibility.Facts;

/// <summary>Facts of the vocabulary, in its order.</summary>
/// <param name="Bits">One bit a fact, at its place in the vocabulary.</param>
public readonly record struct FactSet(uint Bits) : IReadOnlyCollection<Fact>
{
    public int Count => BitOperations.PopCount(Bits);

    public bool Contains(Fact fact) => (Bits >> fact.Index & 1) == 1;

    public IEnumerator<Fact> GetEnumerator()
    {
        for (var bits = Bits; bits != 0; bits &= bits - 1)
        {
            yield return Vocabulary.All[BitOperations.TrailingZeroCount(bits)];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
