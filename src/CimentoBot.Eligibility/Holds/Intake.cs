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

    /// <summary>Whether it is taken beside the dual product too.</summary>
    public bool AlsoAlone { get; init; }

    /// <summary>A dose so large that adding to it could overflow says no more than this.</summary>
    private const decimal LargestDoseMg = 1_000_000;

    /// <summary>The intakes of a list, in its order, clopidogrel before aspirin in a dual product.</summary>
    public static IReadOnlyList<Intake> Of(IReadOnlyList<Medication> medications, DrugTable table)
    {
        var intakes = new List<Intake>(medications.Count);
        foreach (var medication in medications)
        {
            var recognised = table.Recognise(medication.Drug);
            if (recognised is { Dual: { } dual, Drugs: [var first, var second] })
            {
                Add(intakes, new(first, first.Name, medication.LastDoseOn) { From = dual });
                Add(intakes, new(second, second.Name, medication.LastDoseOn) { From = dual, KnownDoseMg = dual.SecondDoseMg });
            }
            else if (recognised.Drug is { } drug)
            {
                Add(intakes, new(drug, drug.Name, medication.LastDoseOn)
                {
                    KnownDoseMg = Math.Min(medication.DailyDoseMg ?? 0, LargestDoseMg),
                    DoseIncomplete = medication.DailyDoseMg is null,
                });
            }
            else
            {
                Add(intakes, new(null, Phrase.Same(medication.Drug), medication.LastDoseOn));
            }
        }

        return intakes;
    }

    private static void Add(List<Intake> intakes, Intake intake)
    {
        for (var place = 0; place < intakes.Count; place++)
        {
            if (intakes[place].IsOfSameDrugAs(intake))
            {
                intakes[place] = intakes[place].Plus(intake);
                return;
            }
        }

        intakes.Add(intake);
    }

    /// <summary>Names that the table does not know are one drug if they fold alike.</summary>
    private bool IsOfSameDrugAs(Intake other) => Drug is null
        ? other.Drug is null && DrugNames.Fold(Name.En) == DrugNames.Fold(other.Name.En)
        : Drug.Inn == other.Drug?.Inn;

    private Intake Plus(Intake other) => this with
    {
        LastDoseOn = LastDoseOn is { } mine && other.LastDoseOn is { } theirs ? LocalDate.Max(mine, theirs) : null,
        KnownDoseMg = KnownDoseMg + other.KnownDoseMg,
        DoseIncomplete = DoseIncomplete || other.DoseIncomplete,
        From = From ?? other.From,
        AlsoAlone = AlsoAlone || other.AlsoAlone || (From is null) != (other.From is null),
    };
}
