using AdaptiveCards;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Board;

/// <summary>The answer to a verb of the verdict card: a card, or a refusal that changes nothing.</summary>
/// <param name="Card">What to show.</param>
/// <param name="Summary">What a notification shows of it.</param>
/// <param name="Status">200, or a 4xx.</param>
/// <param name="Refusal">Why not.</param>
public sealed record CaseAnswer(AdaptiveCard? Card, string Summary, int Status = 200, Phrase Refusal = default)
{
    public static CaseAnswer Refused(int status, Phrase why) => new(null, "", status, why);
}

/// <summary>The verbs of the verdict card: change an answer, present to the board. Who may is read from the store, never from the card.</summary>
public sealed class CaseDesk(Desk desk, BoardCases boards, BoardDirectory directory, PaperLinks papers, OutboxBell bell)
{
    /// <summary>What the outbox calls a post to a board.</summary>
    public const string PostKind = "board.post";

    /// <summary>Answers a verb.</summary>
    /// <param name="activity">Who asks, and through which service.</param>
    /// <param name="submission">What is asked.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CaseAnswer> AnswerAsync(IActivity activity, CardSubmission submission, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(submission.Case, cancellationToken) is not { } file || file.Owner != Desk.UserOf(activity))
        {
            return CaseAnswer.Refused(403, Say.NotYours);
        }

        if (file.Status is not CaseStatus.Finished)
        {
            return CaseAnswer.Refused(409, BoardWords.NotFinished);
        }

        // A bot that ended before it learnt which message shows the verdict learns it from who presses a button there.
        file = file with { OpenCard = file.OpenCard ?? (activity as Activity)?.ReplyToId };

        try
        {
            return submission.Verb switch
            {
                Verbs.CaseEdit => await ReviewAsync(file, cancellationToken),
                Verbs.CaseShow or Verbs.CasePost when desk.Bedside is { IsSuspended: true, Suspended: var reason } =>
                    CaseAnswer.Refused(409, SuspensionWords.Notice(reason)),
                Verbs.CaseShow => await VerdictAsync(file, cancellationToken),
                Verbs.CasePost => await PostAsync(file, PostRequest.Of(submission), activity.ServiceUrl, cancellationToken),
                _ => CaseAnswer.Refused(400, Say.NotYours),
            };
        }
        catch (CaseChangedException)
        {
            return CaseAnswer.Refused(409, Say.Stale);
        }
    }

    /// <summary>The verdict card of a case, with where it went.</summary>
    public async Task<CaseAnswer> VerdictAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var board = await BoardOfAsync(file, cancellationToken);
        var view = ViewOf(file, board);
        var where = await WhereToAsync(file, board, file.Language, cancellationToken);
        var links = await papers.OfAsync(file.Code, file.Language, cancellationToken);
        return new(VerdictCard.Of(file, view, where, links, await CanPostAsync(cancellationToken), file.Language), VerdictCard.Summary(file, view));
    }

    /// <summary>The same as text.</summary>
    public async Task<string> VerdictTextAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var board = await BoardOfAsync(file, cancellationToken);
        return VerdictText.Of(ViewOf(file, board), await WhereToAsync(file, board, file.Language, cancellationToken), file.Language);
    }

    /// <summary>The verdict on the day that the board planned: two cards of one case do not name two days.</summary>
    private VerdictView ViewOf(CaseFile file, BoardCase? board) => board is null
        ? desk.Judge(file, file.Language).View
        : desk.Judge(file with { Facts = board.Planned(file.Facts) }, file.Language, board.IsAgreed).View;

    /// <summary>Where a case stands (in its interview, before the board, closed with a decision), and where it went and what became of it there, in a language; null where it was not presented.</summary>
    public async Task<(Phrase State, string? Where)> StandingOfAsync(CaseFile file, Language language, CancellationToken cancellationToken)
    {
        var board = await BoardOfAsync(file, cancellationToken);
        return (StateOf(file, board), await WhereToAsync(file, board, language, cancellationToken));
    }

    private async Task<BoardCase?> BoardOfAsync(CaseFile file, CancellationToken cancellationToken) =>
        file.Post is null ? null : await boards.FindAsync(file.Code, cancellationToken);

    private async Task<string?> WhereToAsync(CaseFile file, BoardCase? board, Language language, CancellationToken cancellationToken)
    {
        if (file.Post is not { } post || (post.Message is null && file.Status is CaseStatus.Cancelled))
        {
            return null;
        }

        var name = (await directory.RulesOfAsync(post.Channel, cancellationToken)).Name;
        var where = BoardWords.Where(post, name, isCurrent: post.Facts == file.FactsFingerprint).In(language);
        return post.Message is not null && board is not null ? $"{where} {BoardWords.Became(board).In(language)}" : where;
    }

    private static Phrase StateOf(CaseFile file, BoardCase? board) => file.Status switch
    {
        CaseStatus.Open => CaseListWords.UnderWay,
        CaseStatus.Cancelled => CaseListWords.Stopped,
        CaseStatus.Finished when file.Post is { Message: not null, Refused: null } && board is not null =>
            board.Standing is { } closing ? CaseListWords.Closed(BoardChoices.Decisions.TitleOf(closing.Decision)) : CaseListWords.BeforeTheBoard,
        CaseStatus.Finished => CaseListWords.Finished,
    };

    /// <summary>Whether there is a board to present a case to.</summary>
    public async Task<bool> CanPostAsync(CancellationToken cancellationToken) => (await directory.ListAsync(cancellationToken)).Count > 0;

    /// <summary>Lets what was written into the outbox leave now.</summary>
    public void Ring() => bell.Ring();

    /// <summary>
    /// A case whose verdict is given anew: where the board has it and an answer or the rules changed, it is presented again, with the
    /// message that says so; a post that is still on its way takes the new answers with it. What was agreed on other answers falls also where the channel
    /// takes no message any more.
    /// </summary>
    internal static (CaseFile File, IReadOnlyList<string> Messages) Anew(CaseFile file) =>
        file.Post is { Unanswered: null } post && (post.Refused is null || post.Message is not null) && (post.Message is null || post.Facts != file.FactsFingerprint || post.Shown != post.Facts || post.IsOfOtherRules)
            ? (file with { Post = OnFacts(post, file) }, [PostKind])
            : (file, []);

    private static BoardPost OnFacts(BoardPost post, CaseFile file) => post with
    {
        Facts = file.FactsFingerprint,
        Rules = Guideline.Current.Hash,
        Shown = post.IsOfOtherRules ? "" : post.Shown,
    };

    private async Task<CaseAnswer> ReviewAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var reviewed = await desk.Files.SaveAsync(
            file with { Step = Itinerary.Review, Revision = file.Revision + 1, Asked = file.Asked.Remove(Itinerary.Review) },
            cancellationToken);
        return new(ReviewCard.Of(reviewed, desk.Bedside, reviewed.Language), Say.ReviewTitle.In(reviewed.Language));
    }

    private async Task<CaseAnswer> PostAsync(CaseFile file, PostRequest request, string serviceUrl, CancellationToken cancellationToken)
    {
        if (request.Stage == PostRequest.AgainStage)
        {
            return await PostAgainAsync(file, request.Again, cancellationToken);
        }

        var choices = await directory.ListAsync(cancellationToken);
        if (choices.Count == 0)
        {
            return CaseAnswer.Refused(409, BoardWords.NoBoard);
        }

        var (post, errors) = request.Read(choices, serviceUrl, desk.Files.Today);
        if (post is null || request.Stage == PostRequest.FormStage)
        {
            var meetings = await directory.NextMeetingsAsync(choices, desk.Files.Now, cancellationToken);
            return new(PostCards.Form(file, request, errors, choices, meetings, file.Language), BoardWords.FormTitle.In(file.Language));
        }

        if (request.Stage == PostRequest.PreviewStage)
        {
            var language = (await directory.RulesOfAsync(post.Channel, cancellationToken)).Language;
            var board = BoardCard.Preview(file, desk.Judge(file, language).View, post, language);
            return new(PostCards.Preview(file, board, post, file.Language), BoardWords.Preview.In(file.Language));
        }

        post = OnFacts(post, file);
        if (file.Post is { } before && before.Channel == post.Channel && before.Session == post.Session)
        {
            // The same board and session: the message that stands there is rewritten, if an answer or the rules changed since.
            post = post with
            {
                Conversation = before.Conversation,
                Message = before.Message,
                Shown = before.IsOfOtherRules ? "" : before.Shown,
                Unanswered = before.Unanswered,
                Again = before.Again,
                Left = before.Left,
            };
            if (before.Facts == post.Facts && !before.IsOfOtherRules && before.Refused is null)
            {
                return await VerdictAsync(file, cancellationToken);
            }
        }

        else if (file.Post is { } elsewhere)
        {
            post = post with { Left = elsewhere is { Conversation: { } thread, Message: { } message } ? new(thread, message) : elsewhere.Left };
        }

        file = await desk.Files.SaveAsync(file with { Post = post }, cancellationToken, PostKind);
        bell.Ring();

        return await VerdictAsync(file, cancellationToken);
    }

    /// <summary>
    /// Whoever has looked into the channel and found nothing has a post without an answer made again: once for each time that it is asked
    /// for, however often that arrives.
    /// </summary>
    private async Task<CaseAnswer> PostAgainAsync(CaseFile file, int? time, CancellationToken cancellationToken)
    {
        if (file.Post is { Message: null, Unanswered: not null } post && (time ?? post.Again + 1) == post.Again + 1)
        {
            file = await desk.Files.SaveAsync(file with { Post = OnFacts(post, file) with { Unanswered = null, Again = post.Again + 1 } }, cancellationToken, PostKind);
            bell.Ring();
        }

        return await VerdictAsync(file, cancellationToken);
    }
}
