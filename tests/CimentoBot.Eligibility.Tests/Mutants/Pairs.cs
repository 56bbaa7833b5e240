using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>The atoms of a criterion, and the situations in which one of them alone decides.</summary>
internal sealed class Pairs
{
    private readonly Criterion criterion;
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseBookRow> inTheBook = new(StringComparer.Ordinal);

    public Pairs(Criterion criterion)
    {
        this.criterion = criterion;
        Atoms = [.. criterion.Atoms.DistinctBy(atom => atom.Words)];
        foreach (var situation in Situations())
        {
            everywhere.Add(SignatureOf(situation));
        }

        foreach (var known in BookUnderMutation.Cases)
        {
            if (SituationOf(known) is { } situation)
            {
                inTheBook.TryAdd(SignatureOf(situation), known.Row);
            }
        }
    }

    public IReadOnlyList<Atom> Atoms { get; }

    public bool ExistsAtAll(int atom) => everywhere.Any(signature => everywhere.Contains(AcrossFrom(signature, atom)));

    /// <summary>The first two rows of the book that differ in the atom alone and in whether the criterion holds, or null.</summary>
    public (CaseBookRow With, CaseBookRow Without)? InTheBook(int atom)
    {
        foreach (var (signature, row) in inTheBook)
        {
            if (signature[atom] == '1' && inTheBook.TryGetValue(AcrossFrom(signature, atom), out var other))
            {
                return (row, other);
            }
        }

        return null;
    }

    /// <summary>A signature has one letter an atom, and last whether the criterion holds.</summary>
    private static string AcrossFrom(string signature, int atom) =>
        $"{signature[..atom]}{Turned(signature[atom])}{signature[(atom + 1)..^1]}{Turned(signature[^1])}";

    /// <summary>The atoms that change with it, as few as do, wherever the criterion changes; none where it never does.</summary>
    public IReadOnlyList<Atom> MovesWith(int atom)
    {
        var nearest = (
            from one in everywhere
            where one[atom] == '1'
            from other in everywhere
            where other[atom] == '0' && other[^1] != one[^1]
            select Enumerable.Range(0, Atoms.Count).Where(place => place != atom && one[place] != other[place]).ToList())
            .MinBy(others => others.Count);
        return [.. (nearest ?? []).Select(place => Atoms[place])];
    }

    private static char Turned(char truth) => truth == '1' ? '0' : '1';

    private string SignatureOf(IReadOnlyDictionary<Fact, object> situation) =>
        string.Concat(Atoms.Select(atom => Holds(atom, situation)).Append(Holds(criterion, situation)).Select(holds => holds ? '1' : '0'));

    /// <summary>A criterion where everything is known: plain logic.</summary>
    private static bool Holds(Criterion criterion, IReadOnlyDictionary<Fact, object> situation) => criterion switch
    {
        Atom atom => Holds(atom.Fact.Concern, situation) && atom.Holds(situation[atom.Fact]),
        AllOf all => all.Parts.All(part => Holds(part, situation)),
        AnyOf any => any.Parts.Any(part => Holds(part, situation)),
        NotThat not => !Holds(not.Part, situation),
        _ => true,
    };

    /// <summary>The facts that the criterion reads, and those that say whether they concern the case.</summary>
    private HashSet<Fact> Facts()
    {
        var facts = new HashSet<Fact>();
        Add(criterion.Facts);
        return facts;

        void Add(IEnumerable<Fact> read)
        {
            foreach (var fact in read)
            {
                if (facts.Add(fact))
                {
                    Add(fact.Concern.Facts);
                }
            }
        }
    }

    /// <summary>Every combination of values that the atoms can tell apart.</summary>
    private IEnumerable<IReadOnlyDictionary<Fact, object>> Situations()
    {
        var facts = Facts();
        var atoms = criterion.Atoms.Concat(facts.SelectMany(fact => fact.Concern.Atoms)).ToLookup(atom => atom.Fact);
        IEnumerable<Dictionary<Fact, object>> all = [[]];
        foreach (var fact in facts)
        {
            var limits = atoms[fact].SelectMany(atom => atom.Limits).Distinct().Order().ToArray();
            var values = fact.Representatives(limits)
                .DistinctBy(value => string.Concat(atoms[fact].Select(atom => atom.Holds(value) ? '1' : '0'))).ToList();
            all = all.SelectMany(situation => values.Select(value => new Dictionary<Fact, object>(situation) { [fact] = value }));
        }

        return all;
    }

    /// <summary>A case of the book, where it knows every fact that counts; what does not concern it may have any value.</summary>
    private Dictionary<Fact, object>? SituationOf(BookCase known)
    {
        var situation = new Dictionary<Fact, object>();
        foreach (var fact in Facts().OrderBy(fact => fact.Index))
        {
            if (known.ValueOf(fact) is { } value)
            {
                situation[fact] = value;
            }
            else if (known.Concerns(fact) is Truth.No)
            {
                situation[fact] = fact.Representatives([.. criterion.Atoms.Where(atom => atom.Fact == fact).SelectMany(atom => atom.Limits)])[0];
            }
            else
            {
                return null;
            }
        }

        return situation;
    }
}
