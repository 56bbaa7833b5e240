using System.Diagnostics;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

[DebuggerDisplay("[{Type}] {Text ?? System.String.Empty}")]
public partial class Activity :
    IConversationUpdateActivity,
    IContactRelationUpdateActivity,
    IInstallationUpdateActivity,
    IMessageUpdateActivity,
    IMessageDeleteActivity,
    IMessageReactionActivity,
    ISuggestionActivity,
    ITypingActivity,
    IEndOfConversationActivity,
    IEventActivity,
    IInvokeActivity,
    ITraceActivity,
    IHandoffActivity,
    ICommandActivity,
    ICommandResultActivity
{
    public const string ContentType = "application/vnd.microsoft.activity";

    /// <summary>Members of the JSON that this type does not know; written back where they came from.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    /// <summary>A message with empty (not absent) attachments and entities.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = new List<Attachment>(), Entities = new List<Entity>() };

    public static IConversationUpdateActivity CreateConversationUpdateActivity() =>
        new Activity(ActivityTypes.ConversationUpdate)
        {
            MembersAdded = new List<ChannelAccount>(),
            MembersRemoved = new List<ChannelAccount>(),
        };

    public static IContactRelationUpdateActivity CreateContactRelationUpdateActivity() => new Activity(ActivityTypes.ContactRelationUpdate);

    public static IHandoffActivity CreateHandoffActivity() => new Activity(ActivityTypes.Handoff);

    public static ITypingActivity CreateTypingActivity() => new Activity(ActivityTypes.Typing);

    public static IEndOfConversationActivity CreateEndOfConversationActivity() => new Activity(ActivityTypes.EndOfConversation);

    public static IEventActivity CreateEventActivity() => new Activity(ActivityTypes.Event);

    public static IInvokeActivity CreateInvokeActivity() => new Activity(ActivityTypes.Invoke);

    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace)
        {
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        };

    /// <summary>A message back to the sender: from and recipient exchanged, the conversation reduced to id, name and isGroup.</summary>
    public Activity CreateReply(string text = null, string locale = null)
    {
        var reply = AddressedToSender(ActivityTypes.Message);
        reply.Conversation = new ConversationAccount(Conversation.IsGroup, id: Conversation.Id, name: Conversation.Name);
        reply.Text = text ?? string.Empty;
        reply.Locale = locale ?? Locale;
        reply.Attachments = new List<Attachment>();
        reply.Entities = new List<Entity>();
        return reply;
    }

    public ITraceActivity CreateTrace(
        string name, object value = null, string valueType = null, [CallerMemberName] string label = null)
    {
        var trace = AddressedToSender(ActivityTypes.Trace);
        trace.Conversation = Conversation;
        trace.Name = name;
        trace.Label = label;
        trace.ValueType = valueType ?? value?.GetType().Name;
        trace.Value = value;
        return trace;
    }

    public IMessageActivity AsMessageActivity() => AsIf(ActivityTypes.Message);

    public IContactRelationUpdateActivity AsContactRelationUpdateActivity() => AsIf(ActivityTypes.ContactRelationUpdate);

    public IInstallationUpdateActivity AsInstallationUpdateActivity() => AsIf(ActivityTypes.InstallationUpdate);

    public IConversationUpdateActivity AsConversationUpdateActivity() => AsIf(ActivityTypes.ConversationUpdate);

    public ITypingActivity AsTypingActivity() => AsIf(ActivityTypes.Typing);

    public IEndOfConversationActivity AsEndOfConversationActivity() => AsIf(ActivityTypes.EndOfConversation);

    public IEventActivity AsEventActivity() => AsIf(ActivityTypes.Event);

    public IInvokeActivity AsInvokeActivity() => AsIf(ActivityTypes.Invoke);

    public IMessageUpdateActivity AsMessageUpdateActivity() => AsIf(ActivityTypes.MessageUpdate);

    public IMessageDeleteActivity AsMessageDeleteActivity() => AsIf(ActivityTypes.MessageDelete);

    public IMessageReactionActivity AsMessageReactionActivity() => AsIf(ActivityTypes.MessageReaction);

    public ISuggestionActivity AsSuggestionActivity() => AsIf(ActivityTypes.Suggestion);

    public ITraceActivity AsTraceActivity() => AsIf(ActivityTypes.Trace);

    public IHandoffActivity AsHandoffActivity() => AsIf(ActivityTypes.Handoff);

    public ICommandActivity AsCommandActivity() => AsIf(ActivityTypes.Command);

    public ICommandResultActivity AsCommandResultActivity() => AsIf(ActivityTypes.CommandResult);

    /// <summary>Whether there is text, a summary, an attachment or channel data to show.</summary>
    public bool HasContent() =>
        !string.IsNullOrWhiteSpace(Text)
        || !string.IsNullOrWhiteSpace(Summary)
        || Attachments?.Count > 0
        || ChannelData != null;

    public Mention[] GetMentions() =>
        Entities == null
            ? Array.Empty<Mention>()
            : Entities
                .Where(entity => string.Equals(entity.Type, "mention", StringComparison.OrdinalIgnoreCase))
                .Select(entity => entity.Properties.ToObject<Mention>())
                .ToArray();

    /// <summary>The channel data as a type; anything but that type or a JObject is an InvalidCastException.</summary>
    public TypeT GetChannelData<TypeT>() => ChannelData switch
    {
        null => default,
        TypeT typed when ChannelData.GetType() == typeof(TypeT) => typed,
        _ => ((JObject)ChannelData).ToObject<TypeT>(),
    };

    /// <summary>As <see cref="GetChannelData{TypeT}"/>, false where that throws or there is none.</summary>
    public bool TryGetChannelData<TypeT>(out TypeT instance)
    {
        instance = default;
        try
        {
            if (ChannelData == null)
            {
                return false;
            }

            instance = GetChannelData<TypeT>();
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidCastException or FormatException or ArgumentException or OverflowException)
        {
            return false;
        }
    }

    public ConversationReference GetConversationReference() => new()
    {
        ActivityId = IdToReplyTo,
        User = From,
        Bot = Recipient,
        Conversation = Conversation,
        ChannelId = ChannelId,
        Locale = Locale,
        ServiceUrl = ServiceUrl,
    };

    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <summary>Addresses this activity: to the bot when incoming, else from the bot and in reply to the reference's activity.</summary>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale ??= reference.Locale;
        (From, Recipient) = isIncoming ? (reference.User, reference.Bot) : (reference.Bot, reference.User);
        if (isIncoming)
        {
            Id = reference.ActivityId ?? Id;
        }
        else
        {
            ReplyToId = reference.ActivityId ?? ReplyToId;
        }

        return this;
    }

    public bool IsFromStreamingConnection() =>
        ServiceUrl != null && !ServiceUrl.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    /// <summary>Types compare without case, and "message/card" is a message.</summary>
    protected bool IsActivity(string activityType)
    {
        return Type != null
            && Type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
            && (Type.Length == activityType.Length || Type[activityType.Length] == '/');
    }

    // Direct Line and Web Chat announce members with an activity that cannot be replied to.
    private string IdToReplyTo =>
        IsSame(Type, ActivityTypes.ConversationUpdate) && (IsSame(ChannelId, "directline") || IsSame(ChannelId, "webchat"))
            ? null
            : Id;

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private Activity AsIf(string activityType) => IsActivity(activityType) ? this : null;

    private Activity AddressedToSender(string type) => new(type)
    {
        Timestamp = TimeProvider.System.GetUtcNow(),
        From = new ChannelAccount(Recipient?.Id, Recipient?.Name),
        Recipient = new ChannelAccount(From?.Id, From?.Name),
        ReplyToId = IdToReplyTo,
        ServiceUrl = ServiceUrl,
        ChannelId = ChannelId,
    };
}
