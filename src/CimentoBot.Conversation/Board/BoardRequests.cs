using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>What was asked of <c>board.opinion</c>.</summary>
internal sealed record OpinionRequest(OpinionValue? Value, Specialty? Specialty, string Comment)
{
    public const string ValueId = "opinion";
    public const string SpecialtyId = "specialty";
    public const string CommentId = "comment";

    /// <summary>The opinion, or what is wrong with it.</summary>
    public static (OpinionRequest Request, Phrase? Problem) Read(CardSubmission submission)
    {
        var (comment, problem) = FreeText.Read(submission.Input(CommentId));
        var value = BoardChoices.Opinions.Find(submission.Input(ValueId));
        var specialty = BoardChoices.Specialties.Find(submission.Input(SpecialtyId));
        problem ??= value is null ? BoardWords.ChooseAnOpinion
            : specialty is null && submission.Input(SpecialtyId).Length > 0 ? BoardWords.ChooseASpecialty
            : null;
        return (new(value, specialty, comment), problem);
    }
}

/// <summary>What was asked of <c>board.signoff</c>.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Outcome">What is said of the holds.</param>
/// <param name="Reason">Why; empty = not said.</param>
/// <param name="Holds">The fingerprint of the holds that the form showed; empty = it was typed, or sent without a form.</param>
internal sealed record SignOffRequest(SignatoryRole? Role, SignOutcome? Outcome, string Reason, string Holds)
{
    public const string HoldsId = "holds";
    public const string RoleId = "role";
    public const string OutcomeId = "outcome";
    public const string ReasonId = "reason";

    /// <summary>Whether nothing was given yet: then the form is what is wanted.</summary>
    public static bool IsEmpty(CardSubmission submission) => submission.Input(OutcomeId).Length == 0;

    public static (SignOffRequest Request, Phrase? Problem) Read(CardSubmission submission)
    {
        var (reason, problem) = FreeText.Read(submission.Input(ReasonId));
        var role = BoardChoices.Roles.Find(submission.Input(RoleId));
        var outcome = BoardChoices.Outcomes.Find(submission.Input(OutcomeId));
        problem ??= role is null ? BoardWords.ChooseARole
            : outcome is null ? BoardWords.ChooseAnOutcome
            : outcome is not SignOutcome.Agreed && reason.Length == 0 ? BoardWords.GiveAReason
            : null;
        return (new(role, outcome, reason, submission.Input(HoldsId)), problem);
    }
}

/// <summary>What was asked of <c>board.close</c>.</summary>
internal sealed record ClosingRequest(BoardDecision? Decision, DeviationReason? Reason, string Text, LocalDate? PlannedAt)
{
    public const string DecisionId = "decision";
    public const string ReasonId = "reason";
    public const string TextId = "text";
    public const string PlannedAtId = "plannedAt";

    /// <summary>Whether nothing was given yet: then the form is what is wanted.</summary>
    public static bool IsEmpty(CardSubmission submission) => submission.Input(DecisionId).Length == 0;

    /// <param name="submission">What was sent.</param>
    /// <param name="today">A day before this one cannot be planned any more.</param>
    public static (ClosingRequest Request, Phrase? Problem) Read(CardSubmission submission, LocalDate today)
    {
        var (text, problem) = FreeText.Read(submission.Input(TextId));
        var decision = BoardChoices.Decisions.Find(submission.Input(DecisionId));
        var reason = BoardChoices.Reasons.Find(submission.Input(ReasonId));
        var planned = submission.Input(PlannedAtId) is { Length: > 0 } typed ? DateReader.Read(typed) : Answer.NotKnown;
        var day = (planned as Answer.Understood)?.Value as LocalDate?;
        problem ??= decision is null ? BoardWords.ChooseADecision
            : reason is null && submission.Input(ReasonId).Length > 0 ? BoardWords.ChooseAReason
            : planned is Answer.Bad || day < today ? BoardWords.ADayToCome
            : null;
        return (new(decision, reason, text, day), problem);
    }
}

/// <summary>What people write at the board: one line, not too long, and nobody's identity.</summary>
internal static class FreeText
{
    private const int Longest = 500;

    /// <summary>The text on one line, or why it is not taken; nothing of it is kept then.</summary>
    public static (string Text, Phrase? Problem) Read(string given)
    {
        var text = OnALine(given);
        var problem = text.Length > Longest ? BoardWords.TooLong : IdentityGuard.Find(text);
        return (problem is null ? text : "", problem);
    }

    public static string OnALine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
