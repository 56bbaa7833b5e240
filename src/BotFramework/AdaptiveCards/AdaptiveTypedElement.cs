using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Anything of a card that has a type. Members that this object model does not know are kept beside the others.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
[JsonConverter(typeof(TypedElementConverter))]
public abstract class AdaptiveTypedElement
{
    [JsonProperty(Order = 1, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public IDictionary<string, string> Requires;

    [JsonProperty(Order = -10, Required = Required.Always, DefaultValueHandling = DefaultValueHandling.Include)]
    public abstract string Type { get; set; }

    [JsonExtensionData]
    public SerializableDictionary<string, object> AdditionalProperties { get; set; } = new(StringComparer.OrdinalIgnoreCase);

    [JsonConverter(typeof(FallbackConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public AdaptiveFallbackElement Fallback { get; set; }

    [JsonProperty(Order = -9, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public string Id { get; set; }
}

/// <summary>Anything of a card that is seen.</summary>
public abstract class AdaptiveElement : AdaptiveTypedElement
{
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveSpacing.Default)]
    public AdaptiveSpacing Spacing { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Separator { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height { get; set; } = new AdaptiveHeight(AdaptiveHeightType.Auto);

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(true)]
    public bool IsVisible { get; set; } = true;

    // Json.NET asks by this name. It is not in the list of the official API, which has it too.
    public bool ShouldSerializeHeight() => Height?.IsWorthPrinting == true;
}

/// <summary>What stands in for an element that a client cannot show.</summary>
public class AdaptiveFallbackElement
{
    public static readonly string drop = "drop";

    public AdaptiveFallbackElement(AdaptiveFallbackType fallbackType)
    {
        Type = fallbackType;
    }

    public AdaptiveFallbackElement(AdaptiveTypedElement fallbackContent)
    {
        Type = AdaptiveFallbackType.Content;
        Content = fallbackContent;
    }

    public AdaptiveFallbackElement()
    {
    }

    /// <summary>Nothing said, leave it out, or show the content.</summary>
    public enum AdaptiveFallbackType
    {
        None,
        Drop,
        Content,
    }

    [JsonIgnore]
    public AdaptiveFallbackType Type { get; set; }

    [JsonIgnore]
    public AdaptiveTypedElement Content { get; set; }
}

/// <summary>A dictionary; officially it is also read and written as XML.</summary>
public class SerializableDictionary<TKey, TValue> : Dictionary<TKey, TValue>
{
    public SerializableDictionary()
    {
    }

    public SerializableDictionary(IEqualityComparer<TKey> comparer)
        : base(comparer)
    {
    }
}
