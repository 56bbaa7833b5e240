using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Board;

/// <summary>When a decision is unlike the verdict, and so asks for a reason.</summary>
internal static class Deviation
{
    /// <summary>
    /// A case accepted that the guideline refuses, defers or cannot decide, or one turned down that it finds eligible. What it leaves to
    /// the board, the board decides; to postpone is no answer.
    /// </summary>
    /// <param name="decision">What the board decides.</param>
    /// <param name="verdict">What the guideline says; null = undetermined.</param>
    public static bool NeedsAReason(BoardDecision decision, Effect? verdict) => decision switch
    {
        BoardDecision.Accepted or BoardDecision.AcceptedWithConditions =>
            verdict is not (Effect.Eligible or Effect.EligibleWithConditions or Effect.BoardDecision),
        BoardDecision.Refused or BoardDecision.OtherTreatment => verdict is Effect.Eligible or Effect.EligibleWithConditions,
        BoardDecision.Postponed => false,
    };
}
