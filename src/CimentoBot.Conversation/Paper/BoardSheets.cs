using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Paper;

/// <summary>The sheets of cases: as the board saw them, or, before it has seen one, as the clinician's verdict has it.</summary>
public sealed class BoardSheets(Desk desk, BoardCases boards, BoardDirectory directory, HoldCalendar calendar) : ISheets
{
    public async Task<HoldSheet?> FindAsync(string code, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(code, cancellationToken) is not { } file)
        {
            return null;
        }

        if (await boards.FindAsync(code, cancellationToken) is { } board)
        {
            return Of(board, (await directory.RulesOfAsync(board.Channel, cancellationToken)).Language);
        }

        return file.Status is not CaseStatus.Finished ? null : new()
        {
            Code = file.Code,
            Language = file.Language,
            Facts = file.Facts,
            Day = desk.Files.Today,
            Verdict = file.Decision,
        };
    }

    /// <summary>What was agreed, and what an earlier agreement had: whatever changed since goes up in the sequence.</summary>
    private HoldSheet Of(BoardCase board, Language language)
    {
        var sheet = Of(board, board.Current, board.Standing, language);
        var isAgreed = board.IsAgreed(desk.Assess(board));
        var accepted = board.Closings.Where(closing => closing.Accepts).ToList();
        return sheet with
        {
            Facts = board.PlannedFacts,
            Sequence = board.Sequence,
            Agreed = isAgreed,
            Cancelled = !isAgreed && accepted.Exists(closing => HoldsUnder(board, closing).Any(board.WasSigned)),
            Issued =
            [
                .. from presentation in board.Presentations
                   from closing in accepted
                   where presentation.Number >= closing.Presentation
                   from drug in calendar.DrugsOf(Of(board, presentation, closing, language))
                   group drug by drug into drugs
                   select drugs.Key,
            ],
        };
    }

    /// <summary>The fingerprints of the holds that stood before the board when a decision was recorded, and since.</summary>
    private IEnumerable<string> HoldsUnder(BoardCase board, Closing closing) => board.Presentations
        .Where(presentation => presentation.Number >= closing.Presentation)
        .Select(presentation => HoldsToSign.Fingerprint(desk.Assessor.Assess(board.Planned(presentation.Facts, closing), desk.Files.Today)));

    private HoldSheet Of(BoardCase board, Presentation presentation, Closing? closing, Language language) => new()
    {
        Code = board.Code,
        Language = language,
        Facts = presentation.Facts.PlannedOn(closing is { Accepts: true } ? closing.PlannedAt : null),
        Day = desk.Files.Today,
        Verdict = presentation.Decision,
        Decision = closing is null ? null : BoardWords.DecisionLine(closing),
        Question = presentation.Question,
    };
}
