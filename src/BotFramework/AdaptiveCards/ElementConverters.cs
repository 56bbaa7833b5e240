using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads only; writing is Json.NET's own.</summary>
internal abstract class ReadingConverter : JsonConverter
{
    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => true;

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw new NotImplementedException();
}

/// <summary>A card as a whole.</summary>
internal sealed class CardConverter : ReadingConverter
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        CardReader.ReadCard(JObject.Load(reader), serializer);
}

/// <summary>An element by its type.</summary>
internal sealed class TypedElementConverter : ReadingConverter
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        reader.TokenType == JsonToken.Null ? null : CardReader.ReadElement(JObject.Load(reader), objectType, serializer);
}

/// <summary>A list of elements, without those that are empty.</summary>
internal sealed class ItemsConverter<T> : ReadingConverter
    where T : AdaptiveTypedElement
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        var items = new List<T>();
        foreach (var tree in (JToken.Load(reader) as JArray ?? []).OfType<JObject>().Where(tree => tree.HasValues))
        {
            if (CardReader.ReadElement(tree, typeof(T), serializer) is T item)
            {
                items.Add(item);
            }
        }

        return items;
    }
}

/// <summary>Runs of text; a string is a run.</summary>
internal sealed class InlinesConverter : ReadingConverter
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        JArray.Load(reader).Select(ReadRun).ToList();

    // Through text, as officially: a date that was read as one is text again.
    private static AdaptiveInline ReadRun(JToken run)
    {
        if (run.Type == JTokenType.String)
        {
            return new AdaptiveTextRun((string)run);
        }

        return run.Value<string>("type") == AdaptiveTextRun.TypeName
            ? JsonConvert.DeserializeObject<AdaptiveTextRun>(run.ToString(), CardReader.Strict)
            : throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveTextRun.TypeName}'");
    }
}

/// <summary>"drop", or an element.</summary>
internal sealed class FallbackConverter : JsonConverter<AdaptiveFallbackElement>
{
    public override AdaptiveFallbackElement ReadJson(
        JsonReader reader, Type objectType, AdaptiveFallbackElement existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        CardReader.ReadFallback(JToken.Load(reader), serializer);

    public override void WriteJson(JsonWriter writer, AdaptiveFallbackElement value, JsonSerializer serializer)
    {
        switch (value.Type)
        {
            case AdaptiveFallbackElement.AdaptiveFallbackType.Drop:
                writer.WriteValue(AdaptiveFallbackElement.drop);
                break;
            case AdaptiveFallbackElement.AdaptiveFallbackType.Content:
                serializer.Serialize(writer, value.Content);
                break;
        }
    }
}
