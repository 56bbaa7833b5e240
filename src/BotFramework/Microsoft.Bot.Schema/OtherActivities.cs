namespace Microsoft.Bot.Schema;

/// <summary>A message that was edited or undeleted.</summary>
public interface IMessageUpdateActivity : IMessageActivity
{
}

/// <summary>A message that was deleted.</summary>
public interface IMessageDeleteActivity : IActivity
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

// Kinds that nobody here asks for: their names stand in Activity's declaration, and officially they are public.

/// <summary>Reactions that were put to, or taken from, a message.</summary>
internal interface IMessageReactionActivity : IActivity
{
}

/// <summary>The bot was put on somebody's list of contacts, or taken off it.</summary>
internal interface IContactRelationUpdateActivity : IActivity
{
}

/// <summary>A private suggestion about another activity.</summary>
internal interface ISuggestionActivity : IActivity
{
}

/// <summary>The conversation goes over to somebody else.</summary>
internal interface IHandoffActivity : IActivity
{
}

/// <summary>Something is to be done.</summary>
internal interface ICommandActivity : IActivity
{
}

/// <summary>How what was to be done went.</summary>
internal interface ICommandResultActivity : IActivity
{
}
