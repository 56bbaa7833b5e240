using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board;

/// <summary>Whether holds are agreed, followed from change to change: who was told to stop a drug is told when that stands no longer.</summary>
/// <param name="Stands">Whether there are holds and all have agreed to them.</param>
/// <param name="Changes">How often that has changed; the first time is no news to be told, what follows is.</param>
/// <param name="Told">The change that the clinician was told of last.</param>
public sealed record Agreement(bool Stands, int Changes, int Told);

/// <summary>Who has agreed to which holds.</summary>
internal static class Agreements
{
    private const string MissedHold = "deferred.hold-window";

    private static IEnumerable<SignatoryRole> Roles => Enum.GetValues<SignatoryRole>();

    /// <summary>
    /// Whether the board, anaesthesia and the prescriber have agreed to the holds of an assessment: only then they leave Teams. What was accepted before
    /// the guideline began to speak against it was not.
    /// </summary>
    public static bool IsAgreed(this BoardCase board, CaseAssessment assessment) =>
        board.Standing is { Accepts: true } && !board.IsOvertaken(assessment) && board.IsSigned(HoldsToSign.Fingerprint(assessment));

    /// <summary>
    /// Whether the guideline defers or refuses for a reason that the board did not see when it decided. A missed hold is none: that a drug was stopped as
    /// agreed is not in the answers until somebody gives it.
    /// </summary>
    public static bool IsOvertaken(this BoardCase board, CaseAssessment assessment) => assessment.Findings.Any(finding =>
        finding.Rule.Effect >= Effect.Deferred && finding.Rule.Id != MissedHold && !board.Decided.Decision.Rules.Contains(finding.Rule.Id));

    /// <summary>Whether both signatories have agreed once to these holds, whatever they said later; to none there is nothing to agree.</summary>
    public static bool WasSigned(this BoardCase board, string holds) =>
        holds.Length == 0 || Roles.All(role => board.SignOffs.Any(signed => signed.Role == role && signed.Holds == holds && signed.Outcome is not SignOutcome.Refused));

    /// <summary>The same case, with what has become of its agreement on that day.</summary>
    public static BoardCase Followed(this Desk desk, BoardCase board)
    {
        var assessment = desk.Assess(board);
        var stands = HoldsToSign.In(assessment).Count > 0 && board.IsAgreed(assessment);
        return stands == board.Agreement.Stands ? board : board with { Agreement = board.Agreement with { Stands = stands, Changes = board.Agreement.Changes + 1 } };
    }

    /// <summary>Whether both have agreed to these holds, by their fingerprint; to none there is nothing to agree.</summary>
    private static bool IsSigned(this BoardCase board, string holds) =>
        holds.Length == 0 || Roles.All(role => board.SignOffOf(role, holds) is { Outcome: not SignOutcome.Refused });
}
