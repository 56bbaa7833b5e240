using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Holds;

/// <summary>What is to be done with a drug before the procedure.</summary>
public enum HoldAction
{
    Stop,
    Continue,
    Bridge,
    NotCovered,
    DoseNeeded,
}

/// <summary>Whether the hold is kept on the planned date.</summary>
public enum HoldMet
{
    Yes,
    CanBe,
    No,
    Unknown,
}

/// <summary>One line of the hold schedule.</summary>
/// <param name="Name">The drug's name to show: the INN in each language, or the typed text.</param>
/// <param name="Drug">The English INN, or the typed text where the table does not know it.</param>
/// <param name="Action">What to do.</param>
/// <param name="StopOn">The first day without a dose; null where an instant is given, without a planned date, or nothing stops.</param>
/// <param name="LastDoseBefore">The instant before which the last dose is taken, for 48 hours with a known hour.</param>
/// <param name="DaysBefore">5, 2 or 1 days before the procedure; null for what continues and what is not covered.</param>
/// <param name="Met">Whether it is kept.</param>
/// <param name="Statement">The line in words, both branches where a dose is unknown.</param>
/// <param name="Reading">The reading of ours that it leans on.</param>
/// <param name="Citation">Where it stands in the source.</param>
public sealed record Hold(
    Phrase Name,
    string Drug,
    HoldAction Action,
    LocalDate? StopOn,
    ZonedDateTime? LastDoseBefore,
    int? DaysBefore,
    HoldMet Met,
    Phrase Statement,
    Reading? Reading,
    Citation Citation)
{
    /// <summary>The last dose that was said; null = still taken.</summary>
    public LocalDate? LastDoseOn { get; init; }

    /// <summary>The table's class; null for a name that the table does not know.</summary>
    public DrugClass? Class { get; init; }

    /// <summary>Whether its stop branch, where the dose is unknown, can no longer be met.</summary>
    internal bool StopBranchMissed { get; init; }
}
