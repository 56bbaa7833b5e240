using System.Collections.Frozen;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace CimentoBot.Storage;

/// <summary>
/// The types that conversation state may hold, under short names of ours: state that was written beside the stand-ins is read beside
/// the official packages, and no assembly's name means anything.
/// </summary>
internal sealed class StateTypes : ISerializationBinder
{
    private static readonly (string Name, Type Type)[] OfTheBotFramework =
    [
        ("map", typeof(Dictionary<string, object>)),
        ("list", typeof(List<object>)),
        ("strings", typeof(List<string>)),
        ("dialogState", typeof(DialogState)),
        ("dialogInstance", typeof(DialogInstance)),
        ("dialogs", typeof(List<DialogInstance>)),
        ("conversationReference", typeof(ConversationReference)),
        ("conversationAccount", typeof(ConversationAccount)),
        ("channelAccount", typeof(ChannelAccount)),
    ];

    private readonly FrozenDictionary<string, Type> byName;
    private readonly FrozenDictionary<Type, string> byType;

    public StateTypes(IEnumerable<Type> more)
    {
        var all = OfTheBotFramework.Concat(more.Select(type => (Name: type.FullName!, Type: type))).ToList();
        byName = all.ToFrozenDictionary(pair => pair.Name, pair => pair.Type, StringComparer.Ordinal);
        byType = all.ToFrozenDictionary(pair => pair.Type, pair => pair.Name);
    }

    public Type BindToType(string? assemblyName, string typeName) =>
        assemblyName is null && byName.TryGetValue(typeName, out var type) ? type : throw Refusal(typeName);

    public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
    {
        assemblyName = null;
        typeName = byType.TryGetValue(serializedType, out var name) ? name : throw Refusal(serializedType.FullName!);
    }

    private static JsonSerializationException Refusal(string type) =>
        new($"'{type}' is no type that conversation state may hold (StorageOptions.StateTypes).");
}

/// <summary>
/// JSON that came from outside is stored as JSON: were it to carry a member that serialisers act on, reading it back would make it
/// more than that. So it is refused when it is written.
/// </summary>
internal sealed class InertTokens : JsonConverter
{
    private static readonly string[] ActedOn = ["$type", "$id", "$ref", "$values"];

    public override bool CanRead => false;

    public override bool CanConvert(Type objectType) => typeof(JToken).IsAssignableFrom(objectType);

    public override void WriteJson(JsonWriter writer, object? value, JsonSerializer serializer)
    {
        var token = (JToken)value!;
        if (token is JContainer container
            && container.DescendantsAndSelf().OfType<JProperty>().Any(member => ActedOn.Contains(member.Name)))
        {
            throw new JsonSerializationException("JSON with members such as $type cannot be kept in conversation state.");
        }

        token.WriteTo(writer);
    }

    public override object ReadJson(JsonReader reader, Type objectType, object? existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException();
}
