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
public sealed record Hold
{
    internal Hold(Intake intake, HoldAction action, Reading? reading, Citation citation)
    {
        Intake = intake;
        Action = action;
        Reading = reading;
        Citation = citation;
    }

    /// <summary>What to do.</summary>
    public HoldAction Action { get; internal init; }

    /// <summary>The first day without a dose; null where an instant is given, without a planned date, or nothing stops.</summary>
    public LocalDate? StopOn { get; internal init; }

    /// <summary>The instant before which the last dose is taken, for 48 hours with a known hour.</summary>
    public ZonedDateTime? LastDoseBefore { get; internal init; }

    /// <summary>5, 2 or 1 days before the procedure; null for what continues and what is not covered.</summary>
    public int? DaysBefore { get; internal init; }

    /// <summary>Whether it is kept.</summary>
    public HoldMet Met { get; internal init; } = HoldMet.Unknown;

    /// <summary>The reading of ours that it leans on.</summary>
    public Reading? Reading { get; }

    /// <summary>Where it stands in the source.</summary>
    public Citation Citation { get; }

    /// <summary>The drug's name to show: the INN in each language, or the typed text.</summary>
    public Phrase Name => Intake.Name;

    /// <summary>The English INN, or the typed text where the table does not know it.</summary>
    public string Drug => Intake.Drug?.Inn ?? Intake.Name.En;

    /// <summary>The dual product whose tablet brings it; null = it comes alone.</summary>
    public string? Tablet => Intake.From?.Name;

    /// <summary>True when the table knows the name.</summary>
    public bool IsKnown => Intake.Drug is not null;

    /// <summary>The last dose that was said; null = still taken.</summary>
    public LocalDate? LastDoseOn => Intake.LastDoseOn;

    /// <summary>The line in words, both branches where a dose is unknown.</summary>
    public Phrase Statement => HoldWords.Of(this);

    /// <summary>What it asks of the procedure, as the rules tell cases apart.</summary>
    public MedicationDemands Demands =>
        (Action is HoldAction.Stop or HoldAction.Bridge ? MedicationDemands.Hold : MedicationDemands.None)
        | (Action is HoldAction.NotCovered ? MedicationDemands.NotCovered : MedicationDemands.None)
        | (Met is HoldMet.No ? MedicationDemands.WindowMissed : MedicationDemands.None);

    /// <summary>What is taken.</summary>
    internal Intake Intake { get; }

    /// <summary>Whether its stop branch, where the dose is unknown, can no longer be met.</summary>
    internal bool StopBranchMissed { get; init; }

    /// <summary>Of a heparin beside a vitamin K antagonist: when it stops, if it is the relay.</summary>
    internal RelayStop? AsRelay { get; init; }
}

/// <summary>When the heparin of a relay is no longer given.</summary>
internal sealed record RelayStop(int DaysBefore, LocalDate? On);
