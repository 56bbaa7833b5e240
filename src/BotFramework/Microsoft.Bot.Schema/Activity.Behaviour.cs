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
    /// <summary>Members of the JSON that this type does not know; written back where they came from.</summary>
    [JsonExtensionData(ReadData = true, WriteData = true)]
    public JObject Properties { get; set; } = new JObject();

    /// <summary>A message with empty (not absent) attachments and entities.</summary>
    public static IMessageActivity CreateMessageActivity() =>
        new Activity(ActivityTypes.Message) { Attachments = new List<Attachment>(), Entities = new List<Entity>() };

    public static ITraceActivity CreateTraceActivity(
        string name, string valueType = null, object value = null, [CallerMemberName] string label = null) =>
        new Activity(ActivityTypes.Trace)
        {
            Name = name,
            Label = label,
            ValueType = valueType ?? value?.GetType().Name,
            Value = value,
        };

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

    // Direct Line and Web Chat announce members with an activity that cannot be replied to.
    private string IdToReplyTo =>
        IsSame(Type, ActivityTypes.ConversationUpdate) && (IsSame(ChannelId, "directline") || IsSame(ChannelId, "webchat"))
            ? null
            : Id;

    private static bool IsSame(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
