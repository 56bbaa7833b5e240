using NodaTime;

namespace CimentoBot.Eligibility.Tests.Oracle;

/// <summary>
/// Every completion of a case, one after the other. A fact is only given a value where it concerns the situation; the facts on which
/// that depends are therefore decided first.
/// </summary>
public sealed class Completions
{
    private static readonly MedicineRows NoMedicines = new(AskHold: false, MissWindow: false, NotCovered: false);

    private readonly Dictionary<string, object> facts;
    private readonly IReadOnlyList<MedicineLine>? lines;
    private readonly Procedure? procedure;
    private readonly LocalDate asOf;
    private readonly List<Unknown> unknowns;
    private readonly Situation soFar;

    public Completions(Dictionary<string, object> said, IReadOnlyList<MedicineLine>? lines, Procedure? procedure, LocalDate asOf)
    {
        this.lines = lines;
        this.procedure = procedure;
        this.asOf = asOf;
        facts = new Dictionary<string, object>(said, StringComparer.Ordinal);
        unknowns = [.. UnknownFacts(said).OrderBy(unknown => Turn(unknown.Path))];
        soFar = new Situation(facts, NoMedicines);
    }

    private sealed record Unknown(string Path, IReadOnlyList<object> Values);

    /// <summary>Whether there are more than that; it does not count further.</summary>
    public bool AreMoreThan(int limit)
    {
        var counted = 0;
        return !Walk(0, unknown => unknown.Values, () => ++counted <= limit);
    }

    /// <summary>Visits each completion; the situation is only good until the visit returns.</summary>
    public void ForEach(Action<Situation> visit) => Walk(
        0,
        unknown => unknown.Values,
        () =>
        {
            visit(new Situation(facts, Medicines()));
            return true;
        });

    /// <summary>
    /// The unknown facts for which two completions that differ in that fact alone have different verdicts. A fact that concerns only
    /// one of the two is no difference, so it may take any value in the one that it concerns.
    /// </summary>
    public IReadOnlyList<string> ThatDecide()
    {
        var decide = new HashSet<string>(StringComparer.Ordinal);
        ForEach(situation =>
        {
            var verdict = Verdict(situation);
            var here = unknowns.Where(unknown => facts.ContainsKey(unknown.Path))
                .ToDictionary(unknown => unknown.Path, unknown => facts[unknown.Path], StringComparer.Ordinal);
            foreach (var changed in unknowns.Where(unknown => here.ContainsKey(unknown.Path) && !decide.Contains(unknown.Path)))
            {
                if (!AllNeighbours(changed, here, neighbour => Verdict(neighbour) == verdict))
                    decide.Add(changed.Path);
            }

            foreach (var (path, value) in here)
                facts[path] = value;
        });
        return [.. decide];
    }

    private static int Verdict(Situation situation) => RulesByHand.VerdictRank(RulesByHand.Holding(situation));

    /// <summary>
    /// Whether something is true of all the completions that agree with one in what concerns both, but for the changed fact.
    /// </summary>
    private bool AllNeighbours(Unknown changed, Dictionary<string, object> here, Func<Situation, bool> isTrue)
    {
        foreach (var unknown in unknowns)
            facts.Remove(unknown.Path);
        return Walk(
            0,
            unknown => unknown == changed ? [.. unknown.Values.Where(value => value != here[unknown.Path])]
                : here.TryGetValue(unknown.Path, out var value) ? [value]
                : unknown.Values,
            () => isTrue(new Situation(facts, Medicines())));
    }

    /// <summary>Stops, and is false, when a visit says so.</summary>
    private bool Walk(int next, Func<Unknown, IReadOnlyList<object>> valuesOf, Func<bool> visit)
    {
        if (next == unknowns.Count)
            return visit();

        var unknown = unknowns[next];
        if (!soFar.Concerns(unknown.Path))
            return Walk(next + 1, valuesOf, visit);

        var goOn = true;
        foreach (var value in valuesOf(unknown))
        {
            facts[unknown.Path] = value;
            goOn = goOn && Walk(next + 1, valuesOf, visit);
        }

        facts.Remove(unknown.Path);
        return goOn;
    }

    /// <summary>What depends on nothing first, then what depends on those, then the one that depends on all.</summary>
    private static int Turn(string path) => path switch
    {
        "lesion.wideSoftTissueExtension" or "lesion.compressionFractureRisk" or "lesion.posteriorWall" or "lesion.canal"
            or "lesion.radiculopathy" or "lesion.jointBreach" or "lesion.weightBearing"
            or "pain.intensity" or "pain.lesionIsSource" or "pain.control" or "pain.opioidIntolerance" => 1,
        "lesion.neuralStructureInAblationZone" => 2,
        _ => 0,
    };

    private IEnumerable<Unknown> UnknownFacts(Dictionary<string, object> said)
    {
        foreach (var fact in FactTable.Rows)
        {
            if (fact.Kind == FactKind.Medicines && lines is null)
                yield return new Unknown(fact.Path, UnknownMedicines());
            else if (fact.Kind == FactKind.Medicines)
                foreach (var line in lines!.Where(line => line.IsPlainAspirin && line.DailyDoseMg is null))
                    yield return new Unknown(line.DosePath, [0m, 160m]);
            else if (fact.Kind != FactKind.Display && !said.ContainsKey(fact.Path))
                yield return new Unknown(fact.Path, fact.Values);
        }
    }

    /// <summary>An unknown list: nothing to do; a hold that can be met; a drug not covered; a hold that cannot be met.</summary>
    private List<object> UnknownMedicines()
    {
        var lists = new List<object>
        {
            NoMedicines,
            new MedicineRows(AskHold: true, MissWindow: false, NotCovered: false),
            new MedicineRows(AskHold: false, MissWindow: false, NotCovered: true),
        };
        if (procedure is not null && asOf >= procedure.Day.PlusDays(-5))
            lists.Add(new MedicineRows(AskHold: true, MissWindow: true, NotCovered: false));
        return lists;
    }

    private MedicineRows Medicines()
    {
        if (lines is null)
            return (MedicineRows)facts["medications"];
        if (lines.Count == 0)
            return NoMedicines;
        var dosed = lines.Select(line => facts.TryGetValue(line.DosePath, out var dose) ? line with { DailyDoseMg = (decimal)dose } : line);
        return HoldSchedule.Rows(HoldSchedule.Of([.. dosed], procedure, asOf));
    }
}
