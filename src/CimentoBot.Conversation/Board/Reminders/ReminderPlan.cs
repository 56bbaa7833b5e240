using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;

namespace CimentoBot.Conversation.Board.Reminders;

/// <summary>
/// The reminders of a case as it stands: the same case and schedule always give the same. What is due is checked against the plan of
/// that moment, so that nothing that no longer holds is sent.
/// </summary>
internal static class ReminderPlan
{
    /// <summary>How many days before the first stop a missing signature is asked for.</summary>
    private const int DaysToSign = 2;

    /// <summary>In the hospital's zone.</summary>
    private static readonly LocalTime Morning = new(8, 0);

    /// <param name="board">What the board made of the case.</param>
    /// <param name="assessment">What the guideline says of it, on the day that is planned.</param>
    /// <param name="zone">The hospital's zone.</param>
    /// <returns>All of them, whether their moment has passed or not; none after a refusal.</returns>
    public static IReadOnlyList<Reminder> Of(BoardCase board, CaseAssessment assessment, DateTimeZone zone)
    {
        var holds = HoldsToSign.Fingerprint(assessment);
        if (assessment.Refused || board.Standing is { Accepts: false } || RolesOf(board, holds).Any(signed => signed?.Outcome is SignOutcome.Refused))
        {
            return [];
        }

        return [.. Stops(board, assessment, zone), .. Signatures(board, assessment, holds, zone), .. Results(board, assessment, zone)];
    }

    private static IEnumerable<SignOff?> RolesOf(BoardCase board, string holds) => Enum.GetValues<SignatoryRole>().Select(role => board.SignOffOf(role, holds));

    /// <summary>What was missed is told by the card, and what is kept needs no reminder.</summary>
    private static IEnumerable<Reminder> Stops(BoardCase board, CaseAssessment assessment, DateTimeZone zone) =>
        HoldsToSign.In(assessment).Where(hold => hold.Met is HoldMet.CanBe or HoldMet.Unknown).SelectMany(hold => Of(hold, board.Code, zone));

    private static IEnumerable<Reminder> Of(Hold hold, string code, DateTimeZone zone)
    {
        if (hold.LastDoseBefore is { } moment)
        {
            yield return new(ReminderTopic.LastDose, code, hold, moment.ToInstant());
        }
        else if (hold.StopOn is { } day)
        {
            var topic = hold.Action is HoldAction.Bridge ? ReminderTopic.Relay : ReminderTopic.Stop;
            yield return new(topic, code, hold, At(day.PlusDays(-1), SessionEve.Hour, zone));
            yield return new(topic, code, hold, At(day, Morning, zone));
        }
    }

    /// <summary>Before the session there is still somebody to ask at it; once the case is accepted only the stops press.</summary>
    private static IEnumerable<Reminder> Signatures(BoardCase board, CaseAssessment assessment, string holds, DateTimeZone zone)
    {
        if (holds.Length == 0 || RolesOf(board, holds).All(signed => signed is not null))
        {
            yield break;
        }

        var stops = HoldsToSign.In(assessment).Select(hold => hold.StopOn ?? hold.LastDoseBefore?.Date).OfType<LocalDate>().Select(day => day.PlusDays(-DaysToSign));
        var days = board.Standing is null ? stops.Append(board.Session.PlusDays(-1)) : stops;
        foreach (var day in days.Order().Take(1))
        {
            yield return new(ReminderTopic.SignOff, board.Code, null, At(day, SessionEve.Hour, zone));
        }
    }

    private static IEnumerable<Reminder> Results(BoardCase board, CaseAssessment assessment, DateTimeZone zone)
    {
        if (board.Standing is null && assessment.Missing.Count > 0)
        {
            yield return new(ReminderTopic.Missing, board.Code, null, At(board.Session.PlusDays(-1), SessionEve.Hour, zone));
        }
    }

    /// <summary>An hour that the clocks skip is the one after it, one that they double the earlier.</summary>
    private static Instant At(LocalDate day, LocalTime hour, DateTimeZone zone) => (day + hour).InZoneLeniently(zone).ToInstant();
}
