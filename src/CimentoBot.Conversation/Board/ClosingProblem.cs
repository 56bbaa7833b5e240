using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Board;

/// <summary>What stands against a decision.</summary>
internal static class ClosingProblem
{
    /// <summary>It is worked out on today's date and on the day that is planned; null = nothing stands against it.</summary>
    public static Phrase? ProblemOf(this Desk desk, ClosingRequest asked, BoardCase board)
    {
        var planned = board.Current.Facts.PlannedOn(asked.Decision is BoardDecision.Postponed ? null : asked.PlannedAt);
        var assessment = desk.Assessor.Assess(planned, desk.Files.Today);
        if (asked.Decision is BoardDecision.Accepted or BoardDecision.AcceptedWithConditions)
        {
            if (planned.Find(Vocabulary.ProcedureAt)?.Date < desk.Files.Today)
            {
                return BoardWords.ADayToCome;
            }

            if (assessment.Holds.Any(hold => hold.Met is HoldMet.No))
            {
                return BoardWords.HoldCannotBeMet(assessment.EarliestProcedureDate);
            }

            if (asked.Decision is BoardDecision.Accepted
                && board.SignOffOf(SignatoryRole.Prescriber, HoldsToSign.Fingerprint(assessment)) is { Outcome: SignOutcome.Refused })
            {
                return BoardWords.StoppingWasRefused;
            }
        }

        return asked.Reason is null && Deviation.NeedsAReason(asked.Decision!.Value, assessment.Verdict) ? BoardWords.NeedsAReason(assessment.Label) : null;
    }
}
