using System.Numerics;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Rules;

/// <summary>
/// How many situations the rows tell apart. A situation gives each fact that concerns it one class of values; every platelet
/// count over the limit is one class, every site that no rule separates from another is the same. Situations are no patients:
/// how many there are says nothing of how often they are met.
/// </summary>
/// <param name="Total">Situations, facts that do not concern them left out.</param>
/// <param name="ByVerdict">How many fall to each verdict.</param>
/// <param name="Combinations">Classes of all facts multiplied: the base of the numbers beside each fact.</param>
/// <param name="Facts">What each fact that a rule reads does.</param>
/// <param name="Nodes">Nodes of the verdict's decision diagram.</param>
public sealed record SituationMap(
    BigInteger Total,
    IReadOnlyDictionary<Effect, BigInteger> ByVerdict,
    BigInteger Combinations,
    IReadOnlyList<SituationFact> Facts,
    int Nodes);

/// <summary>One fact on the map.</summary>
/// <param name="Fact">The fact.</param>
/// <param name="Classes">Into how many classes the rows cut its values.</param>
/// <param name="Concerned">In how many combinations it concerns the case.</param>
/// <param name="Moves">In how many another value of it, the other facts as they are, gives another verdict.</param>
public sealed record SituationFact(Fact Fact, int Classes, BigInteger Concerned, BigInteger Moves);
