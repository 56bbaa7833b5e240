namespace Microsoft.Bot.Schema;

/// <summary>A message that was edited or undeleted.</summary>
public interface IMessageUpdateActivity : IMessageActivity
{
}

/// <summary>A message that was deleted.</summary>
public interface IMessageDeleteActivity : IActivity
{
}

/// <summary>Reactions that were put to, or taken from, a message.</summary>
public interface IMessageReactionActivity : IActivity
{
}

/// <summary>The conversation is over.</summary>
public interface IEndOfConversationActivity : IActivity
{
}

/// <summary>Somebody is typing.</summary>
public interface ITypingActivity : IActivity
{
}

/// <summary>A trace, shown only by the emulator.</summary>
public interface ITraceActivity : IActivity
{
}
