using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A height as a word or as pixels.</summary>
internal sealed class HeightConverter : JsonConverter<AdaptiveHeight>
{
    public override AdaptiveHeight ReadJson(
        JsonReader reader, Type objectType, AdaptiveHeight existingValue, bool hasExistingValue, JsonSerializer serializer)
    {
        var text = reader.Value as string;
        if (Enum.TryParse<AdaptiveHeightType>(text, ignoreCase: true, out var word) && word != AdaptiveHeightType.Pixel)
        {
            return new AdaptiveHeight(word);
        }

        var pixels = Pixels.Read(reader);
        return pixels == 0 ? null : new AdaptiveHeight(pixels);
    }

    public override void WriteJson(JsonWriter writer, AdaptiveHeight value, JsonSerializer serializer) => writer.WriteValue(
        value.IsPixel() ? Pixels.Write(value.Unit) : value.HeightType == AdaptiveHeightType.Stretch ? "stretch" : "auto");
}

/// <summary>A number of pixels as "20px".</summary>
internal sealed class PixelsConverter : JsonConverter<uint>
{
    public override uint ReadJson(JsonReader reader, Type objectType, uint existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        Pixels.Read(reader);

    public override void WriteJson(JsonWriter writer, uint value, JsonSerializer serializer) => writer.WriteValue(Pixels.Write(value));
}

/// <summary>"20px", and what is no such thing.</summary>
internal static class Pixels
{
    private const string Unit = "px";

    public static string Write(uint? pixels) => string.Create(CultureInfo.InvariantCulture, $"{pixels}{Unit}");

    public static uint Read(JsonReader reader)
    {
        if (reader.Value is string text
            && text.Length >= 3
            && text.EndsWith(Unit, StringComparison.Ordinal)
            && double.TryParse(text[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var pixels))
        {
            return (uint)pixels;
        }

        CardReader.Warn(
            $"The Value \"{reader.Value}\" for field \"{reader.Path}\" was not specified as a proper dimension"
            + @" in the format (\d+(.\d+)?px), it will be ignored.");
        return 0;
    }
}

/// <summary>Names of a value, in camel case; an unknown name is the first value.</summary>
internal sealed class ForgivingEnumConverter<TEnum>() : StringEnumConverter(new CamelCaseNamingStrategy())
    where TEnum : struct, Enum
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        try
        {
            return base.ReadJson(reader, objectType, existingValue, serializer);
        }
        catch (JsonSerializationException)
        {
            CardReader.Warn(
                $"Value \"{reader.Value}\" could not be converted to \"{typeof(TEnum)}\", using the default value of \"{default(TEnum)}\" instead.", 0);
            return default(TEnum);
        }
    }

    // Officially a value that is the default prints as null where it is printed at all.
    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
        base.WriteJson(writer, Equals(value, default(TEnum)) ? null : value, serializer);
}

/// <summary>The same for a value that may be absent: an unknown name is absent.</summary>
internal sealed class ForgivingNullableEnumConverter<TEnum>() : StringEnumConverter(new CamelCaseNamingStrategy())
    where TEnum : struct, Enum
{
    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer)
    {
        try
        {
            return base.ReadJson(reader, objectType, existingValue, serializer);
        }
        catch (JsonSerializationException)
        {
            CardReader.Warn(
                $"Value \"{reader.Value}\" could not be converted to \"{typeof(TEnum)}\", using null instead.", 0);
            return null;
        }
    }
}

/// <summary>"1.5".</summary>
internal sealed class SchemaVersionConverter : JsonConverter<AdaptiveSchemaVersion>
{
    public override AdaptiveSchemaVersion ReadJson(
        JsonReader reader, Type objectType, AdaptiveSchemaVersion existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        new((string)reader.Value);

    public override void WriteJson(JsonWriter writer, AdaptiveSchemaVersion value, JsonSerializer serializer) =>
        writer.WriteValue(value.ToString());
}

/// <summary>Targets: an id alone where nothing says whether to show it.</summary>
internal sealed class TargetElementsConverter : JsonConverter<List<AdaptiveTargetElement>>
{
    public override List<AdaptiveTargetElement> ReadJson(
        JsonReader reader, Type objectType, List<AdaptiveTargetElement> existingValue, bool hasExistingValue, JsonSerializer serializer) =>
        JArray.Load(reader)
            .Select(target => target.Type == JTokenType.String
                ? new AdaptiveTargetElement((string)target)
                : target.ToObject<AdaptiveTargetElement>())
            .ToList();

    public override void WriteJson(JsonWriter writer, List<AdaptiveTargetElement> value, JsonSerializer serializer) =>
        new JArray(value.Select(target => target.IsVisible == null ? JToken.FromObject(target.ElementId) : JToken.FromObject(target)))
            .WriteTo(writer);
}

/// <summary>Integers are not read from text.</summary>
internal sealed class StrictIntegerConverter : JsonConverter
{
    private static readonly HashSet<Type> Integers =
    [
        typeof(long), typeof(ulong), typeof(int), typeof(uint), typeof(short), typeof(ushort), typeof(byte), typeof(sbyte),
        typeof(System.Numerics.BigInteger),
    ];

    public override bool CanWrite => false;

    public override bool CanConvert(Type objectType) => Integers.Contains(Nullable.GetUnderlyingType(objectType) ?? objectType);

    public override object ReadJson(JsonReader reader, Type objectType, object existingValue, JsonSerializer serializer) =>
        reader.TokenType is JsonToken.Integer or JsonToken.Null
            ? new JsonSerializer().Deserialize(reader, objectType)
            : throw new JsonSerializationException($"Token \"{reader.Value}\" of type {reader.TokenType} was not a JSON integer");

    public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) => throw new NotImplementedException();
}
