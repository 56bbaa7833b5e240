using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Holds;

/// <summary>The date arithmetic of one line of the schedule. A whole day, an instant and an elapsed duration are three types.</summary>
internal sealed class HoldLine(PlannedProcedure? planned, LocalDate asOf, DateTimeZone zone, bool besideVitaminKAntagonist)
{
    private static readonly Duration FortyEightHours = Duration.FromHours(DrugTable.HoursWithoutAnticoagulant);

    private static readonly Citation Named = Source.At("Q4", 122, 123);
    private static readonly Citation Unnamed = Source.At("Q4");

    public Hold For(Intake intake) => intake.Drug?.Class switch
    {
        DrugClass.StopFiveDays => StopWholeDays(intake, HoldWords.Stop, Readings.WholeDays),
        DrugClass.Aspirin => Aspirin(intake),
        DrugClass.StopFortyEightHours => StopHours(intake),
        DrugClass.Bridge => Bridge(intake),
        DrugClass.NotCovered or DrugClass.NotCoveredHeparin or DrugClass.NotCoveredReversal or null => NotCovered(intake),
    };

    private Hold Aspirin(Intake intake)
    {
        if (intake.KnownDoseMg >= DrugTable.AspirinStopsFromMg)
        {
            return StopWholeDays(
                intake, HoldWords.Stop, intake.KnownDoseMg == DrugTable.AspirinStopsFromMg ? Readings.AspirinThreshold : Readings.WholeDays);
        }

        return intake.DoseIncomplete ? DoseNeeded(intake) : Line(intake, HoldAction.Continue) with
        {
            Met = HoldMet.Yes,
            Statement = HoldWords.Continue(intake),
            Citation = Named,
        };
    }

    private Hold DoseNeeded(Intake intake)
    {
        var stop = StopWholeDays(intake, HoldWords.DoseNeeded, Readings.AspirinThreshold);
        return stop with { Action = HoldAction.DoseNeeded, Met = HoldMet.Unknown, StopBranchMissed = stop.Met is HoldMet.No };
    }

    private Hold StopWholeDays(Intake intake, Func<Intake, LocalDate?, int, Phrase> words, Reading reading)
    {
        const int days = DrugTable.DaysWithoutAntiplatelet;
        var stopOn = DaysBefore(days);
        return Line(intake, HoldAction.Stop) with
        {
            StopOn = stopOn,
            DaysBefore = days,
            Met = MetFor(stopOn, intake.LastDoseOn),
            Statement = words(intake, stopOn, days),
            Reading = reading,
            Citation = Named,
        };
    }

    private Hold StopHours(Intake intake)
    {
        const int days = DrugTable.DaysWithoutAnticoagulant;
        var lastDoseBefore = planned?.In(zone)?.ToInstant().Minus(FortyEightHours).InZone(zone);
        var stopOn = lastDoseBefore is null ? DaysBefore(days) : null;
        return Line(intake, HoldAction.Stop) with
        {
            StopOn = stopOn,
            LastDoseBefore = lastDoseBefore,
            DaysBefore = days,
            Met = MetFor(stopOn ?? lastDoseBefore?.Date, intake.LastDoseOn),
            Statement = lastDoseBefore is { } instant ? HoldWords.StopBefore(intake, instant) : HoldWords.StopHours(intake, stopOn, days),
            Reading = Readings.FortyEightHours,
            Citation = Named,
        };
    }

    private Hold Bridge(Intake intake)
    {
        const int days = DrugTable.DaysWithoutHeparin;
        var stopOn = DaysBefore(days);
        return Line(intake, HoldAction.Bridge) with
        {
            StopOn = stopOn,
            DaysBefore = days,
            Met = planned is { } known && asOf > known.Date ? HoldMet.No : HoldMet.Unknown,
            Statement = HoldWords.Bridge(stopOn),
            Reading = Readings.OralAnticoagulantIsVka,
        };
    }

    private Hold NotCovered(Intake intake) => Line(intake, HoldAction.NotCovered) with
    {
        Statement = HoldWords.NotCovered(intake, besideVitaminKAntagonist, DaysBefore(DrugTable.DaysWithoutHeparin)),
        Reading = Readings.NotByAnalogy,
    };

    private static Hold Line(Intake intake, HoldAction action) => new(
        intake.Name, intake.Drug?.Inn ?? intake.Name.En, action, null, null, null, HoldMet.Unknown, default, null, Unnamed)
    {
        LastDoseOn = intake.LastDoseOn,
        Class = intake.Drug?.Class,
    };

    private LocalDate? DaysBefore(int days) => planned?.Date.PlusDays(-days);

    /// <summary>
    /// Before the stop date has passed nothing is met yet: yesterday's tablet is no proof that it was the last. A dated dose
    /// counts as the end of its day. No date of last dose = still taken.
    /// </summary>
    private HoldMet MetFor(LocalDate? stopOn, LocalDate? lastDoseOn)
    {
        if (stopOn is not { } stop)
        {
            return HoldMet.Unknown;
        }

        if (lastDoseOn >= stop)
        {
            return HoldMet.No;
        }

        return asOf <= stop ? HoldMet.CanBe : lastDoseOn is null ? HoldMet.No : HoldMet.Yes;
    }
}
