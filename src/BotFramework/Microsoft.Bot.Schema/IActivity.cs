namespace Microsoft.Bot.Schema;

/// <summary>What every activity has, whatever its type.</summary>
public interface IActivity
{
    string ServiceUrl { get; set; }

    string ChannelId { get; set; }

    ChannelAccount From { get; set; }

    ConversationAccount Conversation { get; set; }

    ChannelAccount Recipient { get; set; }

    TypeT GetChannelData<TypeT>();

    Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false);
}

/// <summary>A message.</summary>
public interface IMessageActivity : IActivity
{
    string Text { get; set; }

    object Value { get; set; }

    Mention[] GetMentions();
}

/// <summary>Members came, members went, or the conversation changed otherwise.</summary>
public interface IConversationUpdateActivity : IActivity
{
    IList<ChannelAccount> MembersAdded { get; set; }

    IList<ChannelAccount> MembersRemoved { get; set; }
}

/// <summary>The bot was installed or removed.</summary>
public interface IInstallationUpdateActivity : IActivity
{
    string Action { get; set; }
}

/// <summary>A synchronous call: its answer is the turn's HTTP response.</summary>
public interface IInvokeActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}

/// <summary>A named event, from outside or made by the adapter.</summary>
public interface IEventActivity : IActivity
{
    string Name { get; set; }

    object Value { get; set; }
}
