using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Sections;

namespace CimentoBot.Eligibility.Rules;

/// <summary>The rows as a whole, and the diagrams built once from them. Order of rows means nothing to the verdict.</summary>
public sealed class Guideline
{
    private const int NoEffect = -1;

    private readonly Diagram diagram;
    private readonly Circuit circuit = new();
    private readonly Partition[] partitions;
    private readonly Compiled[] concerns;
    private readonly Compiled[] rules;
    private readonly int verdict;
    private readonly uint[] readTwice;
    private readonly int[] effects;
    private readonly bool[] shownUnlessRefused;

    /// <param name="rules">The rows.</param>
    /// <param name="drugs">The drug table; the product's where none is given.</param>
    /// <param name="concern">When a fact concerns the case; as the vocabulary says where nothing is given.</param>
    /// <exception cref="ArgumentException">Two rows carry the same id, or two drugs the same name.</exception>
    public Guideline(IReadOnlyList<Rule> rules, DrugTable? drugs = null, Func<Fact, Criterion>? concern = null)
    {
        if (rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            throw new ArgumentException($"Two rows are called '{doubled.Key}'.", nameof(rules));
        }

        Rules = rules;
        Drugs = drugs ?? DrugTable.Current;
        var concernOf = concern ?? (fact => fact.Concern);
        var atoms = rules.SelectMany(rule => rule.When.Atoms)
            .Concat(Vocabulary.All.SelectMany(fact => concernOf(fact).Atoms)).Distinct().ToLookup(atom => atom.Fact);
        partitions = [.. Vocabulary.All.Select(fact => new Partition(fact, [.. atoms[fact]]))];
        diagram = new(Array.ConvertAll(partitions, partition => partition.Size));
        Rule[] rows = [.. rules];
        var compiler = new Compiler(circuit, diagram, partitions, concernOf);
        concerns = Array.ConvertAll<Fact, Compiled>([.. Vocabulary.All], fact => compiler.Compile(concernOf(fact)));
        this.rules = Array.ConvertAll(rows, rule => compiler.Compile(rule.When));
        readTwice = Array.ConvertAll(this.rules, rule => circuit.ReadTwice(rule.Gate));
        effects = Array.ConvertAll(rows, rule => (int?)rule.Effect ?? NoEffect);
        for (var row = 0; row < effects.Length; row++)
        {
            var effect = effects[row];
            verdict = effect == NoEffect ? verdict : diagram.Worst(verdict, diagram.Map(this.rules[row].Node, holds => holds * effect));
        }

        shownUnlessRefused = Array.ConvertAll(rows, rule => rule.UnlessRefused);
        InOrderOfDisplay = OrderOfDisplay();
        Hash = HashOf(rules, Drugs);
    }

    /// <summary>The chapter's rules.</summary>
    public static Guideline Current { get; } = new(
        [.. Refusals.Rows, .. Haemostasis.Rows, .. BoardQuestions.Rows, .. Conditions.Rows, .. Indications.Rows, .. Suggestions.Rows, .. Information.Rows]);

    /// <summary>What the chapter is called.</summary>
    public static Phrase Title { get; } = new(
        "Traitement local de la métastase osseuse en radiologie interventionnelle",
        "Local treatment of bone metastases in interventional radiology");

    /// <summary>What it is about, said on every card and in the API.</summary>
    public static Phrase Scope { get; } = new(
        "Métastases osseuses des cancers du poumon ; un autre cancer primitif ou un myélome est hors du chapitre.",
        "Bone metastases of lung cancer; another primary, or myeloma, is outside the chapter.");

    /// <summary>The edition of these rows.</summary>
    public static string Edition => "2026.1";

    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>The rows as findings are shown: urgent first, then worst effect first, then table order.</summary>
    internal IReadOnlyList<int> InOrderOfDisplay { get; }

    /// <summary>The content of the rows, their readings and the drug table in 12 hexadecimal digits: another number, word, name or citation gives another hash.</summary>
    public string Hash { get; private set; }

    /// <summary>The drugs that the schedule knows.</summary>
    public DrugTable Drugs { get; private set; }

    /// <summary>The same rows over another drug table.</summary>
    public Guideline With(DrugTable drugs)
    {
        var other = (Guideline)MemberwiseClone();
        other.Drugs = drugs;
        other.Hash = HashOf(Rules, drugs);
        return other;
    }

    /// <summary>Whether two criteria hold in exactly the same situations.</summary>
    internal static bool AreTheSame(Criterion left, Criterion right)
    {
        Rule Row(string id, Criterion when) => new(id, when, null, [], default);
        var both = new Guideline([Row("left", left), Row("right", right)]);
        return both.rules[0].Node == both.rules[1].Node;
    }

    /// <summary>The effect of each row as a number; less than any where it has none.</summary>
    internal ReadOnlySpan<int> Effects => effects;

    /// <summary>Of each row, whether it is shown only where cement is not refused.</summary>
    internal ReadOnlySpan<bool> ShownUnlessRefused => shownUnlessRefused;

    /// <summary>The gate of each row's criterion, and its node.</summary>
    internal ReadOnlySpan<Compiled> Compiled => rules;

    /// <summary>The gate that says whether a fact concerns a case.</summary>
    internal int GateOf(Fact fact) => concerns[fact.Index].Gate;

    internal Partition PartitionOf(Fact fact) => partitions[fact.Index];

    /// <summary>Everything is possible still.</summary>
    internal uint[] AllPossible() => Array.ConvertAll(partitions, partition => partition.All);

    /// <summary>The classes of a list of medicines that may ask any of these.</summary>
    internal uint MaskOf(IReadOnlyList<MedicationDemands> demands)
    {
        var partition = PartitionOf(Vocabulary.Medications);
        var mask = 0u;
        foreach (var demand in demands)
        {
            mask |= partition.MaskOf(MedicationsFact.PlaceOf(demand));
        }

        return mask;
    }

    /// <summary>The verdicts that some completion reaches: best and worst.</summary>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    internal (Effect Best, Effect Worst) Bounds(ReadOnlySpan<uint> allowed)
    {
        var reached = diagram.Reachable(verdict, allowed, enough: 1 << (int)Effect.Eligible | 1 << (int)Effect.Contraindicated);
        return ((Effect)BitOperations.TrailingZeroCount(reached), (Effect)BitOperations.Log2(reached));
    }

    /// <summary>The best verdict that some completion reaches.</summary>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    /// <param name="settled">None is better than this.</param>
    internal Effect Best(ReadOnlySpan<uint> allowed, Effect settled) =>
        (Effect)BitOperations.TrailingZeroCount(diagram.Reachable(verdict, allowed, enough: (byte)(1 << (int)settled)));

    /// <summary>Looks at a partly known case.</summary>
    /// <param name="allowed">For each fact, the classes that it may still have.</param>
    internal Outlook Look(uint[] allowed)
    {
        var truths = new Truth[circuit.Count];
        circuit.Settle(allowed, truths);
        var isOpen = false;
        foreach (var rule in rules)
        {
            isOpen |= truths[rule.Gate] is Truth.Unknown;
        }

        if (isOpen)
        {
            Settle(truths, allowed);
        }

        return new(this, allowed, truths);
    }

    /// <summary>
    /// Three-valued logic may leave open what no completion does, where a fact that is not known is read in two places: then the diagram knows
    /// what is reached.
    /// </summary>
    private void Settle(Span<Truth> truths, ReadOnlySpan<uint> allowed)
    {
        var unknown = 0u;
        for (var fact = 0; fact < allowed.Length; fact++)
        {
            unknown |= BitOperations.IsPow2(allowed[fact]) ? 0 : 1u << fact;
        }

        Span<int> gates = stackalloc int[rules.Length];
        Span<int> reached = stackalloc int[rules.Length];
        var doubtful = 0;
        for (var row = 0; row < rules.Length; row++)
        {
            if (truths[rules[row].Gate] is Truth.Unknown && (readTwice[row] & unknown) != 0)
            {
                (gates[doubtful], reached[doubtful]) = rules[row];
                doubtful++;
            }
        }

        if (doubtful > 0)
        {
            diagram.Reachable(reached[..doubtful], allowed);
            for (var place = 0; place < doubtful; place++)
            {
                truths[gates[place]] = Reached(reached[place]);
            }
        }
    }

    /// <summary>Whether a fact concerns every completion, some or none, where its gate leaves that open.</summary>
    internal Truth Concerns(Fact fact, ReadOnlySpan<uint> allowed) => Reached(diagram.Reachable(concerns[fact.Index].Node, allowed));

    /// <summary>For each rule that is settled, the facts that settle it: where its gate is open all that is known about it does.</summary>
    internal FactSet[] Because(ReadOnlySpan<uint> allowed, ReadOnlySpan<Truth> truths)
    {
        Span<Settled> settled = stackalloc Settled[circuit.Count];
        circuit.Explain(allowed, settled);
        var because = new FactSet[rules.Length];
        for (var row = 0; row < because.Length; row++)
        {
            var gate = settled[rules[row].Gate];
            because[row] = gate.Truth is not Truth.Unknown ? new(gate.Because) : truths[rules[row].Gate] is Truth.Unknown ? default : Known(rules[row].Node, allowed);
        }

        return because;
    }

    /// <summary>The facts that can still move the verdict: two completions that differ in one of them alone have two verdicts.</summary>
    internal FactSet Moving(ReadOnlySpan<uint> allowed) => new(diagram.Support(verdict, allowed));

    /// <summary>The facts that can still decide whether a rule holds.</summary>
    internal FactSet Moving(int rule, ReadOnlySpan<uint> allowed) => new(diagram.Support(rules[rule].Node, allowed));

    /// <summary>Counts the situations that the rows tell apart. It takes a moment: the counting makes many nodes, in a copy of the rows.</summary>
    public SituationMap CountSituations() => new Guideline(Rules, Drugs).Map();

    private SituationMap Map()
    {
        var every = Enum.GetValues<Effect>();
        var holding = every.Select(effect => diagram.Map(verdict, reached => reached == (int)effect ? 1 : 0)).ToList();
        var nodes = diagram.SizeOf(verdict);

        // Of the combinations that differ only in facts that do not concern the case, the one with their first class counts.
        var counted = Vocabulary.All.Aggregate(1, (all, fact) =>
            diagram.And(all, diagram.Worst(concerns[fact.Index].Node, diagram.Test(fact.Index, 1))));
        var byVerdict = every.Zip(holding, (effect, holds) => (effect, Number: Ones(diagram.And(counted, holds))))
            .ToDictionary(pair => pair.effect, pair => pair.Number);
        var facts = Vocabulary.All.Where(fact => partitions[fact.Index].Size > 1)
            .Select(fact => new SituationFact(fact, partitions[fact.Index].Size, Ones(concerns[fact.Index].Node), Moves(fact, holding)))
            .ToList();
        return new(Ones(counted), byVerdict, Ones(1), facts, nodes);
    }

    /// <summary>The combinations in which not every class of the fact gives the same verdict.</summary>
    private BigInteger Moves(Fact fact, IReadOnlyList<int> holding)
    {
        var classes = Enumerable.Range(0, partitions[fact.Index].Size).ToList();
        var same = holding
            .Select(holds => classes.Select(place => diagram.Given(holds, fact.Index, place)).Aggregate(1, diagram.And))
            .Aggregate(0, diagram.Worst);
        return Ones(diagram.And(concerns[fact.Index].Node, diagram.Map(same, all => 1 - all)));
    }

    private BigInteger Ones(int node) => diagram.CountOf(node)[1];

    private static Truth Reached(int terminals) => terminals switch { 1 => Truth.No, 2 => Truth.Yes, _ => Truth.Unknown };

    /// <summary>The facts that a function reads and that have lost a class.</summary>
    private FactSet Known(int node, ReadOnlySpan<uint> allowed)
    {
        var known = 0u;
        for (var support = diagram.SupportOf(node); support != 0; support &= support - 1)
        {
            var fact = BitOperations.TrailingZeroCount(support);
            known = allowed[fact] == partitions[fact].All ? known : known | 1u << fact;
        }

        return new(known);
    }

    private int[] OrderOfDisplay()
    {
        var order = new int[rules.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
        }

        Array.Sort(order, (left, right) =>
            Rules[right].Urgent.CompareTo(Rules[left].Urgent) is not 0 and var byUrgency ? byUrgency
            : effects[right].CompareTo(effects[left]) is not 0 and var byEffect ? byEffect
            : left.CompareTo(right));
        return order;
    }

    private static string HashOf(IReadOnlyList<Rule> rules, DrugTable table)
    {
        var text = string.Join('\n', rules.Select(rule => string.Join('\t',
            rule.Id, rule.When.Print(Language.French), rule.Effect, string.Join(',', rule.Where.Select(citation => citation.Id)),
            rule.Statement.Fr, rule.Statement.En, rule.Reading?.Id, rule.Reading?.Words)));
        var drugs = string.Join('\n', table.All.Select(drug => string.Join('\t', [drug.Inn, drug.InnFr, drug.Asked.ToString()!, .. drug.Names])));
        var duals = string.Join('\n', table.Duals);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{drugs}\n{duals}")))[..12];
    }
}
