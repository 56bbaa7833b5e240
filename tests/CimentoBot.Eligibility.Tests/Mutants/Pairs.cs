using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Tests.CaseBook;

namespace CimentoBot.Eligibility.Tests.Mutants;

/// <summary>The atoms of a criterion, and the situations in which one of them alone decides.</summary>
internal sealed class Pairs
{
    private readonly Criterion criterion;
    private readonly Situations situations;
    private readonly HashSet<string> everywhere = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CaseBookRow> inTheBook = new(StringComparer.Ordinal);

    public Pairs(Criterion criterion)
    {
        this.criterion = criterion;
        situations = new(criterion);
        Atoms = [.. criterion.Atoms.DistinctBy(atom => atom.Words)];
        foreach (var situation in situations.All())
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
        string.Concat(Atoms.Select(atom => Situations.Holds(atom, situation)).Append(Situations.Holds(criterion, situation)).Select(holds => holds ? '1' : '0'));

    /// <summary>A case of the book, where it knows every fact that counts; what does not concern it may have any value.</summary>
    private Dictionary<Fact, object>? SituationOf(BookCase known)
    {
        var situation = new Dictionary<Fact, object>();
        foreach (var fact in situations.Facts.OrderBy(fact => fact.Index))
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
