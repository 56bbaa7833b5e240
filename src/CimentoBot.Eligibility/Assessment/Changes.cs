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
    /// <summary>More than these, a reader does not weigh.</summary>
    private const int AtMost = 3;

    /// <summary>With more facts unknown than this, the list of what is missing says more.</summary>
    private const int MostUnknown = 6;

    /// <summary>One fact given one class.</summary>
    private sealed record Step(int Fact, uint Mask, Phrase Words);

    public IReadOnlyList<Change> Of(Case subject, Schedule schedule, LocalDate asOf, uint[] allowed)
    {
        var (best, worst) = guideline.Bounds(allowed);
        if (worst is Effect.Eligible || guideline.Moving(allowed).Count() > MostUnknown)
        {
            return [];
        }

        var steps = Steps(subject, schedule, asOf, allowed).ToList();
        for (var size = 1; size <= AtMost; size++)
        {
            var found = Combinations(steps, size)
                .Select(chosen => (Touched: chosen.Select(step => step.Fact), Change: Apply(chosen, allowed)))
                .Where(one => one.Change.AtWorst < worst || one.Change.AtBest < best)
                .OrderBy(one => one.Change.AtWorst).ThenBy(one => one.Change.AtBest)
                .ToList();
            if (found.Count > 0)
            {
                return [.. found.DistinctBy(one => string.Join('|', one.Touched)).Select(one => one.Change).Take(AtMost)];
            }
        }

        return [];
    }

    private Change Apply(IReadOnlyList<Step> steps, uint[] allowed)
    {
        var changed = (uint[])allowed.Clone();
        foreach (var step in steps)
        {
            changed[step.Fact] = step.Mask;
        }

        var (best, worst) = guideline.Bounds(changed);
        return new([.. steps.Select(step => step.Words)], best, worst);
    }

    private IEnumerable<Step> Steps(Case subject, Schedule schedule, LocalDate asOf, uint[] allowed)
    {
        var moving = guideline.Moving(allowed).ToHashSet();
        foreach (var fact in Vocabulary.All.Where(fact => fact is not MedicationsFact))
        {
            var known = subject.Knows(fact);
            if (known ? fact.Actionable && guideline.Concerns(fact, allowed) is Truth.Yes : moving.Contains(fact))
            {
                foreach (var step in StepsOf(fact, allowed[fact.Index], known))
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

    private IEnumerable<Step> StepsOf(Fact fact, uint now, bool known)
    {
        var partition = guideline.PartitionOf(fact);
        for (var place = 0; place < partition.Size; place++)
        {
            var mask = 1u << place;
            if (!known || mask != now)
            {
                yield return new(fact.Index, mask, WordsOf(fact, partition, mask));
            }
        }
    }

    private IEnumerable<Step> MedicationSteps(Case subject, Schedule schedule, LocalDate asOf)
    {
        var fact = Vocabulary.Medications;
        if (subject.Find(fact) is not { } list)
        {
            yield return new(fact.Index, guideline.MaskOf([MedicationDemands.None]), new(
                "aucun médicament agissant sur l’hémostase", "no drug that acts on haemostasis"));
        }
        else if (schedule.Holds.Any(hold => hold.Action is HoldAction.DoseNeeded))
        {
            yield return new(fact.Index, guideline.MaskOf([schedule.Demands[0]]), new(
                "aspirine : moins de 160 mg par jour", "aspirin: under 160 mg a day"));
        }
        else if (schedule.EarliestProcedureDate is { } date && schedule.Holds.Any(hold => hold.Met is HoldMet.No))
        {
            var later = Schedule.Of(list, new PlannedProcedure(date), asOf, zone);
            yield return new(fact.Index, guideline.MaskOf(later.Demands), new(
                $"geste à partir du {Dates.Long(date, Language.French)}", $"procedure from {Dates.Long(date, Language.English)} on"));
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

    private static IEnumerable<IReadOnlyList<Step>> Combinations(IReadOnlyList<Step> steps, int size)
    {
        if (size == 0)
        {
            return [[]];
        }

        return
            from place in Enumerable.Range(0, steps.Count)
            from rest in Combinations([.. steps.Skip(place + 1)], size - 1)
            where rest.All(other => other.Fact != steps[place].Fact)
            select (IReadOnlyList<Step>)[steps[place], .. rest];
    }
}
