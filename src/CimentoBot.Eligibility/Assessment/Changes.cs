using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Assessment;

/// <summary>
/// What would better a verdict, computed from the rows: a blood count to repeat, an infection to treat, a date to move, a
/// fact still unknown. Never a wish: nobody chooses a site or an allergy.
/// </summary>
internal sealed class Changes(Guideline guideline, DateTimeZone zone)
{
    /// <summary>With more facts unknown than this, the list of what is missing says more.</summary>
    private const int MostUnknown = 6;

    /// <summary>One fact given one class. A date is changed through what the medicines then ask.</summary>
    private sealed record Step(Fact Fact, uint Mask, Phrase Words)
    {
        public Fact Acts { get; init; } = Fact;
    }

    /// <summary>
    /// Every smallest set of facts that betters a bound of the verdict, each with the values that better it most; best first. A
    /// larger set that holds one of them is left out, and so is what one of them could do alone.
    /// </summary>
    public IReadOnlyList<Change> Of(Case subject, Schedule schedule, LocalDate asOf, uint[] allowed)
    {
        var (best, worst) = guideline.Bounds(allowed);
        var moving = guideline.Moving(allowed);
        if (worst is Effect.Eligible || moving.Count > MostUnknown)
        {
            return [];
        }

        var choices = Steps(subject, schedule, asOf, allowed, moving).GroupBy(step => step.Fact).Select(group => group.ToList()).ToList();
        for (var size = 1; size <= choices.Count; size++)
        {
            var found = Subsets(choices, size)
                .Select(facts => Combinations(facts).Select(chosen => Apply(chosen, allowed)).Order(BestFirst).First())
                .Where(change => change.AtWorst < worst || change.AtBest < best)
                .Order(BestFirst)
                .ToList();
            if (found.Count > 0)
            {
                return found;
            }
        }

        return [];
    }

    private static Comparer<Change> BestFirst { get; } = Comparer<Change>.Create((left, right) =>
        (left.AtWorst, left.AtBest).CompareTo((right.AtWorst, right.AtBest)));

    private Change Apply(IReadOnlyList<Step> steps, uint[] allowed)
    {
        var changed = (uint[])allowed.Clone();
        foreach (var step in steps)
        {
            changed[step.Acts.Index] = step.Mask;
        }

        var (best, worst) = guideline.Bounds(changed);
        return new(
            new(steps.Aggregate(0u, (facts, step) => facts | 1u << step.Fact.Index)), [.. steps.Select(step => step.Words)], best, worst);
    }

    private IEnumerable<Step> Steps(Case subject, Schedule schedule, LocalDate asOf, uint[] allowed, FactSet moving)
    {
        var outlook = guideline.Look(allowed);
        foreach (var fact in Vocabulary.All.Where(fact => fact is not MedicationsFact))
        {
            var known = subject.Knows(fact);
            if (known ? fact.Actionable && outlook.Concerns(fact) is Truth.Yes : moving.Contains(fact))
            {
                foreach (var step in StepsOf(fact, allowed[fact.Index]))
                {
                    yield return step;
                }
            }
        }

        foreach (var step in MedicationSteps(subject, schedule, asOf))
        {
            yield return step;
        }
    }

    private IEnumerable<Step> StepsOf(Fact fact, uint now)
    {
        var partition = guideline.PartitionOf(fact);
        for (var place = 0; place < partition.Size; place++)
        {
            var mask = 1u << place;
            if (mask != now)
            {
                yield return new(fact, mask, WordsOf(fact, partition, mask));
            }
        }
    }

    private IEnumerable<Step> MedicationSteps(Case subject, Schedule schedule, LocalDate asOf)
    {
        var fact = Vocabulary.Medications;
        if (subject.Find(fact) is not { } list)
        {
            yield return new(fact, guideline.MaskOf([MedicationDemands.None]), new(
                "aucun médicament agissant sur l’hémostase", "no drug that acts on haemostasis"));
        }
        else if (schedule.Holds.FirstOrDefault(hold => hold.Action is HoldAction.DoseNeeded)?.Intake.Drug is { Asked: Stop { FromMg: { } limit } })
        {
            yield return new(fact, guideline.MaskOf([schedule.Demands[0]]), new(
                $"aspirine : moins de {Numbers.Print(limit, Language.French)} mg par jour", $"aspirin: under {Numbers.Print(limit, Language.English)} mg a day"));
        }
        else if (schedule.EarliestProcedureDate is { } date && schedule.Holds.Any(hold => hold.Met is HoldMet.No))
        {
            var later = Schedule.Of(list, guideline.Drugs, new PlannedProcedure(date), asOf, zone);
            yield return new(Vocabulary.ProcedureAt, guideline.MaskOf(later.Demands), new(
                $"geste à partir du {Dates.Long(date, Language.French)}", $"procedure from {Dates.Long(date, Language.English)} on"))
            { Acts = fact };
        }
    }

    private static Phrase WordsOf(Fact fact, Partition partition, uint mask) => fact switch
    {
        NumberFact number => partition.BoundOf(mask) is { } bound
            ? number.Bounded(bound.Above ? ">" : "≤", bound.Limit)
            : number.Label,
        BooleanFact boolean => boolean.IsTrue is Atom yes && partition.MaskOf(true) == mask ? yes.Words : ((Atom)boolean.IsFalse).Words,
        IChoiceFact choice => Titles(fact, choice, partition, mask),
        _ => fact.Label,
    };

    private static Phrase Titles(Fact fact, IChoiceFact choice, Partition partition, uint mask)
    {
        var titles = choice.Options.Where(option => partition.MaskOf(choice.Parse([option.Id])) == mask).Select(option => option.Title).ToList();
        return new(
            $"{fact.Label.Fr} : {string.Join(" / ", titles.Select(title => title.Fr).DefaultIfEmpty("plusieurs"))}",
            $"{fact.Label.En}: {string.Join(" / ", titles.Select(title => title.En).DefaultIfEmpty("several"))}");
    }

    /// <summary>Every set of so many facts, in the order of the vocabulary.</summary>
    private static IEnumerable<IReadOnlyList<List<Step>>> Subsets(IReadOnlyList<List<Step>> choices, int size) => size == 0
        ? [[]]
        : from place in Enumerable.Range(0, choices.Count)
          from rest in Subsets([.. choices.Skip(place + 1)], size - 1)
          select (IReadOnlyList<List<Step>>)[choices[place], .. rest];

    /// <summary>Every way of giving each of these facts one of its values.</summary>
    private static IEnumerable<IReadOnlyList<Step>> Combinations(IReadOnlyList<List<Step>> facts) => facts.Count == 0
        ? [[]]
        : from step in facts[0]
          from rest in Combinations([.. facts.Skip(1)])
          select (IReadOnlyList<Step>)[step, .. rest];
}
