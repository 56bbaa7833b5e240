using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder;

/// <summary>State of a conversation: <c>{channelId}/conversations/{id}</c>.</summary>
public class ConversationState : BotState
{
    public ConversationState(IStorage storage)
        : base(storage, nameof(ConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Keys.Channel(turnContext.Activity)}/conversations/{Keys.Conversation(turnContext.Activity)}";
}

/// <summary>State of a user, over all conversations of a channel: <c>{channelId}/users/{id}</c>.</summary>
public class UserState : BotState
{
    public UserState(IStorage storage)
        : base(storage, nameof(UserState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Keys.Channel(turnContext.Activity)}/users/{Keys.User(turnContext.Activity)}";
}

/// <summary>State of a user in a conversation: <c>{channelId}/conversations/{id}/users/{id}</c>.</summary>
public class PrivateConversationState : BotState
{
    public PrivateConversationState(IStorage storage)
        : base(storage, nameof(PrivateConversationState))
    {
    }

    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{Keys.Channel(turnContext.Activity)}/conversations/{Keys.Conversation(turnContext.Activity)}/users/{Keys.User(turnContext.Activity)}";
}

/// <summary>Parts of keys.</summary>
internal static class Keys
{
    public static string Channel(Activity activity) => activity.ChannelId ?? throw Missing("channelId");

    public static string Conversation(Activity activity) => activity.Conversation?.Id ?? throw Missing("Conversation.Id");

    public static string User(Activity activity) => activity.From?.Id ?? throw Missing("From.Id");

    private static InvalidOperationException Missing(string what) => new($"invalid activity-missing {what}");
}
