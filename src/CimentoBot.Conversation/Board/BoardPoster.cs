using System.Net;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Rules;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Extensions.Logging;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Sends what the outbox holds: re-evaluates the case with today's date, posts its card to the board's channel, remembers the
/// post and tells the clinician's card where it went.
/// </summary>
public sealed class BoardPoster(
    Desk desk, CaseDesk cases, ICaseStore store, Refusals refusals, BotAdapter adapter, TimeProvider clock, ILogger<BoardPoster> logger)
{
    private const int AtOnce = 20;
    private const int MostDoublings = 7;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Sends what is due; what fails is tried again, after a pause that doubles up to some four minutes, or longer where the
    /// service asks for it. What is refused for good is not: the clinician's card says why.
    /// </summary>
    public async Task SendDueAsync(CancellationToken cancellationToken)
    {
        if (desk.Bedside.IsSuspended)
        {
            // What a post says would have to be evaluated: it waits.
            return;
        }

        foreach (var message in await store.DueAsync(clock.GetUtcNow(), AtOnce, cancellationToken))
        {
            try
            {
                await SendAsync(message, cancellationToken);
                await store.MarkSentAsync(message.Id, clock.GetUtcNow(), cancellationToken);
            }
            catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
            {
                // The exception's text may quote what was sent: only its type is logged.
                logger.LogWarning("A post to a board failed ({Failure}); attempt {Attempt}.", failure.GetType().Name, message.Attempts + 1);
                var pause = FirstPause * Math.Pow(2, Math.Min(message.Attempts, MostDoublings));
                var asked = SendFailures.PauseAskedBy(failure, clock.GetUtcNow()) ?? TimeSpan.Zero;
                await store.PostponeAsync(message.Id, clock.GetUtcNow() + (asked > pause ? asked : pause), cancellationToken);
            }
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (await desk.Files.FindAsync(message.CaseCode, cancellationToken) is not { Post: { } post } file)
        {
            return;
        }

        if (post.Refused is null && (post.Message is null || post.Shown != post.Facts))
        {
            file = await RememberAsync(file, await PostOrLearnWhyNotAsync(file, post, cancellationToken), cancellationToken);
        }

        await TellClinicianAsync(file, cancellationToken);
    }

    private async Task<BoardPost> PostOrLearnWhyNotAsync(CaseFile file, BoardPost post, CancellationToken cancellationToken)
    {
        try
        {
            var posted = post.Message is not null && await TryRewriteAsync(file, post, cancellationToken)
                ? post
                : await PostAsync(file, post, cancellationToken);
            var shown = file.FactsFingerprint;
            return posted with { Facts = shown, Shown = shown, Rules = Guideline.Current.Hash, Refused = null };
        }
        catch (ErrorResponseException failure) when (SendFailures.RefusalIn(failure) is { } reason)
        {
            logger.LogWarning("A board's channel refused a post for good ({Reason}).", reason);
            return post with { Refused = reason };
        }
    }

    private async Task<BoardPost> PostAsync(CaseFile file, BoardPost post, CancellationToken cancellationToken)
    {
        var language = desk.Settings.BoardLanguage;
        var (_, view) = desk.Judge(file, language);
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(post.Channel) },
            Activity = CardKit.Message(BoardCard.Of(file, view, post, language), BoardCard.Summary(file, view, post, language)),
        };
        var posted = post;
        await adapter.CreateConversationAsync(
            desk.Settings.AppId,
            file.ChannelId,
            post.ServiceUrl,
            AuthenticationConstants.ToChannelFromBotOAuthScope,
            parameters,
            (turn, _) =>
            {
                posted = post with { Conversation = turn.Activity.Conversation.Id, Message = turn.Activity.Id };
                return Task.CompletedTask;
            },
            cancellationToken);
        return posted;
    }

    /// <summary>The case was presented again to the same session: its message is rewritten in its thread; false when it is gone.</summary>
    private async Task<bool> TryRewriteAsync(CaseFile file, BoardPost post, CancellationToken cancellationToken)
    {
        var language = desk.Settings.BoardLanguage;
        var (_, view) = desk.Judge(file, language);
        var update = CardKit.Message(BoardCard.Of(file, view, post, language), BoardCard.Summary(file, view, post, language));
        update.Id = post.Message;
        var thread = new ConversationReference
        {
            ChannelId = file.ChannelId,
            ServiceUrl = post.ServiceUrl,
            Conversation = new ConversationAccount { Id = post.Conversation },
        };
        try
        {
            await adapter.ContinueConversationAsync(
                desk.Settings.AppId, thread, (turn, token) => turn.UpdateActivityAsync(update, token), cancellationToken);
            return true;
        }
        catch (ErrorResponseException gone) when (gone.Response?.StatusCode is HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    /// <summary>
    /// The clinician may have changed the case while the post was on its way: the post is written onto what stands now. Where the
    /// case was presented elsewhere meanwhile, that stands, and has a row of its own in the outbox.
    /// </summary>
    private async Task<CaseFile> RememberAsync(CaseFile file, BoardPost posted, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return await desk.Files.SaveAsync(file with { Post = posted }, cancellationToken);
            }
            catch (CaseChangedException)
            {
                file = (await desk.Files.FindAsync(file.Code, cancellationToken))!;
                if (file.Post is not { } now || now.Channel != posted.Channel || now.Session != posted.Session)
                {
                    return file;
                }

                posted = now with { Conversation = posted.Conversation, Message = posted.Message, Shown = posted.Shown, Rules = posted.Rules, Refused = posted.Refused };
            }
        }
    }

    private async Task TellClinicianAsync(CaseFile file, CancellationToken cancellationToken)
    {
        if (file.Status is not CaseStatus.Finished || file.OpenCard is null || await refusals.RefusesAsync(file.Conversation, cancellationToken))
        {
            return;
        }

        var clinician = new ConversationReference
        {
            ChannelId = file.ChannelId,
            ServiceUrl = file.ServiceUrl,
            Conversation = new ConversationAccount { Id = file.Conversation },
        };
        var answer = cases.Verdict(file);
        var update = CardKit.Message(answer.Card!, answer.Summary);
        update.Id = file.OpenCard;
        try
        {
            await adapter.ContinueConversationAsync(
                desk.Settings.AppId, clinician, (turn, token) => turn.UpdateActivityAsync(update, token), cancellationToken);
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
