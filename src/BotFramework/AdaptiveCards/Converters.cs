using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Converters have their official names, and here they only write: the bot reads no card as an object.</summary>
internal abstract class WritingConverter : JsonConverter
{
    public sealed override bool CanRead => false;

    public override bool CanConvert(Type objectType) => true;

    public sealed override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        throw new NotSupportedException("This stand-in writes cards and does not read them.");
}

/// <summary>Leaves writing to Json.NET; officially it reads.</summary>
internal abstract class PassedOver : WritingConverter
{
    public sealed override bool CanWrite => false;

    public sealed override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        throw new NotSupportedException("Json.NET asks CanWrite first.");
}

/// <summary>A card as a whole.</summary>
internal sealed class AdaptiveCardConverter : PassedOver;

/// <summary>An element by its type.</summary>
internal sealed class AdaptiveTypedElementConverter : PassedOver;

/// <summary>A list of elements.</summary>
internal sealed class IgnoreEmptyItemsConverter<T> : PassedOver
    where T : AdaptiveTypedElement;

/// <summary>Names of a value that may be absent, in camel case: the first one too is printed.</summary>
internal sealed class IgnoreNullEnumConverter<TEnum>() : StringEnumConverter(new CamelCaseNamingStrategy())
    where TEnum : struct, Enum;

/// <summary>"1.5".</summary>
internal sealed class AdaptiveSchemaJsonConverter : WritingConverter
{
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => writer.WriteValue(value.ToString());
}

/// <summary>Targets by their ids.</summary>
internal sealed class ToggleElementsConverter : WritingConverter
{
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        new JArray(((List<AdaptiveTargetElement>)value).Select(target => target.ElementId)).WriteTo(writer);
}

/// <summary>The content, as an element.</summary>
internal sealed class AdaptiveFallbackConverter : WritingConverter
{
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        serializer.Serialize(writer, ((AdaptiveFallbackElement)value).Content);
}
