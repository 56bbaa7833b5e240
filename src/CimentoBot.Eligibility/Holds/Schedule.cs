using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Eligibility.Holds;

/// <summary>The hold schedule of a case (rules.md §3): what each drug asks, by when, and the first date that would do.</summary>
public sealed class Schedule
{
    private Schedule(IReadOnlyList<Hold> holds, LocalDate? earliest, IReadOnlyList<MedicationDemands> demands)
    {
        Holds = holds;
        EarliestProcedureDate = earliest;
        Demands = demands;
    }

    /// <summary>One line a drug, in the order of the list.</summary>
    public IReadOnlyList<Hold> Holds { get; }

    /// <summary>The first day from today on which every medicine hold is kept; null where that cannot be said.</summary>
    public LocalDate? EarliestProcedureDate { get; }

    /// <summary>What the list may ask, one entry for each way in which it can be completed.</summary>
    internal IReadOnlyList<MedicationDemands> Demands { get; }

    /// <summary>The schedule of a list of medicines; null = the list is unknown.</summary>
    /// <param name="medications">The list.</param>
    /// <param name="planned">The planned day, perhaps with its hour.</param>
    /// <param name="asOf">Today in that zone.</param>
    /// <param name="zone">The zone of the hospital.</param>
    public static Schedule Of(IReadOnlyList<Medication>? medications, PlannedProcedure? planned, LocalDate asOf, DateTimeZone zone)
    {
        if (medications is null)
        {
            return new([], null, UnknownList(planned, asOf));
        }

        var intakes = Intake.Of(medications);
        var vka = intakes.Any(intake => intake.Drug?.Class is DrugClass.Bridge);
        var line = new HoldLine(planned, asOf, zone, vka);
        IReadOnlyList<Hold> holds = [.. intakes.Select(line.For)];
        return new(holds, Earliest(holds, asOf), DemandsOf(holds));
    }

    /// <summary>An unknown list stands for: nothing to do; a hold that can be met; one that cannot; a drug not covered.</summary>
    private static List<MedicationDemands> UnknownList(PlannedProcedure? planned, LocalDate asOf)
    {
        List<MedicationDemands> all = [MedicationDemands.None, MedicationDemands.Hold, MedicationDemands.NotCovered];
        if (planned is { } known && asOf >= known.Date.PlusDays(-DrugTable.DaysWithoutAntiplatelet))
        {
            all.Add(MedicationDemands.Hold | MedicationDemands.WindowMissed);
        }

        return all;
    }

    private static List<MedicationDemands> DemandsOf(IReadOnlyList<Hold> holds)
    {
        var known = MedicationDemands.None;
        foreach (var hold in holds)
        {
            known |= hold.Action is HoldAction.Stop or HoldAction.Bridge ? MedicationDemands.Hold : MedicationDemands.None;
            known |= hold.Action is HoldAction.NotCovered ? MedicationDemands.NotCovered : MedicationDemands.None;
            known |= hold.Met is HoldMet.No ? MedicationDemands.WindowMissed : MedicationDemands.None;
        }

        List<MedicationDemands> all = [known];
        if (holds.FirstOrDefault(hold => hold.Action is HoldAction.DoseNeeded) is { } aspirin)
        {
            var stopped = known | MedicationDemands.Hold;
            all.Add(aspirin.StopBranchMissed ? stopped | MedicationDemands.WindowMissed : stopped);
        }

        return all;
    }

    private static LocalDate? Earliest(IReadOnlyList<Hold> holds, LocalDate asOf)
    {
        if (holds.Any(hold => hold.Action is HoldAction.Bridge or HoldAction.NotCovered))
        {
            return null;
        }

        var stops = holds.Where(hold => hold.Action is HoldAction.Stop or HoldAction.DoseNeeded).ToList();
        return stops.Count == 0 ? null : stops
            .Select(hold => hold.LastDoseOn is { } last ? last.PlusDays(hold.DaysBefore!.Value + 1) : asOf.PlusDays(hold.DaysBefore!.Value))
            .Append(asOf)
            .Max();
    }
}
