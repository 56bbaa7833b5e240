using System.Security.Cryptography;
using System.Text;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board;

/// <summary>The holds that anaesthesia and the prescriber sign: what is stopped or relayed, and when.</summary>
internal static class HoldsToSign
{
    /// <summary>Those that ask for a signature; what goes on and what has no rule does not.</summary>
    public static IReadOnlyList<Hold> In(CaseAssessment assessment) =>
        [.. assessment.Holds.Where(hold => hold.Action is HoldAction.Stop or HoldAction.Bridge or HoldAction.DoseNeeded)];

    /// <summary>A fingerprint of drugs and dates: while it is the same, a signature is about these holds. Empty = there is nothing to sign.</summary>
    public static string Fingerprint(CaseAssessment assessment)
    {
        var holds = In(assessment);
        return holds.Count == 0 ? "" : Digest(holds.Select(Line));
    }

    /// <summary>What stands for these lines.</summary>
    public static string Digest(IEnumerable<string> lines) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))))[..16];

    /// <summary>The answers with the day that the board planned, at the hour that was planned before where the day is the same.</summary>
    public static Case PlannedOn(this Case facts, LocalDate? day) => day is not { } planned || facts.Find(Vocabulary.ProcedureAt)?.Date == planned
        ? facts
        : facts.With(Vocabulary.ProcedureAt, new PlannedProcedure(planned, null));

    /// <summary>A tablet that brings another drug too is another thing to stop than the drug alone.</summary>
    private static string Line(Hold hold) => string.Join(
        '|',
        hold.Tablet is { } tablet ? $"{hold.Drug} ({tablet})" : hold.Drug,
        hold.Action,
        hold.StopOn is { } day ? LocalDatePattern.Iso.Format(day) : "",
        hold.LastDoseBefore is { } moment ? InstantPattern.General.Format(moment.ToInstant()) : "");
}
