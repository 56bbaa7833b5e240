using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Holds;

/// <summary>The date arithmetic of one line of the schedule. A whole day, an instant and an elapsed duration are three types.</summary>
/// <param name="planned">When the procedure is planned.</param>
/// <param name="asOf">Today.</param>
/// <param name="zone">The zone of the hospital.</param>
/// <param name="relay">What a vitamin K antagonist of the same list asks; null without one.</param>
internal sealed class HoldLine(PlannedProcedure? planned, LocalDate asOf, DateTimeZone zone, Relay? relay)
{
    private static readonly Citation Named = Source.At("Q4", 122, 123);
    private static readonly Citation Question = Source.At("Q4");

    public Hold For(Intake intake) => intake.Drug?.Asked switch
    {
        Stop { FromMg: { } limit } stop => StopFrom(limit, stop, intake),
        Stop { Hours: { } hours } stop => StopHours(hours, stop, intake),
        Stop stop => StopDays(stop, intake, Readings.WholeDays),
        Relay asked => Bridge(asked, intake),
        Unnamed { Kind: UnnamedKind.Heparin } when relay is not null =>
            NotCovered(intake) with { AsRelay = new(relay.HeparinDays, DaysBefore(relay.HeparinDays)) },
        _ => NotCovered(intake),
    };

    private Hold StopFrom(decimal limit, Stop stop, Intake intake)
    {
        if (intake.KnownDoseMg >= limit)
        {
            return StopDays(stop, intake, intake.KnownDoseMg == limit ? Readings.AspirinThreshold : Readings.WholeDays);
        }

        if (intake.DoseIncomplete)
        {
            var branch = StopDays(stop, intake, Readings.AspirinThreshold);
            return branch with { Action = HoldAction.DoseNeeded, Met = HoldMet.Unknown, StopBranchMissed = branch.Met is HoldMet.No };
        }

        return new(intake, HoldAction.Continue, null, Named) { Met = HoldMet.Yes };
    }

    private Hold StopDays(Stop stop, Intake intake, Reading reading)
    {
        var stopOn = DaysBefore(stop.Days);
        return new(intake, HoldAction.Stop, reading, Named)
        {
            StopOn = stopOn,
            DaysBefore = stop.Days,
            Met = MetFor(stopOn, intake.LastDoseOn),
        };
    }

    private Hold StopHours(int hours, Stop stop, Intake intake)
    {
        var lastDoseBefore = planned?.In(zone)?.ToInstant().Minus(Duration.FromHours(hours)).InZone(zone);
        var stopOn = lastDoseBefore is null ? DaysBefore(stop.Days) : null;
        return new(intake, HoldAction.Stop, Readings.FortyEightHours, Named)
        {
            StopOn = stopOn,
            LastDoseBefore = lastDoseBefore,
            DaysBefore = stop.Days,
            Met = MetFor(stopOn ?? lastDoseBefore?.Date, intake.LastDoseOn),
        };
    }

    private Hold Bridge(Relay asked, Intake intake) => new(intake, HoldAction.Bridge, Readings.OralAnticoagulantIsVka, Question)
    {
        StopOn = DaysBefore(asked.HeparinDays),
        DaysBefore = asked.HeparinDays,
        Met = planned is { } known && asOf > known.Date ? HoldMet.No : HoldMet.Unknown,
    };

    private static Hold NotCovered(Intake intake) => new(intake, HoldAction.NotCovered, Readings.NotByAnalogy, Question);

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
