using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>A case as the board sees it today.</summary>
/// <param name="File">The case, with the answers that were presented.</param>
/// <param name="Board">What the board made of it.</param>
/// <param name="Verdict">What the guideline says of it today.</param>
/// <param name="Assessment">The same, before it is put into words.</param>
/// <param name="Holds">The fingerprint of the holds to sign; empty = none.</param>
internal sealed record BoardView(CaseFile File, BoardCase Board, VerdictView Verdict, CaseAssessment Assessment, string Holds)
{
    /// <summary>Whether the verdict has changed by itself since the board saw it: a hold can no longer be met, or the rules are others.</summary>
    public bool NeedsCheck => Board.Decided.Decision is var decision
        && ((decision.AtBest, decision.AtWorst) != (Assessment.AtBest, Assessment.AtWorst)
            || Board.OvertakenBy(Assessment) is not null
            || Assessment.Findings.Any(finding => finding.Rule.Id == RuleIds.MissedHold && !decision.Rules.Contains(finding.Rule.Id)));

    /// <summary>«À réévaluer — À reporter. Première date possible …»; null where nothing is to be checked.</summary>
    public string? CheckLine(Language language) => !NeedsCheck ? null
        : $"{BoardWords.ToBeRechecked.In(language)} — {Verdict.Label}{(Verdict.Schedule.Earliest is { } earliest ? $". {earliest}" : "")}";
}

/// <summary>What the guideline says of what the board saw.</summary>
internal static class BoardViews
{
    /// <summary>On today's date and on the day that the board planned.</summary>
    public static CaseAssessment Assess(this Desk desk, BoardCase board) => desk.Assess(board, desk.Files.Today);

    /// <summary>The same on another day: the frozen facts are what they were, only time has passed.</summary>
    public static CaseAssessment Assess(this Desk desk, BoardCase board, LocalDate day) => desk.Assessor.Assess(board.PlannedFacts, day);

    /// <summary>The same in words.</summary>
    public static BoardView View(this Desk desk, CaseFile file, BoardCase board, Language language)
    {
        var seen = file with { Facts = board.PlannedFacts, Decision = board.Current.Decision };
        var (assessment, verdict) = desk.Judge(seen, language, board.IsAgreed);
        return new(seen, board, verdict, assessment, HoldsToSign.Fingerprint(assessment));
    }
}
