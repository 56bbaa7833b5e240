using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>Makes the minutes of a session from what its board saw, said and decided. The verdict is the one that was presented: nothing is evaluated anew but for which holds a signature was.</summary>
public sealed class BoardMinutes(Desk desk, BoardCases boards, BoardDirectory directory)
{
    /// <summary>The minutes of a session; without one, of the latest up to today that decided a case.</summary>
    /// <returns>The minutes; null where no case was decided.</returns>
    public async Task<Minutes?> OfAsync(string channel, LocalDate? asked, CancellationToken cancellationToken)
    {
        var today = desk.Files.Today;
        var listed = await boards.ListFromAsync(channel, Dates.First, cancellationToken);
        var all = listed.Cases;
        var sessions = all.SelectMany(board => board.Closings).Select(closing => closing.Session).Where(session => session <= today).ToList();
        if ((asked ?? (sessions.Count == 0 ? null : sessions.Max())) is not { } day)
        {
            return null;
        }

        var decided = all.Where(board => board.Closings.Any(closing => closing.Session == day)).OrderBy(board => board.Presentations[0].At).ToList();
        return decided.Count == 0 ? null : new(
            (await directory.RulesOfAsync(channel, cancellationToken)).Name,
            day,
            today,
            desk.Settings.Suspended,
            [.. decided.Select(board => MinutesOf(board, board.Closings.Last(closing => closing.Session == day)))],
            [.. all.Where(board => board.Session == day && board.Standing is null).Select(board => board.Code)])
        {
            Unreadable = [.. listed.Unreadable.Where(row => row.Session == day).Select(row => row.Code)],
        };
    }

    private MinutesCase MinutesOf(BoardCase board, Closing closing)
    {
        var presented = board.Presentations.First(presentation => presentation.Number == closing.Presentation);
        return new(board.Code, presented.Facts.Find(Vocabulary.Label) ?? "", [.. Lines(board, closing, presented)]);
    }

    private IEnumerable<MinutesLine> Lines(BoardCase board, Closing closing, Presentation presented)
    {
        yield return new(MinutesWords.Verdict, MinutesWords.VerdictOf(presented.Decision));
        if (presented.Question.Length > 0)
        {
            yield return new(MinutesWords.Question, Phrase.Same(FreeText.OnALine(presented.Question)));
        }

        var holds = !presented.Decision.IsOfTheseRules ? null : HoldsToSign.Fingerprint(desk.Assessor.Assess(board.Planned(presented.Facts, closing), presented.Decision.Day));
        foreach (var line in BoardLines.Opinions(board, closing.Presentation, closing.At).Concat(BoardLines.Signatures(board, holds, closing.At)))
        {
            yield return line;
        }

        yield return new(BoardWords.Decision, BoardWords.DecisionLine(closing));
        if (closing.Text.Length > 0)
        {
            yield return new(MinutesWords.Text, Phrase.Same(closing.Text));
        }

        if (board.Reopenings.FirstOrDefault(reopening => reopening.At > closing.At) is not null)
        {
            yield return new(MinutesWords.Since, MinutesWords.Reopened);
        }
    }
}
