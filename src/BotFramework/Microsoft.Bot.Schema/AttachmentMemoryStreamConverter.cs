using System.Collections;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Content goes through a JToken both ways, as it does officially, and streams within it as their bytes. Where the
/// official converter never comes back (an AdaptiveCard object, a System.Text.Json node), this one throws.
/// </summary>
internal sealed class AttachmentMemoryStreamConverter : JsonConverter
{
    private const string TypeName = "$type";
    private const string BufferName = "buffer";

    public override bool CanConvert(Type objectType) => true;

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        switch (reader.TokenType)
        {
            case JsonToken.Null:
                return JValue.CreateNull();
            case JsonToken.StartObject or JsonToken.StartArray:
                var tree = serializer.Deserialize<JToken>(reader);
                return HasStream(tree) ? WithStreams(tree) : tree;
            default:
                return serializer.Deserialize(reader);
        }
    }

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer)
    {
        for (var type = value.GetType(); type != null; type = type.BaseType)
        {
            if (type.FullName is "AdaptiveCards.AdaptiveCard" or "System.Text.Json.Nodes.JsonNode")
            {
                throw new InvalidOperationException(
                    $"Attachment.Content is a {type.FullName}, on which the official 4.23 overflows its stack. Send a JObject.");
            }
        }

        (StreamsOf(value) ?? JToken.FromObject(value, serializer)).WriteTo(writer);
    }

    // Null where there is no stream in the value.
    private static JToken StreamsOf(object value) => value switch
    {
        JToken or string => null,
        MemoryStream stream => new JObject
        {
            [TypeName] = nameof(MemoryStream),
            [BufferName] = new JArray(stream.ToArray().Select(octet => (int)octet)),
        },
        IDictionary entries when entries.Values.Cast<object>().Any(entry => StreamsOf(entry) != null) => new JObject(
            entries.Keys.Cast<object>().Select(key => new JProperty(key.ToString(), StreamsOf(entries[key]) ?? Plain(entries[key])))),
        IEnumerable items when value is not IDictionary && items.Cast<object>().Any(item => StreamsOf(item) != null) =>
            new JArray(items.Cast<object>().Select(item => StreamsOf(item) ?? Plain(item))),
        _ => null,
    };

    private static JToken Plain(object value) => value == null ? JValue.CreateNull() : JToken.FromObject(value);

    private static bool IsStream(JToken tree) =>
        tree is JObject members && members[TypeName]?.Type == JTokenType.String && (string)members[TypeName] == nameof(MemoryStream);

    private static bool HasStream(JToken tree) => IsStream(tree) || tree.Children().Any(HasStream);

    private static object WithStreams(JToken tree) => tree switch
    {
        JObject members when IsStream(members) => new MemoryStream(members[BufferName].Select(octet => (byte)octet).ToArray()),
        JObject members => members.Properties().ToDictionary(member => member.Name, member => WithStreams(member.Value)),
        JArray items => items.Select(WithStreams).ToList(),
        JValue plain => plain.Value,
        _ => tree,
    };
}
