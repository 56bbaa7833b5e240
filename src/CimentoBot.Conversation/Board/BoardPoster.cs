using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Brings a case's card to the board's channel and keeps it up to date there: presents what changed, rewrites the message, tells the
/// thread, and tells the clinician's card where the case went.
/// </summary>
internal sealed class BoardPoster(
    Desk desk, CaseDesk cases, BoardDesk board, BoardCases boards, BoardDirectory directory, Refusals refusals, BoardThread thread, TimeProvider clock, ILogger<BoardPoster> logger)
    : IOutboxHandler
{
    public bool Takes(string kind) => kind is CaseDesk.PostKind or BoardDesk.RewriteKind;

    /// <summary>Posts the case, or rewrites what stands there: always, or where the channel shows other answers.</summary>
    public async Task SendAsync(OutboxMessage message, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(message.Subject, cancellationToken) is not { Post: { } post } file)
        {
            return;
        }

        if (desk.Bedside.IsSuspended)
        {
            await ShowSuspendedAsync(file, post, once, cancellationToken);
            return;
        }

        if (message.Kind == BoardDesk.RewriteKind ? post.Message is not null : post is { Refused: null, Unanswered: null } && IsToShow(file, post, once))
        {
            var rules = await directory.RulesOfAsync(post.Channel, cancellationToken);
            var presented = await PresentAsync(file, post, cancellationToken);
            file = await PostOrLearnWhyNotAsync(file, post, presented, await board.MessageAsync(file, presented, rules, cancellationToken), once, cancellationToken);
            await TellThreadAsync(file, presented, rules, once, cancellationToken);
        }
        else if (post is { Refused: not null, Message: not null })
        {
            await PresentAsync(file, post, cancellationToken);
        }
        else if (post is { Message: not null } && await boards.FindAsync(file.Code, cancellationToken) is { } shown)
        {
            // An earlier attempt ended between the card and the sentence.
            await TellThreadAsync(file, shown, await directory.RulesOfAsync(post.Channel, cancellationToken), once, cancellationToken);
        }

        await TellClinicianAsync(file, cancellationToken);
        await LeaveAsync(file, cancellationToken);
    }

    /// <summary>
    /// Answers that are being changed since they were posted are no case to put before anybody: the post leaves with the verdict that is given anew. One
    /// that was begun before may stand there, and that is to be noted; earlier versions did not keep what was posted.
    /// </summary>
    private static bool IsToShow(CaseFile file, BoardPost post, AtMostOnce once) =>
        post.Message is null ? once.WasBegun || post.Facts.Length == 0 || post.Facts == file.FactsFingerprint : post.Shown != post.Facts;

    /// <summary>While the guideline is suspended nothing is presented and nobody told: the message that stands in the channel says that it is.</summary>
    private async Task ShowSuspendedAsync(CaseFile file, BoardPost post, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (post.Message is not null && await boards.FindAsync(file.Code, cancellationToken) is { } presented)
        {
            var rules = await directory.RulesOfAsync(post.Channel, cancellationToken);
            var card = await board.MessageAsync(file, presented, rules, cancellationToken);
            await PostOrLearnWhyNotAsync(file, post, presented, card, once, cancellationToken);
        }
    }

    /// <summary>Freezes what the board is about to see. Answers that are being changed are presented when their verdict is given.</summary>
    private async Task<BoardCase> PresentAsync(CaseFile file, BoardPost post, CancellationToken cancellationToken) => (await boards.ChangeAsync(
        file.Code,
        before =>
        {
            var moves = before is null || (post.Message is null && (before.Channel != post.Channel || before.Session != post.Session));
            if (before is not null && !moves && (post.Facts != file.FactsFingerprint || IsShownBy(before.Current, file)))
            {
                return before;
            }

            var (assessment, _) = desk.Judge(file, desk.Settings.BoardLanguage);
            var presentation = new Presentation(
                (before?.Current.Number ?? 0) + 1, clock.GetUtcNow(), file.Facts, Decision.Of(assessment, desk.Files.Today), post.Question);
            if (before is null)
            {
                return new() { Code = file.Code, Channel = post.Channel, Session = post.Session, Presentations = [presentation], Agreement = Agreement.None };
            }

            // Another channel can be reached, whatever became of the one that was left.
            var left = before.Channel != post.Channel && moves ? before.ResumedFrom(SuspensionCause.Channel) : before;
            var trigger = moves && left.Stage is BoardStage.Closed ? BoardTrigger.Reopen : BoardTrigger.Present;
            return desk.Followed(before, left with
            {
                Channel = moves ? post.Channel : before.Channel,
                Session = moves ? post.Session : before.Session,
                Stage = BoardLife.After(left.Stage, trigger) ?? left.Stage,
                Presentations = before.Presentations.Add(presentation),
                Told = moves ? presentation.Number : before.Told,
            });
        },
        presented => [.. SessionEve.Messages(desk, presented), .. desk.ChangesTold(presented, clock.GetUtcNow())],
        cancellationToken))!;

    private static bool IsShownBy(Presentation current, CaseFile file) =>
        current.Decision.Hash == Guideline.Current.Hash && CaseFile.FingerprintOf(current.Facts) == file.FactsFingerprint;

    /// <summary>Rewrites the message, or makes one where there is none or it was deleted, and writes down what came of it.</summary>
    private async Task<CaseFile> PostOrLearnWhyNotAsync(
        CaseFile file, BoardPost post, BoardCase presented, Activity card, AtMostOnce once, CancellationToken cancellationToken)
    {
        async Task KeepAsync(BoardPost posted) => file = await RememberAsync(file, posted, cancellationToken);
        BoardPost Shown(BoardPost posted) => posted with { Shown = CaseFile.FingerprintOf(presented.Current.Facts), Refused = null };
        try
        {
            if (post.Message is not null && await thread.TryRewriteAsync(post, card, cancellationToken))
            {
                await KeepAsync(Shown(post));
                return file;
            }

            // Whatever the answers are by now: it is the same post.
            var what = FormattableString.Invariant($"post {post.Channel} {post.Session:uuuu-MM-dd} {post.Again} {post.Message}");
            if (!await once.TryAsync(what, () => thread.PostAsync(post, card, cancellationToken), posted => KeepAsync(Shown(posted)), cancellationToken))
            {
                await KeepAsync(post with { Conversation = null, Message = null, Unanswered = clock.GetUtcNow() });
            }
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A board's channel refused a post for good ({Reason}).", reason);
            await KeepAsync(post with { Refused = reason });
        }

        return file;
    }

    /// <summary>
    /// The clinician may have changed the case while the post was on its way: the post is written onto what stands now. Where the
    /// case was presented elsewhere meanwhile, that stands, and has a row of its own in the outbox; so does what was learnt meanwhile of
    /// a post without an answer.
    /// </summary>
    private async Task<CaseFile> RememberAsync(CaseFile file, BoardPost posted, CancellationToken cancellationToken)
    {
        await thread.RememberAsync(posted, file.Code, cancellationToken);
        while (file.Post != posted)
        {
            try
            {
                return await desk.Files.SaveAsync(file with { Post = posted }, cancellationToken);
            }
            catch (CaseChangedException)
            {
                file = (await desk.Files.FindAsync(file.Code, cancellationToken))!;
                if (file.Post is not { } now || now.Channel != posted.Channel || now.Session != posted.Session
                    || (posted.Unanswered is not null && now.Message is not null))
                {
                    return file;
                }

                posted = now with
                {
                    Conversation = posted.Conversation,
                    Message = posted.Message,
                    Shown = posted.Shown,
                    Rules = posted.Rules,
                    Refused = posted.Refused,
                    Unanswered = posted.Unanswered,
                };
            }
        }

        return file;
    }

    /// <summary>What the thread discussed is no longer what stands there: it is told once what changed.</summary>
    private async Task TellThreadAsync(CaseFile file, BoardCase presented, BoardRules rules, AtMostOnce once, CancellationToken cancellationToken)
    {
        if (presented.Told >= presented.Current.Number || file.Post is not { Refused: null, Conversation: not null } post)
        {
            return;
        }

        if (presented.Told > 0)
        {
            var before = presented.Presentations.First(presentation => presentation.Number == presented.Told);
            var change = PresentationChange.Between(presented.Code, before, presented.Current).In(rules.Language);
            if (await once.TryAsync(
                FormattableString.Invariant($"told {presented.Current.Number}"),
                () => thread.SendAsync(post.Conversation, post.ServiceUrl, MessageFactory.Text(change), cancellationToken),
                _ => NoteAsync(),
                cancellationToken))
            {
                return;
            }
        }

        // The card says all of it: a thread that was perhaps not told is not told twice.
        await NoteAsync();

        Task NoteAsync() => boards.ChangeAsync(
            presented.Code, now => now! with { Told = Math.Max(now.Told, presented.Current.Number) }, _ => [], cancellationToken);
    }

    /// <summary>Once the case was put before its new session, whatever came of that, the message that it left behind says where, and shows no verdict any more.</summary>
    private async Task LeaveAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Post is not { Left: { } left } post || post is { Message: null, Refused: null, Unanswered: null })
        {
            return;
        }

        var rules = await directory.RulesOfAsync(post.Channel, cancellationToken);
        var says = BoardWords.Moved(file.Code, rules.Name, post.Session).In(rules.Language);
        try
        {
            await thread.RewriteAsync(left.Conversation, post.ServiceUrl, left.Message, CardKit.Message(MovedCard.Of(file, says, rules.Language), says), cancellationToken);
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is not null)
        {
            // It was deleted, or its channel is gone: nobody is shown anything there.
        }

        while (file.Post is { } now && now.Left == left)
        {
            try
            {
                file = await desk.Files.SaveAsync(file with { Post = now with { Left = null } }, cancellationToken);
            }
            catch (CaseChangedException)
            {
                file = (await desk.Files.FindAsync(file.Code, cancellationToken))!;
            }
        }
    }

    private async Task TellClinicianAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Status is not CaseStatus.Finished || file.OpenCard is null || await refusals.RefusesAsync(file.Conversation, cancellationToken))
        {
            return;
        }

        try
        {
            var answer = await cases.VerdictAsync(file, cancellationToken);
            await thread.RewriteAsync(file.Conversation, file.ServiceUrl, file.OpenCard, CardKit.Message(answer.Card!, answer.Summary), cancellationToken);
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is Refused.NotFound)
        {
            // The clinician has deleted the card.
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A clinician's chat refuses messages ({Reason}); nothing is sent there until somebody writes there.", reason);
            await refusals.RememberAsync(file.Conversation, reason, cancellationToken);
        }
    }
}
