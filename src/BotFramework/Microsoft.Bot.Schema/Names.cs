namespace Microsoft.Bot.Schema;

/// <summary>Kinds of activity.</summary>
public static class ActivityTypes
{
    public const string ConversationUpdate = "conversationUpdate";
    public const string Event = "event";
    public const string InstallationUpdate = "installationUpdate";
    public const string MessageReaction = "messageReaction";
    public const string Invoke = "invoke";
    public const string Message = "message";
    public const string Trace = "trace";
    public const string Typing = "typing";
}

/// <summary>Kinds that only an adapter sees.</summary>
public static class ActivityTypesEx
{
    public const string Delay = "delay";
    public const string InvokeResponse = "invokeResponse";
}

/// <summary>Events that the adapter makes.</summary>
public static class ActivityEventNames
{
    public const string ContinueConversation = "ContinueConversation";
    public const string CreateConversation = "CreateConversation";
}

/// <summary>How the channel wants its answer.</summary>
public static class DeliveryModes
{
    public const string ExpectReplies = "expectReplies";
}

/// <summary>What the bot is ready to take.</summary>
public static class InputHints
{
    public const string AcceptingInput = "acceptingInput";
}
