using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Assessment;

/// <summary>Assesses cases: the same case on the same day in the same zone always gives the same answer.</summary>
/// <param name="guideline">The rows.</param>
/// <param name="zone">The zone of the hospital.</param>
public sealed class Assessor(Guideline guideline, DateTimeZone zone)
{
    /// <summary>The zone in which days and hours are meant.</summary>
    public DateTimeZone Zone { get; } = zone;

    /// <param name="subject">What is known.</param>
    /// <param name="asOf">Today.</param>
    public CaseAssessment Assess(Case subject, LocalDate asOf)
    {
        var schedule = ScheduleOf(subject, asOf);
        var allowed = Allowed(subject, schedule);
        var (best, worst) = guideline.Bounds(allowed);
        var refused = best >= Effect.NotIndicated;

        var findings = new List<Finding>();
        var open = new List<Rule>();
        for (var row = 0; row < guideline.Rules.Count; row++)
        {
            var rule = guideline.Rules[row];
            var holds = refused && rule.UnlessRefused ? Truth.No : guideline.Holds(row, allowed);
            if (holds is Truth.Yes)
            {
                findings.Add(new(rule, CitationsOf(rule, schedule)));
            }
            else if (holds is Truth.Unknown)
            {
                open.Add(rule);
            }
        }

        return new(
            best,
            worst,
            [.. findings.OrderByDescending(finding => finding.Rule.Urgent).ThenByDescending(finding => (int?)finding.Rule.Effect ?? -1)],
            open,
            MissingFrom(subject, schedule, allowed, refused),
            refused ? [] : schedule.Holds,
            refused ? null : schedule.EarliestProcedureDate,
            NotUsed(subject, allowed));
    }

    /// <summary>Whether a fact concerns the case as far as it is known: yes, no, or that depends on facts still unknown.</summary>
    public Truth Concerns(Case subject, Fact fact, LocalDate asOf) =>
        guideline.Concerns(fact, Allowed(subject, ScheduleOf(subject, asOf)));

    /// <summary>Whether a fact, once known, can still change which rules hold.</summary>
    public bool Matters(Case subject, Fact fact, LocalDate asOf) =>
        guideline.Matters(fact, Allowed(subject.With(fact, null), ScheduleOf(subject, asOf)));

    /// <summary>The schedule of the case's medicines, whatever the verdict.</summary>
    public IReadOnlyList<Hold> HoldsOf(Case subject, LocalDate asOf) => ScheduleOf(subject, asOf).Holds;

    /// <summary>What would better the verdict, at most three ways, each by as few facts as do it.</summary>
    public IReadOnlyList<Change> ChangesFor(Case subject, LocalDate asOf)
    {
        var schedule = ScheduleOf(subject, asOf);
        return new Changes(guideline, Zone).Of(subject, schedule, asOf, Allowed(subject, schedule));
    }

    private Schedule ScheduleOf(Case subject, LocalDate asOf) =>
        Schedule.Of(subject.Find(Vocabulary.Medications), subject.Find(Vocabulary.ProcedureAt), asOf, Zone);

    /// <summary>For each fact, the classes that it may still have.</summary>
    private uint[] Allowed(Case subject, Schedule schedule)
    {
        var allowed = guideline.AllPossible();
        foreach (var fact in subject.Said)
        {
            if (fact is not MedicationsFact)
            {
                allowed[fact.Index] = guideline.PartitionOf(fact).MaskOf(subject.Value(fact)!);
            }
        }

        allowed[Vocabulary.Medications.Index] = guideline.MaskOf(schedule.Demands);
        return allowed;
    }

    private List<string> MissingFrom(Case subject, Schedule schedule, uint[] allowed, bool refused)
    {
        var missing = guideline.Moving(allowed).Where(fact => !subject.Knows(fact)).Select(fact => fact.Path).ToList();
        if (!refused && schedule.Holds.Any(hold => hold.Action is HoldAction.DoseNeeded))
        {
            missing.AddRange(DosePaths(subject));
        }

        return missing;
    }

    private static IEnumerable<string> DosePaths(Case subject)
    {
        var medications = subject.Find(Vocabulary.Medications)!;
        for (var place = 0; place < medications.Count; place++)
        {
            if (medications[place].DailyDoseMg is null && DrugNames.Find(medications[place].Drug) == DrugTable.Aspirin)
            {
                yield return $"{Vocabulary.Medications.Path}[{place}].dailyDoseMg";
            }
        }
    }

    private List<Fact> NotUsed(Case subject, uint[] allowed) =>
        [.. subject.Said.Where(fact => guideline.Concerns(fact, allowed) is Truth.No)];

    /// <summary>The references of question 4 belong to five drugs; a relay and an unnamed drug cite the question alone.</summary>
    private static IReadOnlyList<Citation> CitationsOf(Rule rule, Schedule schedule)
    {
        if (!rule.ReferencesOnlyForNamedDrugs)
        {
            return rule.Where;
        }

        var named = schedule.Holds.Any(hold =>
            hold.Action is HoldAction.Stop && (rule.Effect is not Effect.Deferred || hold.Met is HoldMet.No));
        return named ? rule.Where : [.. rule.Where.Select(citation => citation.WithoutReferences())];
    }
}
