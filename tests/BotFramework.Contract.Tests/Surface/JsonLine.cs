using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Newtonsoft.Json;

namespace BotFramework.Contract.Tests.Surface;

/// <summary>What Json.NET is told about a type or property, in brackets before its declaration.</summary>
internal static class JsonLine
{
    public static string Of(Type type) => Joined(
    [
        type.GetCustomAttribute<JsonObjectAttribute>(inherit: false) is null ? "" : "[JsonObject]",
        Converter(type.GetCustomAttribute<JsonConverterAttribute>(inherit: false)),
    ]);

    public static string Of(PropertyInfo property)
    {
        var json = property.GetCustomAttribute<JsonPropertyAttribute>();
        return Joined(
        [
            json?.PropertyName is { } name ? $"[Json \"{name}\"]" : "",
            property.IsDefined(typeof(JsonIgnoreAttribute)) ? "[JsonIgnore]" : "",
            property.IsDefined(typeof(JsonExtensionDataAttribute)) ? "[JsonExtensionData]" : "",
            Converter(property.GetCustomAttribute<JsonConverterAttribute>()),
            json?.DefaultValueHandling switch
            {
                DefaultValueHandling.Ignore => "[Ignore]",
                DefaultValueHandling.IgnoreAndPopulate => "[IgnoreAndPopulate]",
                _ => "",
            },
            json is { Order: not 0 } ? string.Create(CultureInfo.InvariantCulture, $"[Order {json.Order}]") : "",
            json is { Required: Required.Always } ? "[Required.Always]" : "",
            property.GetCustomAttribute<DefaultValueAttribute>() is { } value ? $"[DefaultValue({Declared.Literal(value.Value)})]" : "",
            json is { NullValueHandling: NullValueHandling.Ignore } ? "[NullIgnore]" : "",
        ]);
    }

    private static string Converter(JsonConverterAttribute? converter) => converter is null ? "" : $"[JsonConverter({converter.ConverterType.Name})]";

    private static string Joined(IEnumerable<string> brackets) => string.Concat(brackets.Where(text => text.Length > 0).Select(text => text + " "));
}
