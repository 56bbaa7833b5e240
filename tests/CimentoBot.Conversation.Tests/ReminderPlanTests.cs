using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Tests;

/// <summary>Which reminders a case has, and when, as rows: «what drug day hour» in Paris. The session is on Thursday 3 December.</summary>
public sealed class ReminderPlanTests
{
    private const string Signature = "signOff  2026-12-02 18:00";

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Assessor Assessor = new(Guideline.Current, Paris);
    private static readonly LocalDate Today = new(2026, 11, 30);
    private static readonly DateTimeOffset Now = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    [Fact]
    public void AStopHasItsEveningAndItsMorning() => Assert.Equal(
        ["stop clopidogrel 2026-12-08 18:00", "stop clopidogrel 2026-12-09 08:00", Signature], Plan(Board(), new Medication("Plavix"), new("aspirin", 75)));

    [Fact]
    public void EachDrugHasItsOwn() => Assert.Equal(
        ["stop clopidogrel 2026-12-08 18:00", "stop clopidogrel 2026-12-09 08:00", "stop aspirin 2026-12-08 18:00", "stop aspirin 2026-12-09 08:00", Signature],
        Plan(Board(), new Medication("Plavix"), new("aspirin", 300)));

    [Fact]
    public void AnAspirinOfUnknownDoseIsRemindedOfAndIsMissing() => Assert.Equal(
        ["stop aspirin 2026-12-08 18:00", "stop aspirin 2026-12-09 08:00", Signature, "missing  2026-12-02 18:00"], Plan(Board(), new Medication("aspirin")));

    [Fact]
    public void ALastDoseHasItsHourAlone() => Assert.Equal(["lastDose rivaroxaban 2026-12-12 08:00", Signature], Plan(Board(), new Medication("Xarelto")));

    [Fact]
    public void ALastDoseWithoutAnHourIsADay() => Assert.Equal(
        ["stop rivaroxaban 2026-12-11 18:00", "stop rivaroxaban 2026-12-12 08:00", Signature],
        Plan(Board(), Typical(new PlannedProcedure(new(2026, 12, 14)), new Medication("Xarelto"))));

    [Fact]
    public void AHeparinOfARelayStopsTheDayBefore() => Assert.Equal(
        ["relay warfarin 2026-12-12 18:00", "relay warfarin 2026-12-13 08:00", Signature], Plan(Board(), new Medication("Coumadine")));

    [Fact]
    public void WhatHasNoRuleHasNoReminder() => Assert.Empty(Plan(Board(), new Medication("Lixiana"), new("aspirin", 75)));

    [Fact]
    public void WithoutADateOnlyTheSignatureAndTheDateAreAskedFor() => Assert.Equal(
        [Signature], Plan(Board(), Typical(null, new Medication("Plavix"))).Where(row => !row.StartsWith("missing", StringComparison.Ordinal)));

    [Fact]
    public void ASignatureIsAskedForTwoDaysBeforeTheFirstStopWhereThatIsSooner() => Assert.Contains(
        "signOff  2026-12-01 18:00", Plan(Board(), Typical(new PlannedProcedure(new(2026, 12, 8)), new Medication("Plavix"))));

    [Fact]
    public void OnceAcceptedOnlyTheStopsPress() => Assert.Contains(
        "signOff  2026-12-07 18:00", Plan(Closed(BoardDecision.Accepted), new Medication("Plavix")));

    [Fact]
    public void WhatBothHaveSignedIsNotAskedFor() => Assert.Equal(
        ["stop clopidogrel 2026-12-08 18:00", "stop clopidogrel 2026-12-09 08:00"],
        Plan(Signed(SignOutcome.Agreed, SignOutcome.Corrected), new Medication("Plavix")));

    [Theory]
    [InlineData(SignOutcome.Agreed, SignOutcome.Refused)]
    [InlineData(SignOutcome.Refused, SignOutcome.Agreed)]
    public void NothingAfterASignatoryRefused(SignOutcome anaesthesia, SignOutcome prescriber) =>
        Assert.Empty(Plan(Signed(anaesthesia, prescriber), new Medication("Plavix")));

    [Theory]
    [InlineData(BoardDecision.Refused)]
    [InlineData(BoardDecision.OtherTreatment)]
    [InlineData(BoardDecision.Postponed)]
    public void NothingAfterADecisionThatDoesNotAccept(BoardDecision decision) => Assert.Empty(Plan(Closed(decision), new Medication("Plavix")));

    [Fact]
    public void NothingWhereTheVerdictRefusesNorForWhatWouldOnlyTellHow()
    {
        var refused = Typical(At(14), new Medication("Plavix")).With(Vocabulary.SystemicInfection, true);
        Assert.Empty(Plan(Board(), refused));
        Assert.Empty(Plan(Board(), refused.With(Vocabulary.SystemicInfection, null).With(Vocabulary.LesionIsSource, false)));
    }

    [Fact]
    public void NothingForAStopThatWasMissed() => Assert.Equal(
        ["signOff  2026-11-25 18:00"], Plan(Board(), Typical(At(2), new Medication("Plavix"))));

    [Theory]
    [InlineData("2026-03-30", "2026-03-28 07:00")]
    [InlineData("2026-10-26", "2026-10-24 09:00")]
    public void FortyEightHoursAreElapsedOnesAcrossTheChangeOfTheClocks(string day, string due)
    {
        var facts = Typical(new PlannedProcedure(LocalDatePattern.Iso.Parse(day).Value, new(8, 0)), new Medication("Xarelto"));
        Assert.Contains($"lastDose rivaroxaban {due}", Plan(Board(), facts, today: new(2026, 3, 20)));
    }

    [Fact]
    public void AnEveningAndAMorningAreThoseOfTheirDayAcrossTheChangeOfTheClocks()
    {
        var facts = Typical(new PlannedProcedure(new(2026, 4, 3)), new Medication("Plavix"));
        var due = ReminderPlan.Of(Board(), Assessor.Assess(facts, new(2026, 3, 20)), Paris).Take(2).Select(reminder => InstantPattern.General.Format(reminder.DueAt));
        Assert.Equal(["2026-03-28T17:00:00Z", "2026-03-29T06:00:00Z"], due);
    }

    [Fact]
    public void ANameSaysWhatItIsAboutAndWhenItWasDue()
    {
        var reminder = ReminderPlan.Of(Board(), Assessor.Assess(Typical(At(14), new Medication("Plavix")), Today), Paris)[0];
        Assert.Equal(("reminder:CB-7F3K:stop:clopidogrel:2026-12-08T1700Z", "reminder.stop"), (reminder.Name, reminder.Kind));
        Assert.Equal(reminder.DueAt, Reminder.DueIn(reminder.Name));
        Assert.Equal((reminder.Name, "CB-7F3K", reminder.DueAt.ToDateTimeOffset()), (reminder.Message.Name, reminder.Message.Subject, reminder.Message.DueAt));
    }

    private static IEnumerable<string> Plan(BoardCase board, params Medication[] medications) => Plan(board, Typical(At(14), medications));

    private static IEnumerable<string> Plan(BoardCase board, Case facts, LocalDate? today = null) => ReminderPlan
        .Of(board, Assessor.Assess(facts, today ?? Today), Paris)
        .Select(reminder => $"{reminder.Kind["reminder.".Length..]} {reminder.Hold?.Drug} {Moment.Format(reminder.DueAt.InZone(Paris).LocalDateTime)}");

    private static PlannedProcedure At(int day) => new(new(2026, 12, day), new(8, 0));

    private static Case Typical(PlannedProcedure? planned, params Medication[] medications) => Cards.GalleryCases.Typical
        .With(Vocabulary.ProcedureAt, planned).With(Vocabulary.Medications, (IReadOnlyList<Medication>)medications);

    private static BoardCase Board() => new()
    {
        Code = "CB-7F3K",
        Channel = "19:rcp@thread.tacv2",
        Session = new LocalDate(2026, 12, 3),
        Presentations = [new(1, Now, Case.Empty, Decision.Of(Assessor.Assess(Case.Empty, Today), Today), "")],
    };

    private static BoardCase Closed(BoardDecision decision) => Board() with
    {
        Stage = BoardStage.Closed,
        Closings = [new("owner", Now, decision, null, "", null, new LocalDate(2026, 12, 3), 1, 3, Quorum: true)],
    };

    private static BoardCase Signed(SignOutcome anaesthesia, SignOutcome prescriber)
    {
        var holds = HoldsToSign.Fingerprint(Assessor.Assess(Typical(At(14), new Medication("Plavix")), Today));
        return Board() with
        {
            SignOffs =
            [
                new("one", SignatoryRole.Anaesthesia, anaesthesia, "", Now, holds),
                new("other", SignatoryRole.Prescriber, prescriber, "", Now, holds),
            ],
        };
    }
}
