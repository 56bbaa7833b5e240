using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board;

/// <summary>What is agreed about the holds, followed from change to change: who was told to stop a drug is told when that is so no longer.</summary>
/// <param name="Terms">A fingerprint of the holds and of what both said of them; empty = nothing is agreed.</param>
/// <param name="Holds">The fingerprint of the holds alone; empty = nothing is agreed.</param>
/// <param name="Changes">How often that has changed; the first time is news only to whoever was reminded before. -1 = an earlier version did not follow it.</param>
/// <param name="Told">The change that the clinician was told of last.</param>
public sealed record Agreement(string Terms, string Holds, int Changes, int Told)
{
    public static readonly Agreement NotFollowed = new("", "", Changes: -1, Told: 0);

    public static readonly Agreement None = new("", "", Changes: 0, Told: 0);

    public bool Stands => Terms.Length > 0;
}

/// <summary>Who has agreed to which holds.</summary>
internal static class Agreements
{
    private static readonly Phrase Unknown = new("un résultat qui pourrait s’y opposer n’est plus connu", "a result that may speak against it is known no longer");

    private static readonly Phrase NotCovered = new(
        "un médicament sans règle dans la source, ou au nom non reconnu, s’est ajouté", "a drug that the source has no rule for, or a name that is not recognised, was added");

    private static IEnumerable<SignatoryRole> Roles => Enum.GetValues<SignatoryRole>();

    /// <summary>
    /// Whether the board, anaesthesia and the prescriber have agreed to the holds of an assessment: only then they leave Teams. What was accepted before
    /// the guideline began to speak against it was not, nor is there anything to agree to while nobody knows what is taken.
    /// </summary>
    public static bool IsAgreed(this BoardCase board, CaseAssessment assessment) =>
        board.Standing is { Accepts: true } && board.Current.Facts.Find(Vocabulary.Medications) is not null
        && board.IsSigned(HoldsToSign.Fingerprint(assessment)) && board.OvertakenBy(assessment) is null;

    /// <summary>
    /// What the guideline has against a case that its board accepted, and what the board did not see; null = nothing. A hold that the days made *missed* is
    /// no such thing: that a drug was stopped as agreed is not in the answers until somebody gives its last dose.
    /// </summary>
    public static Phrase? OvertakenBy(this BoardCase board, CaseAssessment assessment)
    {
        if (board.Standing is not { Accepts: true } closing)
        {
            return null;
        }

        IReadOnlyList<string> seen = closing.Rules?.Split(' ') ?? [.. board.Decided.Decision.Rules];
        if (assessment.Findings.Select(finding => finding.Rule).FirstOrDefault(rule => rule.Effect >= Effect.Deferred && rule.Id != RuleIds.MissedHold && !seen.Contains(rule.Id)) is { } against)
        {
            return new(against.Statement.Fr.TrimEnd('.'), against.Statement.En.TrimEnd('.'));
        }

        if (assessment.Findings.Any(finding => finding.Rule.Id == RuleIds.NotCovered) && !board.Decided.Decision.Rules.Contains(RuleIds.NotCovered))
        {
            return NotCovered;
        }

        if (assessment.Open.Any(rule => rule.Effect >= Effect.Deferred && rule.Id != RuleIds.MissedHold && !WasOpen(rule)))
        {
            return Unknown;
        }

        var holds = HoldsToSign.Fingerprint(assessment);
        return HoldsToSign.In(assessment).FirstOrDefault(hold => board.IsMissedForGood(hold, holds)) is { } missed
            ? new($"un arrêt ne peut plus être tenu à la date prévue ({missed.Name.Fr})", $"a hold can no longer be kept on the planned date ({missed.Name.En})")
            : null;

        bool WasOpen(Rule rule) => closing.Open is { } open ? seen.Contains(rule.Id) || open.Split(' ').Contains(rule.Id) : rule.Effect <= board.Decided.Decision.AtWorst;
    }

    /// <summary>Whether both signatories have agreed once to these holds, whatever they said later; to none there is nothing to agree.</summary>
    public static bool WasSigned(this BoardCase board, string holds) =>
        holds.Length == 0 || Roles.All(role => board.SignOffs.Any(signed => signed.Role == role && signed.Holds == holds && signed.Outcome is not SignOutcome.Refused));

    /// <summary>The case after a change, with what has become of its agreement.</summary>
    /// <param name="desk">What the guideline says.</param>
    /// <param name="before">The case before it; in one of an earlier version, whoever accepted and signed is taken to have agreed.</param>
    /// <param name="after">The case after it.</param>
    public static BoardCase Followed(this Desk desk, BoardCase before, BoardCase after)
    {
        var was = before.Agreement.Changes >= 0 ? before.Agreement
            : desk.TermsOf(before, (board, assessment) => board.Standing is { Accepts: true } && board.IsSigned(HoldsToSign.Fingerprint(assessment))) is { Terms.Length: > 0 } known
                ? Agreement.None with { Terms = known.Terms, Holds = known.Holds, Changes = 1, Told = 1 }
                : Agreement.None;
        var (terms, holds) = desk.TermsOf(after with { Agreement = was }, IsAgreed);
        var now = terms == was.Terms ? was : was with
        {
            Terms = terms,
            Holds = holds,
            Changes = was.Changes + 1,
            Told = was.Changes == 0 && after.Reminded.IsEmpty ? 1 : was.Told,
        };
        return now == after.Agreement ? after : after with { Agreement = now };
    }

    /// <summary>
    /// A drug was taken when it was to be stopped; or the days have passed over its stop without an agreement that stood, and nobody has said when it was
    /// taken last. On the day of a limit with an hour the last dose may have been taken in time.
    /// </summary>
    private static bool IsMissedForGood(this BoardCase board, Hold hold, string holds) => hold is { Met: HoldMet.No, Action: not HoldAction.Bridge }
        && (hold.LastDoseOn is null ? board.Agreement.Changes >= 0 && !(board.Agreement.Stands && board.Agreement.Holds == holds)
            : hold.LastDoseBefore is not { } limit || hold.LastDoseOn > limit.Date);

    private static (string Terms, string Holds) TermsOf(this Desk desk, BoardCase board, Func<BoardCase, CaseAssessment, bool> isAgreed)
    {
        var assessment = desk.Assess(board);
        var holds = HoldsToSign.Fingerprint(assessment);
        return holds.Length > 0 && isAgreed(board, assessment)
            ? (HoldsToSign.Digest([holds, .. Roles.Select(role => board.SignOffOf(role, holds)!).SelectMany(signed => new[] { signed.Outcome.ToString(), signed.Outcome is SignOutcome.Corrected ? signed.Reason : "" })]), holds)
            : ("", "");
    }

    /// <summary>Whether both have agreed to these holds, by their fingerprint; to none there is nothing to agree.</summary>
    private static bool IsSigned(this BoardCase board, string holds) =>
        holds.Length == 0 || Roles.All(role => board.SignOffOf(role, holds) is { Outcome: not SignOutcome.Refused });
}
