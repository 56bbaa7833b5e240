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

    /// <summary>True when an aspirin of unknown dose is among them.</summary>
    internal bool IsADoseNeeded => Demands.Count > 1 && Holds.Count > 0;

    /// <summary>What the list may ask, one entry for each way in which it can be completed.</summary>
    internal IReadOnlyList<MedicationDemands> Demands { get; }

    /// <summary>The schedule of a list of medicines; null = the list is unknown.</summary>
    /// <param name="medications">The list.</param>
    /// <param name="table">The drugs that are known.</param>
    /// <param name="planned">The planned day, perhaps with its hour.</param>
    /// <param name="asOf">Today in that zone.</param>
    /// <param name="zone">The zone of the hospital.</param>
    public static Schedule Of(IReadOnlyList<Medication>? medications, DrugTable table, PlannedProcedure? planned, LocalDate asOf, DateTimeZone zone)
    {
        if (medications is null)
        {
            return new([], null, UnknownList(table, planned, asOf));
        }

        var intakes = Intake.Of(medications, table);
        var line = new HoldLine(planned, asOf, zone, RelayAmong(intakes));
        var holds = new Hold[intakes.Count];
        for (var place = 0; place < holds.Length; place++)
        {
            holds[place] = line.For(intakes[place]);
        }

        return new(holds, Earliest(holds, asOf), DemandsOf(holds));
    }

    private static Relay? RelayAmong(IReadOnlyList<Intake> intakes)
    {
        foreach (var intake in intakes)
        {
            if (intake.Drug?.Asked is Relay relay)
            {
                return relay;
            }
        }

        return null;
    }

    /// <summary>An unknown list stands for: nothing to do; a hold that can be met; one that cannot; a drug not covered.</summary>
    private static List<MedicationDemands> UnknownList(DrugTable table, PlannedProcedure? planned, LocalDate asOf)
    {
        List<MedicationDemands> all = [MedicationDemands.None, MedicationDemands.Hold, MedicationDemands.NotCovered];
        if (planned is { } known && asOf >= known.Date.PlusDays(-table.LongestStop))
        {
            all.Add(MedicationDemands.Hold | MedicationDemands.WindowMissed);
        }

        return all;
    }

    private static List<MedicationDemands> DemandsOf(Hold[] holds)
    {
        var known = MedicationDemands.None;
        Hold? undosed = null;
        foreach (var hold in holds)
        {
            known |= hold.Demands;
            undosed = hold.Action is HoldAction.DoseNeeded ? hold : undosed;
        }

        if (undosed is null)
        {
            return [known];
        }

        var stopped = known | MedicationDemands.Hold;
        return [known, undosed.StopBranchMissed ? stopped | MedicationDemands.WindowMissed : stopped];
    }

    /// <summary>The first day from today on which each drug that stops has been without a dose for its days.</summary>
    private static LocalDate? Earliest(Hold[] holds, LocalDate asOf)
    {
        LocalDate? earliest = null;
        foreach (var hold in holds)
        {
            switch (hold)
            {
                case { Action: HoldAction.Bridge or HoldAction.NotCovered }:
                    return null;
                case { Action: HoldAction.Stop or HoldAction.DoseNeeded, DaysBefore: { } days }:
                    var free = hold.LastDoseOn is { } last ? last.PlusDays(days + 1) : asOf.PlusDays(days);
                    earliest = LocalDate.Max(earliest ?? asOf, free);
                    break;
            }
        }

        return earliest;
    }
}
