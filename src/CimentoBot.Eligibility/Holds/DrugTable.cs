namespace CimentoBot.Eligibility.Holds;

/// <summary>What a name stands for.</summary>
/// <param name="Drugs">One drug; two, in the order in which they are listed, of a dual product; none where the table does not know the name.</param>
/// <param name="Dual">The product of two drugs, if it is one.</param>
public sealed record Recognised(IReadOnlyList<Drug> Drugs, DualProduct? Dual = null)
{
    public static readonly Recognised Nothing = new([]);

    /// <summary>The drug, if it is one alone.</summary>
    public Drug? Drug => Drugs.Count == 1 ? Drugs[0] : null;
}

/// <summary>The closed table of names. A near name is never mapped here.</summary>
public sealed class DrugTable
{
    private readonly Dictionary<string, Recognised> byName = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">A name stands for two things, or a product holds a drug that is no row.</exception>
    public DrugTable(IReadOnlyList<Drug> drugs, IReadOnlyList<DualProduct> duals)
    {
        All = drugs;
        Duals = duals;
        foreach (var drug in drugs)
        {
            var alone = new Recognised([drug]);
            foreach (var name in NamesOf(drug))
            {
                Add(name, alone);
            }
        }

        foreach (var dual in duals)
        {
            Add(dual.Name, new([Row(dual.First), Row(dual.Second)], dual));
        }

        LongestStop = drugs.Max(drug => drug.Asked is Stop stop ? stop.Days : 0);
    }

    /// <summary>The product's table.</summary>
    public static DrugTable Current { get; } = new(Drugs.All, Drugs.Duals);

    /// <summary>Every drug, in the order in which the interview offers those of the source.</summary>
    public IReadOnlyList<Drug> All { get; }

    public IReadOnlyList<DualProduct> Duals { get; }

    /// <summary>The longest stop of the table, in days before the procedure.</summary>
    public int LongestStop { get; }

    /// <summary>Every name of the table with its drug's INN: for asking about a near name.</summary>
    public IEnumerable<(string Name, string Inn)> Names =>
        All.SelectMany(drug => NamesOf(drug).Select(name => (name, drug.Inn))).Concat(Duals.Select(dual => (dual.Name, dual.Name)));

    /// <summary>What stands under exactly that name.</summary>
    public Recognised Recognise(string typed) => byName.GetValueOrDefault(DrugNames.Fold(typed), Recognised.Nothing);

    /// <summary>The drug with exactly that name, or null.</summary>
    public Drug? Find(string typed) => Recognise(typed).Drug;

    /// <summary>The dual product with exactly that name, or null.</summary>
    public DualProduct? FindDual(string typed) => Recognise(typed).Dual;

    private Drug Row(string inn) => All.FirstOrDefault(drug => drug.Inn == inn) ?? throw new InvalidOperationException($"No row is called '{inn}'.");

    private static IEnumerable<string> NamesOf(Drug drug) => drug.Names.Prepend(drug.InnFr).Append(drug.Inn).Distinct(StringComparer.Ordinal);

    private void Add(string name, Recognised stands)
    {
        if (!byName.TryAdd(DrugNames.Squeeze(name), stands) && byName[DrugNames.Squeeze(name)] != stands)
        {
            throw new InvalidOperationException($"Two rows are called '{name}'.");
        }
    }
}
