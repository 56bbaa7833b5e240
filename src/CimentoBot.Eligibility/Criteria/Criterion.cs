using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Criteria;

/// <summary>
/// A condition over named facts. It is data, not code: one definition gives the evaluation, the printed condition
/// and the facts that it reads. Evaluation is three-valued, so that a missing value can never pass for a «no».
/// </summary>
public abstract record Criterion
{
    /// <summary>Holds in every case.</summary>
    public static Criterion Always { get; } = new Everything();

    /// <summary>Holds when every part does.</summary>
    public static Criterion All(params Criterion[] parts) => new AllOf(parts);

    /// <summary>Holds when a part does.</summary>
    public static Criterion Any(params Criterion[] parts) => new AnyOf(parts);

    /// <summary>
    /// Holds when the whole of <paramref name="part"/> does not. An atom has a negation of its own (<c>IsNot</c>), which
    /// fails where its fact does not concern the case; this one does not.
    /// </summary>
    public static Criterion Not(Criterion part) => new NotThat(part);

    /// <summary>The atoms, left to right, without those that only say whether a fact concerns the case.</summary>
    public abstract IEnumerable<Atom> Atoms { get; }

    /// <summary>The facts that the criterion names, in the vocabulary's order.</summary>
    public IEnumerable<Fact> Facts => Atoms.Select(atom => atom.Fact).Distinct().OrderBy(fact => fact.Index);

    /// <summary>The condition in words.</summary>
    public abstract string Print(Language language);

    private protected static string Join(IEnumerable<Criterion> parts, string word, Language language) =>
        string.Join(word, parts.Select(part => part is AllOf or AnyOf ? $"({part.Print(language)})" : part.Print(language)));
}

/// <summary>One fact compared with something.</summary>
/// <param name="Fact">The fact that is read.</param>
/// <param name="Holds">Whether the comparison holds for a known value.</param>
/// <param name="Words">The comparison in words.</param>
public sealed record Atom(Fact Fact, Func<object, bool> Holds, Phrase Words) : Criterion
{
    /// <summary>The number that the fact is compared with, where it is one.</summary>
    public decimal? Limit { get; init; }

    public override IEnumerable<Atom> Atoms => [this];

    public override string Print(Language language) => Words.In(language);
}

internal sealed record Everything : Criterion
{
    public override IEnumerable<Atom> Atoms => [];

    public override string Print(Language language) => language == Language.French ? "toujours" : "always";
}

internal sealed record AllOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    public override IEnumerable<Atom> Atoms => Parts.SelectMany(part => part.Atoms);

    public override string Print(Language language) => Join(Parts, language == Language.French ? " et " : " and ", language);
}

internal sealed record AnyOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    public override IEnumerable<Atom> Atoms => Parts.SelectMany(part => part.Atoms);

    public override string Print(Language language) => Join(Parts, language == Language.French ? " ou " : " or ", language);
}

internal sealed record NotThat(Criterion Part) : Criterion
{
    public override IEnumerable<Atom> Atoms => Part.Atoms;

    public override string Print(Language language) =>
        (language == Language.French ? "sauf si " : "unless ") + $"({Part.Print(language)})";
}
