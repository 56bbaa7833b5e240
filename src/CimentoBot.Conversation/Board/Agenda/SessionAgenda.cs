using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>What stands on the agenda of a session.</summary>
/// <param name="Board">What the board is called.</param>
/// <param name="Session">The day; null = no session that is to come has a case.</param>
/// <param name="At">The hour, where the board meets regularly on that day.</param>
/// <param name="Suspended">Why the guideline is suspended; empty = it is in force.</param>
/// <param name="Cases">The session's cases, as they were presented.</param>
/// <param name="Overdue">Cases of earlier sessions without a decision.</param>
internal sealed record SessionAgenda(
    string Board, LocalDate? Session, LocalTime? At, string Suspended, IReadOnlyList<AgendaCase> Cases, IReadOnlyList<AgendaCase> Overdue)
{
    /// <summary>Codes of cases of these sessions that cannot be read.</summary>
    public IReadOnlyList<string> Unreadable { get; init; } = [];
}

/// <summary>A case on an agenda.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Label">The lesion, as it was typed.</param>
/// <param name="Session">The session that it was presented or postponed to.</param>
/// <param name="Verdict">What the guideline says today; null while it is suspended.</param>
/// <param name="IsUrgent">Whether something about it is urgent.</param>
/// <param name="WasPostponed">Whether it was postponed to this session.</param>
/// <param name="WaitsFor">What it waits for.</param>
internal sealed record AgendaCase(
    string Code, string Label, LocalDate Session, Phrase? Verdict, bool IsUrgent, bool WasPostponed, IReadOnlyList<Phrase> WaitsFor);

/// <summary>Works out the agenda of a session on today's date.</summary>
public sealed class BoardAgenda(Desk desk, BoardCases boards, BoardDirectory directory)
{
    /// <summary>The agenda of a session; without one, of the next that has cases, today's included.</summary>
    internal async Task<SessionAgenda> OfAsync(string channel, LocalDate? asked, CancellationToken cancellationToken)
    {
        var today = desk.Files.Today;
        var rules = await directory.RulesOfAsync(channel, cancellationToken);
        var later = await boards.ListFromAsync(channel, asked ?? today, cancellationToken);
        var toCome = later.Cases.Where(board => board.IsOn(board.Session)).ToList();
        var session = asked ?? toCome.FirstOrDefault()?.Session;
        var before = session is { } day ? LocalDate.Min(day, today) : today;
        var earlier = await boards.ListOverdueAsync(channel, before, cancellationToken);
        return new(
            rules.Name,
            session,
            session is { } at ? Meetings.HourOn(rules.Meeting, at) : null,
            desk.Settings.Suspended,
            await CasesAsync(toCome.Where(board => board.Session == session), rules, cancellationToken),
            await CasesAsync(earlier.Cases.Where(board => board.Standing is null), rules, cancellationToken))
        {
            Unreadable = [.. later.Unreadable.Where(row => row.Session == session).Concat(earlier.Unreadable).Select(row => row.Code)],
        };
    }

    private async Task<IReadOnlyList<AgendaCase>> CasesAsync(IEnumerable<BoardCase> those, BoardRules rules, CancellationToken cancellationToken)
    {
        var cases = new List<AgendaCase>();
        foreach (var board in those)
        {
            var view = desk.Bedside.IsSuspended || await desk.Files.FindAsync(board.Code, cancellationToken) is not { } file
                ? null
                : desk.View(file, board, rules.Language);
            cases.Add(new(
                board.Code,
                board.Current.Facts.Find(Vocabulary.Label) ?? "",
                board.Session,
                view?.Assessment.Label,
                view?.Verdict.Urgent.Count > 0,
                board.Closings is [.., { Decision: BoardDecision.Postponed, PlannedAt: { } day }] && day == board.Session,
                [.. WaitsFor(board, view, rules.Quorum)]));
        }

        return cases;
    }

    private static IEnumerable<Phrase> WaitsFor(BoardCase board, BoardView? view, Quorum quorum)
    {
        if (view is { NeedsCheck: true })
        {
            yield return AgendaWords.ToBeRechecked;
        }

        var heard = board.SpecialtiesHeard;
        if (!quorum.IsMetBy(heard))
        {
            yield return AgendaWords.Opinions(heard.Count, quorum.Number, [.. quorum.Required.Except(heard)]);
        }

        if (view is { Holds.Length: > 0 })
        {
            foreach (var role in BoardChoices.Roles)
            {
                if (board.SignOffOf(role.Value, view.Holds) is not { } signed)
                {
                    yield return AgendaWords.Signature(role.Title);
                }
                else if (signed.Outcome is SignOutcome.Refused)
                {
                    yield return AgendaWords.StoppingRefused(role.Title);
                }
            }
        }

        if (view is { Assessment.Missing.Count: > 0 })
        {
            yield return AgendaWords.Facts([.. MissingFacts.Named(view.Assessment.Missing)]);
        }

        if (board.RemindersUnanswered is var number and > 0)
        {
            yield return BoardWords.RemindersUnanswered(number);
        }

        yield return AgendaWords.Decision;
    }
}
