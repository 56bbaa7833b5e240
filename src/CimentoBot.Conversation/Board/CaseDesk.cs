using AdaptiveCards;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Steps;
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
public sealed class CaseDesk(Desk desk, OutboxBell bell)
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

        try
        {
            return submission.Verb switch
            {
                Verbs.CaseEdit => await ReviewAsync(file, cancellationToken),
                Verbs.CaseShow or Verbs.CasePost when desk.Bedside is { IsSuspended: true, Suspended: var reason } =>
                    CaseAnswer.Refused(409, SuspensionWords.Notice(reason)),
                Verbs.CaseShow => Verdict(file),
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
    public CaseAnswer Verdict(CaseFile file)
    {
        var (_, view) = desk.Judge(file, file.Language);
        return new(
            VerdictCard.Of(file, view, WhereTo(file), desk.Settings.Boards.Count > 0, file.Language), VerdictCard.Summary(file, view));
    }

    /// <summary>Where the case went, in its language, or null.</summary>
    public string? WhereTo(CaseFile file) => desk.WhereTo(file);

    private async Task<CaseAnswer> ReviewAsync(CaseFile file, CancellationToken cancellationToken)
    {
        var reviewed = await desk.Files.SaveAsync(
            file with { Step = Itinerary.Review, Revision = file.Revision + 1, Asked = file.Asked.Remove(Itinerary.Review) },
            cancellationToken);
        return new(ReviewCard.Of(reviewed, desk.Bedside, reviewed.Language), Say.ReviewTitle.In(reviewed.Language));
    }

    private async Task<CaseAnswer> PostAsync(CaseFile file, PostRequest request, string serviceUrl, CancellationToken cancellationToken)
    {
        var boards = desk.Settings.Boards;
        if (boards.Count == 0)
        {
            return CaseAnswer.Refused(409, BoardWords.NoBoard);
        }

        var (post, errors) = request.Read(boards, serviceUrl, desk.Files.Today);
        if (post is null || request.Stage == PostRequest.FormStage)
        {
            return new(PostCards.Form(file, request, errors, boards, file.Language), BoardWords.FormTitle.In(file.Language));
        }

        if (request.Stage == PostRequest.PreviewStage)
        {
            var language = desk.Settings.BoardLanguage;
            var board = BoardCard.Of(file, desk.Judge(file, language).View, post, language);
            return new(PostCards.Preview(file, board, post, file.Language), BoardWords.Preview.In(file.Language));
        }

        post = post with { Facts = file.FactsFingerprint, Rules = Guideline.Current.Hash };
        if (file.Post is { } before && before.Channel == post.Channel && before.Session == post.Session)
        {
            // The same board and session: the message that stands there is rewritten, if an answer or the rules changed since.
            post = post with { Conversation = before.Conversation, Message = before.Message, Shown = before.IsOfOtherRules ? "" : before.Shown };
            if (before.Facts == post.Facts && !before.IsOfOtherRules && before.Refused is null)
            {
                return Verdict(file);
            }
        }

        file = await desk.Files.SaveAsync(file with { Post = post }, cancellationToken, PostKind);
        bell.Ring();

        return Verdict(file);
    }
}
