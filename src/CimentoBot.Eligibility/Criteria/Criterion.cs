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

    /// <summary>Holds in none.</summary>
    public static Criterion Never { get; } = new AnyOf([]);

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

    /// <summary>The criterion changed in one place, in each way in which a slip of the pen would: the cases must notice every one.</summary>
    public abstract IEnumerable<Mutant> Mutants { get; }

    /// <summary>The condition in words.</summary>
    public abstract string Print(Language language);

    /// <summary>The mutants of a list of parts: a part changed, a part left out.</summary>
    private protected static IEnumerable<Mutant> MutantsOf(IReadOnlyList<Criterion> parts, Func<Criterion[], Criterion> join)
    {
        for (var place = 0; place < parts.Count; place++)
        {
            var before = parts.Take(place);
            var after = parts.Skip(place + 1);
            foreach (var mutant in parts[place].Mutants)
            {
                yield return mutant with { Criterion = join([.. before, mutant.Criterion, .. after]) };
            }

            yield return new($"without “{parts[place].Print(Language.English)}”", join([.. before, .. after]));
        }
    }

    /// <summary>Brackets stand only where «and» and «or» meet.</summary>
    private protected string Join(IEnumerable<Criterion> parts, string word, Language language) => string.Join(word, parts.Select(part =>
        part is AllOf or AnyOf && part.GetType() != GetType() ? $"({part.Print(language)})" : part.Print(language)));
}

/// <summary>A criterion with a slip of the pen in it.</summary>
/// <param name="Slip">What was changed.</param>
/// <param name="Criterion">What came of it.</param>
public sealed record Mutant(string Slip, Criterion Criterion)
{
    /// <summary>The slip acts only where this fact is unknown: there it reads as «no».</summary>
    public Fact? WhereUnknown { get; init; }
}

/// <summary>One fact compared with something.</summary>
/// <param name="Fact">The fact that is read.</param>
/// <param name="Holds">Whether the comparison holds for a known value.</param>
/// <param name="Words">The comparison in words.</param>
public sealed record Atom(Fact Fact, Func<object, bool> Holds, Phrase Words) : Criterion
{
    /// <summary>Of a number: the values next to which the comparison changes, each the last of its class.</summary>
    public IReadOnlyList<decimal> Limits { get; init; } = [];

    /// <summary>Comparisons next to it: another limit, another value, the opposite.</summary>
    public Func<IEnumerable<Criterion>> Neighbours { get; init; } = () => [];

    public override IEnumerable<Atom> Atoms => [this];

    public override IEnumerable<Mutant> Mutants => Neighbours()
        .Select(other => new Mutant($"“{other.Print(Language.English)}” for “{Words.En}”", other))
        .Append(new($"unknown read as no in “{Words.En}”", Never) { WhereUnknown = Fact });

    public override string Print(Language language) => Words.In(language);
}

internal sealed record Everything : Criterion
{
    public override IEnumerable<Atom> Atoms => [];

    public override IEnumerable<Mutant> Mutants => [new("never", Never)];

    public override string Print(Language language) => language == Language.French ? "toujours" : "always";
}

internal sealed record AllOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    public override IEnumerable<Atom> Atoms => Parts.SelectMany(part => part.Atoms);

    public override IEnumerable<Mutant> Mutants => MutantsOf(Parts, All).Append(new("“or” for “and”", Any([.. Parts])));

    public override string Print(Language language) => Join(Parts, language == Language.French ? " et " : " and ", language);
}

internal sealed record AnyOf(IReadOnlyList<Criterion> Parts) : Criterion
{
    public override IEnumerable<Atom> Atoms => Parts.SelectMany(part => part.Atoms);

    public override IEnumerable<Mutant> Mutants => MutantsOf(Parts, Any).Append(new("“and” for “or”", All([.. Parts])));

    public override string Print(Language language) => Join(Parts, language == Language.French ? " ou " : " or ", language);
}

internal sealed record NotThat(Criterion Part) : Criterion
{
    public override IEnumerable<Atom> Atoms => Part.Atoms;

    public override IEnumerable<Mutant> Mutants => Part.Mutants
        .Select(mutant => mutant with { Criterion = Not(mutant.Criterion) })
        .Append(new("without the negation", Part));

    public override string Print(Language language) =>
        (language == Language.French ? "non " : "not ") + $"({Part.Print(language)})";
}
