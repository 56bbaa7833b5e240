using System.Collections.Immutable;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// The verbs of the board's card: an opinion, a signature, the decision. Who may is read from the roster and the store, never from
/// the card; what is taken is written with the message that rewrites the card, and the card is answered at once.
/// </summary>
public sealed class BoardDesk(
    Desk desk,
    BoardCases boards,
    BoardDirectory directory,
    BoardRoster roster,
    BoardSettingsDesk settings,
    PaperLinks papers,
    OutboxBell bell,
    TimeProvider clock)
{
    /// <summary>What the outbox calls a card that is to be rewritten.</summary>
    public const string RewriteKind = "board.rewrite";

    /// <summary>Opinions of the same moment share one rewriting.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    /// <summary>Answers a verb.</summary>
    /// <param name="turn">Who asks, and where.</param>
    /// <param name="submission">What is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CaseAnswer> AnswerAsync(ITurnContext turn, CardSubmission submission, CancellationToken cancellationToken)
    {
        if (submission.Verb == Verbs.BoardSettings)
        {
            return (await settings.AnswerAsync(turn, submission, cancellationToken)).Answer;
        }

        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            return CaseAnswer.Refused(409, SuspensionWords.Notice(reason));
        }

        if (await desk.Files.FindAsync(submission.Case, cancellationToken) is not { Post: { } known } file
            || await boards.FindAsync(submission.Case, cancellationToken) is not { } board
            || ChannelOf(turn.Activity) != board.Channel)
        {
            return CaseAnswer.Refused(403, BoardWords.NotOfThisBoard);
        }

        var post = Arrival.Shown(turn.Activity, submission, known, board);
        if (IsOldCopy(turn.Activity, submission, post, board))
        {
            return CaseAnswer.Refused(409, BoardWords.OldCopy);
        }

        var (member, refusal) = await roster.AdmitAsync(turn, cancellationToken);
        if (member is null)
        {
            return refusal!;
        }

        file = await Arrival.KeepAsync(desk, file, post, cancellationToken);
        var rules = await directory.RulesOfAsync(board.Channel, cancellationToken);
        return await AnswerAsync(new(file, board, rules, submission, Desk.UserOf(turn.Activity), member, Arrived.At(turn) ?? clock.GetUtcNow()), cancellationToken);
    }

    /// <summary>The message that shows a case to its board.</summary>
    internal async Task<Activity> MessageAsync(CaseFile file, BoardCase board, BoardRules rules, CancellationToken cancellationToken)
    {
        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            return CardKit.Message(SuspendedBoardCard.Of(file, board, reason, rules.Language), SuspendedBoardCard.Summary(board, rules.Language));
        }

        var answer = await ShownAsync(file, board, rules, cancellationToken);
        return CardKit.Message(answer.Card!, answer.Summary);
    }

    /// <summary>The channel that something is said in; a chat counts as one of its own, which is no board.</summary>
    internal static string? ChannelOf(Activity activity) => activity.TeamsGetChannelId() ?? activity.Conversation?.Id.Split(';')[0];

    /// <summary>A card says which presentation it shows, and stands in one thread: another one is a forwarded copy or has been left behind.</summary>
    private static bool IsOldCopy(Activity activity, CardSubmission submission, BoardPost post, BoardCase board) =>
        submission.Revision >= 0
        && (submission.Revision != board.Current.Number
            || (activity.Conversation.Id.Contains(Arrival.ThreadMark, StringComparison.Ordinal) && activity.Conversation.Id != post.Conversation));

    private Task<CaseAnswer> AnswerAsync(Request request, CancellationToken cancellationToken) => request.Submission.Verb switch
    {
        Verbs.BoardShow => ShownAsync(request.File, request.Board, request.Rules, cancellationToken),
        Verbs.BoardOpinion => OpinionAsync(request, cancellationToken),
        Verbs.BoardSignOff => SignOffAsync(request, cancellationToken),
        Verbs.BoardClose => CloseAsync(request, cancellationToken),
        Verbs.BoardReopen => ReopenAsync(request, cancellationToken),
        _ => Task.FromResult(CaseAnswer.Refused(400, BoardWords.NotOfThisBoard)),
    };

    private Task<CaseAnswer> OpinionAsync(Request request, CancellationToken cancellationToken)
    {
        var (asked, problem) = OpinionRequest.Read(request.Submission);
        if (problem is { } wrong)
        {
            return Task.FromResult(CaseAnswer.Refused(400, wrong));
        }

        return ChangeAsync(request, BoardTrigger.GiveOpinion, BoardWords.AlreadyClosed, board =>
        {
            var last = board.Opinions.LastOrDefault(opinion => opinion.By == request.By);
            var opinion = new Opinion(request.By, asked.Specialty ?? last?.Specialty, asked.Value!.Value, asked.Comment, request.At, board.Current.Number);
            return last is not null && last with { At = opinion.At } == opinion ? board
                : request.IsOvertakenBy(last, last?.At, request.Board.Opinions) ? null
                : board with { Opinions = board.Opinions.Add(opinion) };
        }, cancellationToken);
    }

    private Task<CaseAnswer> SignOffAsync(Request request, CancellationToken cancellationToken)
    {
        var assessment = desk.Assess(request.Board);
        var holds = HoldsToSign.Fingerprint(assessment);
        if (holds.Length == 0)
        {
            return Task.FromResult(CaseAnswer.Refused(409, BoardWords.NothingToSign));
        }

        if (SignOffRequest.IsEmpty(request.Submission))
        {
            return Task.FromResult(new CaseAnswer(BoardForms.SignOff(desk.View(request.File, request.Board, request.Rules.Language), request.Rules.Language), ""));
        }

        var (asked, problem) = SignOffRequest.Read(request.Submission);
        if (problem is { } wrong)
        {
            return Task.FromResult(CaseAnswer.Refused(400, wrong));
        }

        if (asked.Holds.Length > 0 && asked.Holds != holds)
        {
            return Task.FromResult(CaseAnswer.Refused(409, BoardWords.HoldsHaveChanged));
        }

        return ChangeAsync(request, trigger: null, BoardWords.AlreadyClosed, board =>
        {
            var signed = new SignOff(request.By, asked.Role!.Value, asked.Outcome!.Value, asked.Reason, request.At, holds);
            var last = board.SignOffs.LastOrDefault(before => before.Role == signed.Role);
            return board.SignOffOf(signed.Role, holds) is { } same && same with { At = signed.At } == signed ? board
                : request.IsOvertakenBy(last, last?.At, request.Board.SignOffs) ? null
                : board with { SignOffs = board.SignOffs.Add(signed) };
        }, cancellationToken);
    }

    private async Task<CaseAnswer> CloseAsync(Request request, CancellationToken cancellationToken)
    {
        if (!MayClose(request))
        {
            return CaseAnswer.Refused(403, BoardWords.OnlyOwnersClose);
        }

        if (request.Board.Stage is BoardStage.Closed && !IsRepeated(request))
        {
            return CaseAnswer.Refused(409, BoardWords.AlreadyClosed);
        }

        if (ClosingRequest.IsEmpty(request.Submission))
        {
            return new(BoardForms.Closing(desk.View(request.File, request.Board, request.Rules.Language), request.Rules.Language), "");
        }

        var (asked, problem) = ClosingRequest.Read(request.Submission, desk.Files.Today);
        if ((problem ?? desk.ProblemOf(asked, request.Board)) is { } wrong)
        {
            return CaseAnswer.Refused(400, wrong);
        }

        return await ChangeAsync(request, BoardTrigger.Close, BoardWords.AlreadyClosed, board =>
        {
            if (board.Stage is BoardStage.Closed && IsRepeated(request with { Board = board }))
            {
                return board;
            }

            var heard = board.SpecialtiesHeard;
            var (rules, open) = desk.RulesAgainst(asked, board);
            var closing = new Closing(
                request.By, clock.GetUtcNow(), asked.Decision!.Value, asked.Reason, asked.Text, asked.PlannedAt, board.Session,
                board.Current.Number, heard.Count, request.Rules.Quorum.IsMetBy(heard), rules, open);
            return board with
            {
                Closings = board.Closings.Add(closing),
                Session = closing is { Decision: BoardDecision.Postponed, PlannedAt: { } session } ? session : board.Session,
            };
        }, cancellationToken);
    }

    private Task<CaseAnswer> ReopenAsync(Request request, CancellationToken cancellationToken) => !MayClose(request)
        ? Task.FromResult(CaseAnswer.Refused(403, BoardWords.OnlyOwnersClose))
        : ChangeAsync(
            request,
            BoardTrigger.Reopen,
            BoardWords.NotClosed,
            board => board with { Reopenings = board.Reopenings.Add(new(request.By, clock.GetUtcNow())) },
            cancellationToken);

    private static bool MayClose(Request request) => !request.Rules.OwnersClose || BoardRoster.IsOwner(request.Member);

    /// <summary>The same decision by the same person once more: Teams delivers an action again when its answer was slow.</summary>
    private bool IsRepeated(Request request)
    {
        var (asked, problem) = ClosingRequest.Read(request.Submission, desk.Files.Today);
        return problem is null && request.Board.Standing is { } closed && closed.By == request.By
            && (closed.Decision, closed.Reason, closed.Text, closed.PlannedAt) == (asked.Decision, asked.Reason, asked.Text, asked.PlannedAt);
    }

    /// <summary>
    /// Makes a change on what stands now (null = a later word was heard first), moves the case on, and lets its card be rewritten. Not taken where the
    /// case was presented anew meanwhile: the change is about what was seen.
    /// </summary>
    private async Task<CaseAnswer> ChangeAsync(
        Request request, BoardTrigger? trigger, Phrase refusal, Func<BoardCase, BoardCase?> change, CancellationToken cancellationToken)
    {
        Phrase? refused = null;
        var changed = await boards.ChangeAsync(
            request.Board.Code,
            before =>
            {
                refused = null;
                var isSeen = before!.Current.Number == request.Board.Current.Number;
                if (!isSeen || change(before) is not { } after)
                {
                    refused = isSeen ? BoardWords.Overtaken : BoardWords.PresentedAnew;
                    return before;
                }

                if (after == before)
                {
                    return before;
                }

                if (Next(before, after, trigger, request.Rules.Quorum) is { } stage)
                {
                    return desk.Followed(before, after with { Stage = stage });
                }

                refused = before.Stage is not BoardStage.Suspended ? refusal
                    : before.SuspendedFor.Contains(SuspensionCause.Guideline) ? BoardWords.NotYetResumed
                    : BoardWords.Unreachable;
                return before;
            },
            board =>
            [
                OutboxMessage.New(board.Code, RewriteKind, clock.GetUtcNow() + Together),
                .. SessionEve.Messages(desk, board),
                .. desk.ChangesTold(board, clock.GetUtcNow()),
            ],
            cancellationToken);
        bell.Ring();
        return refused is { } why ? CaseAnswer.Refused(409, why) : await ShownAsync(request.File, changed!, request.Rules, cancellationToken);
    }

    /// <summary>The stage that a change leads to; null where the case takes none now. A signature moves nothing, but is not taken everywhere.</summary>
    private static BoardStage? Next(BoardCase before, BoardCase after, BoardTrigger? trigger, Quorum quorum) => trigger is { } moved
        ? BoardLife.After(before.Stage, moved, quorum.IsMetBy(after.SpecialtiesHeard))
        : before.Stage is BoardStage.Suspended || before.Standing is { Accepts: false } ? null : before.Stage;

    private async Task<CaseAnswer> ShownAsync(CaseFile file, BoardCase board, BoardRules rules, CancellationToken cancellationToken)
    {
        var view = desk.View(file, board, rules.Language);
        var links = board.IsAgreed(view.Assessment) ? await papers.OfAsync(board.Code, rules.Language, cancellationToken) : [];
        return new(BoardCard.Of(view, links, rules.Language), BoardCard.Summary(view.File, view.Verdict, board.Session, rules.Language));
    }

    /// <param name="File">The case.</param>
    /// <param name="Board">What the board made of it.</param>
    /// <param name="Rules">How the board works.</param>
    /// <param name="Submission">What is asked.</param>
    /// <param name="By">Who asks.</param>
    /// <param name="Member">What the roster says of them.</param>
    /// <param name="At">When it came.</param>
    private sealed record Request(CaseFile File, BoardCase Board, BoardRules Rules, CardSubmission Submission, string By, Member Member, DateTimeOffset At)
    {
        /// <summary>Whether the last word came later, while this one was under way. What stood there when this came is earlier, whatever a clock says.</summary>
        public bool IsOvertakenBy<T>(T? last, DateTimeOffset? at, ImmutableArray<T> seen) => at > At && !seen.Contains(last!);
    }
}
