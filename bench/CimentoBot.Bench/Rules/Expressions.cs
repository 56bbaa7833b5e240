using System.Globalization;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Bench.Rules;

/// <summary>
/// Prints criteria as expressions over <see cref="FlatFacts"/>, from the rows themselves, so that both engines have the same rules. An
/// expression is two-valued: the one for «holds» is true where the criterion holds whatever the unknown facts are, as far as
/// three-valued logic can tell, and the one for «fails» where it fails.
/// </summary>
internal static class Expressions
{
    public const string Parameter = "f";

    /// <summary>The members of a flat case that a list of medicines sets.</summary>
    public static readonly IReadOnlyList<MedicationDemands> Demands =
        [MedicationDemands.Hold, MedicationDemands.NotCovered, MedicationDemands.WindowMissed];

    public static string Holds(Criterion criterion) => criterion switch
    {
        Everything => "true",
        Atom atom when atom.Fact.Concern is Everything => Known(atom, holds: true),
        Atom atom => Join(" && ", [Holds(atom.Fact.Concern), Known(atom, holds: true)]),
        AllOf all => Join(" && ", all.Parts.Select(Holds)),
        AnyOf any => Join(" || ", any.Parts.Select(Holds)),
        NotThat not => Fails(not.Part),
        _ => throw new NotSupportedException(criterion.GetType().Name),
    };

    public static string MemberOf(Fact fact) => string.Concat(fact.Path.Split('.').Select(Capital));

    public static string MemberOf(Fact fact, string part) => MemberOf(fact) + Capital(part);

    private static string Fails(Criterion criterion) => criterion switch
    {
        Everything => "false",
        Atom atom when atom.Fact.Concern is Everything => Known(atom, holds: false),
        Atom atom => Join(" || ", [Fails(atom.Fact.Concern), Known(atom, holds: false)]),
        AllOf all => Join(" || ", all.Parts.Select(Fails)),
        AnyOf any => Join(" && ", any.Parts.Select(Fails)),
        NotThat not => Holds(not.Part),
        _ => throw new NotSupportedException(criterion.GetType().Name),
    };

    private static string Join(string word, IEnumerable<string> parts) => parts.ToList() switch
    {
        [] => word == " && " ? "true" : "false",
        [var one] => one,
        var all => $"({string.Join(word, all)})",
    };

    /// <summary>The fact is known and the comparison holds, or does not.</summary>
    private static string Known(Atom atom, bool holds) => atom.Fact switch
    {
        BooleanFact fact => Is(MemberOf(fact), atom.Holds(true) == holds),
        NumberFact fact => Compared(atom, fact, holds),
        MedicationsFact fact => Is(MemberOf(fact, Demands.Single(demand => atom.Holds(demand)).ToString()), holds),
        IChoiceFact { IsList: true } list => Listed(atom, list, holds),
        IChoiceFact choice => Chosen(atom, choice, holds),
        _ => throw new NotSupportedException(atom.Fact.Path),
    };

    private static string Compared(Atom atom, NumberFact fact, bool holds) =>
        atom.Limits is [var limit] && atom.Holds(limit) && !atom.Holds(limit + fact.Step)
            ? $"{Parameter}.{MemberOf(fact)} {(holds ? "<=" : ">")} {limit.ToString(CultureInfo.InvariantCulture)}m"
            : throw new NotSupportedException(atom.Words.En);

    private static string Chosen(Atom atom, IChoiceFact choice, bool holds)
    {
        var member = $"{Parameter}.{MemberOf(atom.Fact)}";
        var (yes, no) = (Ids(choice, atom, holds), Ids(choice, atom, !holds));
        return yes.Count <= no.Count
            ? Join(" || ", yes.Select(id => $"{member} == \"{id}\""))
            : Join(" && ", no.Select(id => $"{member} != \"{id}\"").Prepend($"{member} != null"));
    }

    private static List<string> Ids(IChoiceFact choice, Atom atom, bool holding) =>
        [.. choice.Options.Select(option => option.Id).Where(id => atom.Holds(choice.Parse([id])) == holding)];

    /// <summary>«Empty», «not empty», «names» or «does not name», told apart by what the comparison makes of lists of one and of none.</summary>
    private static string Listed(Atom atom, IChoiceFact list, bool holds)
    {
        var ofNone = atom.Holds(list.Parse([]));
        var others = Ids(list, atom, !ofNone);
        var member = others.Count == list.Options.Count ? MemberOf(atom.Fact, "any")
            : others is [var named] ? MemberOf(atom.Fact, named)
            : throw new NotSupportedException(atom.Words.En);
        return Is(member, ofNone != holds);
    }

    private static string Is(string member, bool value) => $"{Parameter}.{member} == {(value ? "true" : "false")}";

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
