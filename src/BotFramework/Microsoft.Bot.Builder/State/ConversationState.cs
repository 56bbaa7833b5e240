namespace Microsoft.Bot.Builder;

/// <summary>State of a conversation: <c>{channelId}/conversations/{id}</c>.</summary>
public class ConversationState : BotState
{
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        var channel = activity.ChannelId ?? throw Missing("channelId");
        var conversation = activity.Conversation?.Id ?? throw Missing("Conversation.Id");
        return $"{channel}/conversations/{conversation}";
    }

    private static InvalidOperationException Missing(string what) => new($"invalid activity-missing {what}");
}
