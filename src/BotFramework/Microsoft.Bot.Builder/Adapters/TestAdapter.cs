using System.Globalization;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Adapters;

/// <summary>An adapter without a channel: what the bot sends is put into a queue. Traces are dropped unless asked for.</summary>
public class TestAdapter : BotAdapter, IExtendedUserTokenProvider
{
    private readonly Lock conversationGate = new();
    private readonly Lock queueGate = new();
    private readonly Queue<Activity> replies = new();
    private readonly bool keepsTraces;
    private int nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this(DefaultConversation(channelId), sendTraceActivity)
    {
    }

    public TestAdapter(ConversationReference conversation = null, bool sendTraceActivity = false)
    {
        keepsTraces = sendTraceActivity;
        Conversation = conversation ?? DefaultConversation(Channels.Test);
    }

    public string Locale { get; set; } = "en-us";

    public ConversationReference Conversation { get; set; }

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Addresses the activity from the user to the bot, numbers it, and runs a turn.</summary>
    public async Task ProcessActivityAsync(Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        lock (conversationGate)
        {
            activity.Type ??= ActivityTypes.Message;
            activity.ChannelId ??= Conversation.ChannelId;
            if (activity.From == null || activity.From.Id == "unknown" || activity.From.Role == "bot")
            {
                activity.From = Conversation.User;
            }

            activity.Recipient = Conversation.Bot;
            activity.Conversation = Conversation.Conversation;
            activity.ServiceUrl = Conversation.ServiceUrl;
            activity.Id = NextId();
        }

        if (activity.Timestamp is null || activity.Timestamp == default(DateTimeOffset))
        {
            activity.Timestamp = TimeProvider.System.GetUtcNow();
        }

        if (activity.LocalTimestamp is null || activity.LocalTimestamp == default(DateTimeOffset))
        {
            activity.LocalTimestamp = TimeProvider.System.GetLocalNow();
        }

        // Not disposed of, as officially: tests look into the turn state afterwards.
        await RunPipelineAsync(CreateTurnContext(activity), callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            var activity = activities[i];
            activity.Id = string.IsNullOrEmpty(activity.Id) ? Guid.NewGuid().ToString("n") : activity.Id;
            activity.Timestamp ??= TimeProvider.System.GetUtcNow();
            if (activity.Type == ActivityTypesEx.Delay)
            {
                await Task.Delay(Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture), CancellationToken.None);
            }
            else if (activity.Type != ActivityTypes.Trace || keepsTraces)
            {
                lock (queueGate)
                {
                    replies.Enqueue(activity);
                }
            }

            responses[i] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    /// <summary>Replaces the activity of the same id that is still in the queue.</summary>
    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var replaced = Rewrite(queued =>
        {
            var index = queued.FindIndex(reply => reply.Id == activity.Id);
            if (index >= 0)
            {
                queued[index] = activity;
            }

            return index >= 0;
        });
        return Task.FromResult(replaced ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    /// <summary>Takes the activity of that id out of the queue, if it is still there.</summary>
    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Rewrite(queued =>
        {
            var index = queued.FindIndex(reply => reply.Id == reference.ActivityId);
            if (index >= 0)
            {
                queued.RemoveAt(index);
            }

            return index >= 0;
        });
        return Task.CompletedTask;
    }

    /// <summary>The next of the queue, null when it is empty.</summary>
    public IActivity GetNextReply()
    {
        lock (queueGate)
        {
            return replies.Count > 0 ? replies.Dequeue() : null;
        }
    }

    public Activity MakeActivity(string text = null) => new(ActivityTypes.Message)
    {
        Locale = Locale ?? "en-us",
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    protected virtual TurnContext CreateTurnContext(Activity activity) => new(this, activity);

    private static ConversationReference DefaultConversation(string channelId) => new()
    {
        ChannelId = channelId,
        ServiceUrl = "https://test.com",
        User = new ChannelAccount("user1", "User1"),
        Bot = new ChannelAccount("bot", "Bot"),
        Conversation = new ConversationAccount(false, "convo1", "Conversation1"),
        Locale = "en-us",
    };

    private string NextId() => (nextId++).ToString(CultureInfo.InvariantCulture);

    private bool Rewrite(Func<List<Activity>, bool> change)
    {
        lock (queueGate)
        {
            var kept = replies.ToList();
            if (!change(kept))
            {
                return false;
            }

            replies.Clear();
            kept.ForEach(replies.Enqueue);
            return true;
        }
    }
}

/// <summary>Users' tokens, which nobody here asks for: its name stands in the declaration above, and officially it is public.</summary>
internal interface IExtendedUserTokenProvider
{
}
