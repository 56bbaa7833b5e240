using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Schema;

/// <summary>
/// Content goes through a JToken both ways, as it does officially. Where the official converter never comes back (an
/// AdaptiveCard object, a System.Text.Json node), this one throws.
/// </summary>
internal sealed class AttachmentContentConverter : JsonConverter
{
    public override bool CanConvert(Type objectType) => true;

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        if (reader.TokenType == JsonToken.Null)
        {
            return JValue.CreateNull();
        }

        return reader.TokenType is JsonToken.StartObject or JsonToken.StartArray
            ? serializer.Deserialize<JToken>(reader)
            : serializer.Deserialize(reader);
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

        JToken.FromObject(value, serializer).WriteTo(writer);
    }
}
