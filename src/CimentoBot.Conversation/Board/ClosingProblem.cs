using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board;

/// <summary>What stands against a decision.</summary>
internal static class ClosingProblem
{
    /// <summary>The rules that defer or refuse what is decided on the day that is planned, and those that would with some value of what is not known: the board has seen them.</summary>
    public static (string Held, string Open) RulesAgainst(this Desk desk, ClosingRequest asked, BoardCase board)
    {
        var assessment = desk.Assessor.Assess(PlannedBy(asked, board), desk.Files.Today);
        return (Ids(assessment.Findings.Select(finding => finding.Rule)), Ids(assessment.Open));

        static string Ids(IEnumerable<Rule> rules) => string.Join(' ', rules.Where(rule => rule.Effect >= Effect.Deferred).Select(rule => rule.Id));
    }

    /// <summary>It is worked out on today's date and on the day that is planned; null = nothing stands against it.</summary>
    public static Phrase? ProblemOf(this Desk desk, ClosingRequest asked, BoardCase board)
    {
        var planned = PlannedBy(asked, board);
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

    private static Case PlannedBy(ClosingRequest asked, BoardCase board) => board.Current.Facts.PlannedOn(asked.Decision is BoardDecision.Postponed ? null : asked.PlannedAt);
}
