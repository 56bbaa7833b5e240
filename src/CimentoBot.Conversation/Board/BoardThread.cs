using System.Net;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CimentoBot.Conversation.Board;

/// <summary>Writes into channels and chats of its own accord, and knows which case a thread is about.</summary>
public sealed class BoardThread(BotAdapter adapter, INotebook notebook, BotSettings settings)
{
    private const string Teams = "msteams";

    /// <summary>Starts a thread with a message.</summary>
    /// <returns>The post with its thread and message.</returns>
    internal async Task<BoardPost> PostAsync(BoardPost post, Activity message, CancellationToken cancellationToken)
    {
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            ChannelData = new TeamsChannelData { Channel = new ChannelInfo(post.Channel) },
            Activity = message,
        };
        var posted = post;
        await adapter.CreateConversationAsync(
            settings.AppId,
            Teams,
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

    /// <summary>Rewrites a post's message in its thread; false when it is gone.</summary>
    internal async Task<bool> TryRewriteAsync(BoardPost post, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await RewriteAsync(post.Conversation!, post.ServiceUrl, post.Message!, message, cancellationToken);
            return true;
        }
        catch (ErrorResponseException gone) when (gone.Response?.StatusCode is HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    internal Task RewriteAsync(string conversation, string serviceUrl, string id, Activity message, CancellationToken cancellationToken)
    {
        message.Id = id;
        return ContinueAsync(conversation, serviceUrl, (turn, token) => turn.UpdateActivityAsync(message, token), cancellationToken);
    }

    /// <summary>Writes a message into a thread or a chat.</summary>
    /// <returns>Its id, by which it can be rewritten; null where Teams gives none.</returns>
    internal async Task<string?> SendAsync(string conversation, string serviceUrl, IActivity message, CancellationToken cancellationToken)
    {
        string? id = null;
        await ContinueAsync(
            conversation, serviceUrl, async (turn, token) => id = (await turn.SendActivityAsync(message, token))?.Id, cancellationToken);
        return id;
    }

    internal Task RememberAsync(BoardPost post, string code, CancellationToken cancellationToken) =>
        post.Conversation is { } conversation ? notebook.SetAsync(Key(conversation), code, cancellationToken) : Task.CompletedTask;

    /// <summary>The case that a thread is about, or null.</summary>
    internal Task<string?> FindAsync(string conversation, CancellationToken cancellationToken) => notebook.FindAsync(Key(conversation), cancellationToken);

    private static string Key(string conversation) => $"thread:{conversation}";

    private Task ContinueAsync(string conversation, string serviceUrl, BotCallbackHandler talk, CancellationToken cancellationToken)
    {
        var reference = new ConversationReference
        {
            ChannelId = Teams,
            ServiceUrl = serviceUrl,
            Conversation = new ConversationAccount { Id = conversation },
        };
        return adapter.ContinueConversationAsync(settings.AppId, reference, talk, cancellationToken);
    }
}
