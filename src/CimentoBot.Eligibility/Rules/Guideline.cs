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
    private readonly Diagram diagram = new();
    private readonly Partition[] partitions;
    private readonly int[] concerns;
    private readonly int[] rules;
    private readonly int verdict;

    /// <exception cref="ArgumentException">Two rows carry the same id.</exception>
    public Guideline(IReadOnlyList<Rule> rules)
    {
        if (rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            throw new ArgumentException($"Two rows are called '{doubled.Key}'.", nameof(rules));
        }

        Rules = rules;
        var atoms = rules.SelectMany(rule => rule.When.Atoms)
            .Concat(Vocabulary.All.SelectMany(fact => fact.Concern.Atoms)).Distinct().ToLookup(atom => atom.Fact);
        partitions = [.. Vocabulary.All.Select(fact => new Partition(fact, [.. atoms[fact]]))];
        concerns = [.. Vocabulary.All.Select(fact => Compile(fact.Concern))];
        this.rules = [.. rules.Select(rule => Compile(rule.When))];
        verdict = rules.Zip(this.rules)
            .Where(pair => pair.First.Effect is not null)
            .Aggregate(0, (worst, pair) => diagram.Worst(worst, diagram.Map(pair.Second, holds => holds * (int)pair.First.Effect!)));
        Hash = HashOf(rules);
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

    /// <summary>The content of the rows and of the drug table in 12 hexadecimal digits: another number, word, name or citation gives another hash.</summary>
    public string Hash { get; }

    internal Partition PartitionOf(Fact fact) => partitions[fact.Index];

    /// <summary>Everything is possible still.</summary>
    internal uint[] AllPossible() => [.. partitions.Select(partition => partition.All)];

    /// <summary>The classes of a list of medicines that may ask any of these.</summary>
    internal uint MaskOf(IEnumerable<MedicationDemands> demands)
    {
        var partition = PartitionOf(Vocabulary.Medications);
        return demands.Aggregate(0u, (mask, demand) => mask | partition.MaskOf(demand));
    }

    /// <summary>The verdicts that some completion reaches: best and worst.</summary>
    internal (Effect Best, Effect Worst) Bounds(ReadOnlySpan<uint> allowed)
    {
        var reached = diagram.Reachable(verdict, allowed);
        return ((Effect)BitOperations.TrailingZeroCount(reached), (Effect)BitOperations.Log2(reached));
    }

    /// <summary>Whether a rule's criterion holds in every completion, in some or in none.</summary>
    internal Truth Holds(int rule, ReadOnlySpan<uint> allowed) => TruthOf(rules[rule], allowed);

    /// <summary>Whether a fact concerns every completion, some or none.</summary>
    internal Truth Concerns(Fact fact, ReadOnlySpan<uint> allowed) => TruthOf(concerns[fact.Index], allowed);

    /// <summary>The facts that can still move the verdict: two completions that differ in one of them alone have two verdicts.</summary>
    internal IEnumerable<Fact> Moving(ReadOnlySpan<uint> allowed)
    {
        var support = diagram.Support(verdict, allowed);
        return Vocabulary.All.Where(fact => (support >> fact.Index & 1) == 1);
    }

    /// <summary>Whether a fact can still move a finding.</summary>
    internal bool Matters(Fact fact, ReadOnlySpan<uint> allowed)
    {
        foreach (var rule in rules)
        {
            if ((diagram.Support(rule, allowed) >> fact.Index & 1) == 1)
            {
                return true;
            }
        }

        return false;
    }

    private Truth TruthOf(int node, ReadOnlySpan<uint> allowed) => diagram.Reachable(node, allowed) switch
    {
        1 => Truth.No,
        2 => Truth.Yes,
        _ => Truth.Unknown,
    };

    /// <summary>An atom fails where its fact does not concern the case, also when it is a negation.</summary>
    private int Compile(Criterion criterion) => criterion switch
    {
        Everything _ => 1,
        Atom atom => diagram.And(Compile(atom.Fact.Concern), Test(atom)),
        AllOf all => all.Parts.Aggregate(1, (node, part) => diagram.And(node, Compile(part))),
        AnyOf any => any.Parts.Aggregate(0, (node, part) => diagram.Worst(node, Compile(part))),
        NotThat not => diagram.Map(Compile(not.Part), holds => 1 - holds),
        _ => throw new NotSupportedException(criterion.GetType().Name),
    };

    private int Test(Atom atom)
    {
        var partition = partitions[atom.Fact.Index];
        return diagram.Test(atom.Fact.Index, partition.Size, partition.MaskOf(atom));
    }

    private static string HashOf(IReadOnlyList<Rule> rules)
    {
        var text = string.Join('\n', rules.Select(rule => string.Join('\t',
            rule.Id, rule.When.Print(Language.French), rule.Effect, string.Join(',', rule.Where.Select(citation => citation.Id)),
            rule.Statement.Fr, rule.Statement.En, rule.Reading?.Id)));
        var drugs = string.Join('\n', DrugTable.All.Select(drug => string.Join('\t', [drug.Inn, drug.InnFr, drug.Class.ToString(), .. drug.Names])));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{text}\n{drugs}")))[..12];
    }
}
