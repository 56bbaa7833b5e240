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
        var outlook = guideline.Look(Allowed(subject, schedule));
        var findings = new List<Finding>(16);
        foreach (var row in guideline.InOrderOfDisplay)
        {
            if (outlook.Shows(row) is Truth.Yes)
            {
                findings.Add(new(guideline.Rules[row], CitationsOf(guideline.Rules[row], schedule)));
            }
        }

        return new(
            outlook.Best,
            outlook.Worst,
            findings,
            Open(outlook),
            MissingFrom(subject, schedule, outlook),
            outlook.Refused ? [] : schedule.Holds,
            outlook.Refused ? null : schedule.EarliestProcedureDate,
            NotUsed(subject, outlook))
        { Explain = () => ReasonsOf(subject, outlook) };
    }

    /// <summary>Whether a fact concerns the case as far as it is known: yes, no, or that depends on facts still unknown.</summary>
    public Truth Concerns(Case subject, Fact fact, LocalDate asOf) => Look(subject, asOf).Concerns(fact);

    /// <summary>Whether a fact, once known, can still change which rules hold.</summary>
    public bool Matters(Case subject, Fact fact, LocalDate asOf) => Look(subject.With(fact, null), asOf).Matters(fact);

    /// <summary>The schedule of the case's medicines, whatever the verdict.</summary>
    public IReadOnlyList<Hold> HoldsOf(Case subject, LocalDate asOf) => ScheduleOf(subject, asOf).Holds;

    /// <summary>What would better the verdict, each way by as few facts as do it.</summary>
    public IReadOnlyList<Change> ChangesFor(Case subject, LocalDate asOf)
    {
        var schedule = ScheduleOf(subject, asOf);
        return new Changes(guideline, Zone).Of(subject, schedule, asOf, Allowed(subject, schedule));
    }

    /// <summary>What still concerns a case, and what could still change it.</summary>
    public Outlook Look(Case subject, LocalDate asOf) => guideline.Look(Allowed(subject, ScheduleOf(subject, asOf)));

    internal Schedule ScheduleOf(Case subject, LocalDate asOf) =>
        Schedule.Of(subject.Find(Vocabulary.Medications), guideline.Drugs, subject.Find(Vocabulary.ProcedureAt), asOf, Zone);

    /// <summary>For each fact, the classes that it may still have.</summary>
    internal uint[] Allowed(Case subject, Schedule schedule)
    {
        var allowed = guideline.AllPossible();
        for (var place = 0; place < allowed.Length; place++)
        {
            var fact = Vocabulary.All[place];
            if (fact is not MedicationsFact && subject.Value(fact) is { } value)
            {
                allowed[place] = guideline.PartitionOf(fact).MaskOf(value);
            }
        }

        allowed[Vocabulary.Medications.Index] = guideline.MaskOf(schedule.Demands);
        return allowed;
    }

    private Reason[] ReasonsOf(Case subject, Outlook outlook)
    {
        var reasons = new Reason[guideline.Rules.Count];
        for (var row = 0; row < reasons.Length; row++)
        {
            var rule = guideline.Rules[row];
            var holds = outlook.Holds(row);
            var withheld = outlook.Refused && rule.UnlessRefused && holds is not Truth.No;
            reasons[row] = new(rule, holds, Said(outlook.Because(row), subject), outlook.Awaits(row), withheld);
        }

        return reasons;
    }

    /// <summary>What a list that is not known can still ask is settled by the planned day, or by there being none.</summary>
    private static FactSet Said(FactSet because, Case subject) =>
        because.Contains(Vocabulary.Medications) && !subject.Knows(Vocabulary.Medications)
            ? new(because.Bits & ~(1u << Vocabulary.Medications.Index) | 1u << Vocabulary.ProcedureAt.Index)
            : because;

    private List<Rule> Open(Outlook outlook)
    {
        var open = new List<Rule>();
        for (var row = 0; row < guideline.Rules.Count; row++)
        {
            if (outlook.Shows(row) is Truth.Unknown)
            {
                open.Add(guideline.Rules[row]);
            }
        }

        return open;
    }

    private List<string> MissingFrom(Case subject, Schedule schedule, Outlook outlook)
    {
        var missing = new List<string>();
        foreach (var fact in outlook.Moving)
        {
            if (!subject.Knows(fact))
            {
                missing.Add(fact.Path);
            }
        }

        if (!outlook.Refused && schedule.IsADoseNeeded)
        {
            missing.AddRange(DosePaths(subject));
        }

        return missing;
    }

    private IEnumerable<string> DosePaths(Case subject)
    {
        var medications = subject.Find(Vocabulary.Medications)!;
        for (var place = 0; place < medications.Count; place++)
        {
            if (medications[place].DailyDoseMg is null && guideline.Drugs.Find(medications[place].Drug)?.Asked is Stop { FromMg: not null })
            {
                yield return $"{Vocabulary.Medications.Path}[{place}].dailyDoseMg";
            }
        }
    }

    private static List<Fact> NotUsed(Case subject, Outlook outlook)
    {
        var unused = new List<Fact>();
        foreach (var fact in Vocabulary.All)
        {
            if (subject.Knows(fact) && outlook.Concerns(fact) is Truth.No)
            {
                unused.Add(fact);
            }
        }

        return unused;
    }

    /// <summary>The references of question 4 belong to five drugs; a relay and an unnamed drug cite the question alone.</summary>
    private static IReadOnlyList<Citation> CitationsOf(Rule rule, Schedule schedule)
    {
        if (!rule.ReferencesOnlyForNamedDrugs)
        {
            return rule.Where;
        }

        foreach (var hold in schedule.Holds)
        {
            if (hold.Action is HoldAction.Stop && (rule.Effect is not Effect.Deferred || hold.Met is HoldMet.No))
            {
                return rule.Where;
            }
        }

        return [.. rule.Where.Select(citation => citation.WithoutReferences())];
    }
}
