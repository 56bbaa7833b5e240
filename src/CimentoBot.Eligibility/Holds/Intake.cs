using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Eligibility.Holds;

/// <summary>One drug as the whole list gives it: the same drug named twice is one intake.</summary>
/// <param name="Drug">The table's drug; null for a name that it does not know.</param>
/// <param name="Name">What to show.</param>
/// <param name="LastDoseOn">The latest last dose; null = still taken, as soon as one of the entries says nothing.</param>
internal sealed record Intake(Drug? Drug, Phrase Name, LocalDate? LastDoseOn)
{
    /// <summary>Milligrams a day of aspirin that are known, and whether more of unknown dose comes on top.</summary>
    public decimal KnownDoseMg { get; init; }

    public bool DoseIncomplete { get; init; }

    /// <summary>The dual product that brings it, if one does.</summary>
    public DualProduct? From { get; init; }

    /// <summary>A dose so large that adding to it could overflow says no more than this.</summary>
    private const decimal LargestDoseMg = 1_000_000;

    /// <summary>The intakes of a list, in its order, clopidogrel before aspirin in a dual product.</summary>
    public static IReadOnlyList<Intake> Of(IReadOnlyList<Medication> medications)
    {
        var intakes = new List<(string Key, Intake Intake)>();
        foreach (var medication in medications)
        {
            foreach (var (key, intake) in Of(medication))
            {
                var same = intakes.FindIndex(known => known.Key == key);
                if (same < 0)
                {
                    intakes.Add((key, intake));
                }
                else
                {
                    intakes[same] = (key, intakes[same].Intake.Plus(intake));
                }
            }
        }

        return [.. intakes.Select(pair => pair.Intake)];
    }

    private static IEnumerable<(string Key, Intake Intake)> Of(Medication medication)
    {
        if (DrugNames.FindDual(medication.Drug) is { } dual)
        {
            yield return (dual.First.Inn, new(dual.First, dual.First.Name, medication.LastDoseOn) { From = dual });
            yield return (dual.Second.Inn, new(dual.Second, dual.Second.Name, medication.LastDoseOn)
            {
                From = dual,
                KnownDoseMg = dual.SecondDoseMg,
            });
        }
        else if (DrugNames.Find(medication.Drug) is { } drug)
        {
            yield return (drug.Inn, new(drug, drug.Name, medication.LastDoseOn)
            {
                KnownDoseMg = Math.Min(medication.DailyDoseMg ?? 0, LargestDoseMg),
                DoseIncomplete = medication.DailyDoseMg is null,
            });
        }
        else
        {
            yield return ("?" + DrugNames.Fold(medication.Drug), new(null, Phrase.Same(medication.Drug), medication.LastDoseOn));
        }
    }

    private Intake Plus(Intake other) => this with
    {
        LastDoseOn = LastDoseOn is { } mine && other.LastDoseOn is { } theirs ? LocalDate.Max(mine, theirs) : null,
        KnownDoseMg = KnownDoseMg + other.KnownDoseMg,
        DoseIncomplete = DoseIncomplete || other.DoseIncomplete,
        From = From ?? other.From,
    };
}
