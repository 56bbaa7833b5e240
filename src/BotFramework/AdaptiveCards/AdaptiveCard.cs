using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card. Send it as JSON, never as the object: see <c>Attachment</c>.</summary>
[JsonConverter(typeof(CardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public const string TypeName = "AdaptiveCard";

    /// <summary>The highest version that this object model reads.</summary>
    public static AdaptiveSchemaVersion KnownSchemaVersion = new(1, 5);

    public AdaptiveCard(AdaptiveSchemaVersion schemaVersion)
    {
        Version = schemaVersion;
    }

    public AdaptiveCard(string schemaVersion)
        : this(new AdaptiveSchemaVersion(schemaVersion))
    {
    }

    [Obsolete("Please use the overload that accepts a version parameter and specify the version your card requires")]
    public AdaptiveCard()
        : this(new AdaptiveSchemaVersion(1, 0))
    {
    }

    /// <summary>What to do about a card without a version; without this it is an error.</summary>
    public static Func<AdaptiveSchemaVersion> OnDeserializingMissingVersion { get; set; }

    public override string Type { get; set; } = TypeName;

    [JsonProperty(
        Order = -10, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate, NullValueHandling = NullValueHandling.Include)]
    [DefaultValue(null)]
    public AdaptiveSchemaVersion Version { get; set; }

    [JsonProperty(Order = -8, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string FallbackText { get; set; }

    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Speak { get; set; }

    [JsonProperty(Order = -7, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Lang { get; set; }

    [JsonConverter(typeof(HeightConverter))]
    [JsonProperty(Order = -4, DefaultValueHandling = DefaultValueHandling.Ignore)]
    public AdaptiveHeight Height { get; set; } = new AdaptiveHeight(AdaptiveHeightType.Auto);

    [JsonConverter(typeof(PixelsConverter))]
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0)]
    public uint PixelMinHeight { get; set; }

    [JsonProperty(Order = -3)]
    [JsonConverter(typeof(ItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Body { get; set; } = new List<AdaptiveElement>();

    [JsonProperty(Order = -2)]
    [JsonConverter(typeof(ItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = new List<AdaptiveAction>();

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    /// <summary>Read and forgotten: never printed.</summary>
    [JsonProperty("$schema")]
    internal string JsonSchema { get; set; }

    /// <summary>Reads a card, leniently; what is not as it should be is in the warnings.</summary>
    public static AdaptiveCardParseResult FromJson(string json) => CardReader.Read(json);

    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented);

    // Json.NET asks by these names. They are not in the list of the official API, which has them too.
    public bool ShouldSerializeBody() => Body?.Count > 0;

    public bool ShouldSerializeActions() => Actions?.Count > 0;

    public bool ShouldSerializeHeight() => Height?.IsWorthPrinting == true;

    public bool ShouldSerializeJsonSchema() => false;
}

/// <summary>A card that was read, and what was odd about it.</summary>
public class AdaptiveCardParseResult
{
    public AdaptiveCard Card { get; set; }

    public List<AdaptiveWarning> Warnings { get; } = new List<AdaptiveWarning>();
}

/// <summary>Something odd in a card.</summary>
public class AdaptiveWarning
{
    public AdaptiveWarning(int code, string message)
    {
        Code = code;
        Message = message;
    }

    /// <summary>Codes of oddities; -1 is any other.</summary>
    public enum WarningStatusCode
    {
        UnsupportedSchemaVersion = 7,
        InvalidLanguage = 12,
        MaxActionsExceeded = 13,
        EmptyLabelInRequiredInput = 14,
        NoErrorMessageForValidatedInput = 15,
    }

    public int Code { get; set; }

    public string Message { get; set; }

    public override string ToString() => Message;
}

/// <summary>Any error of this library.</summary>
public class AdaptiveException : Exception
{
    public AdaptiveException()
    {
    }

    public AdaptiveException(string message)
        : base(message)
    {
    }

    public AdaptiveException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>What was read is no card.</summary>
public class AdaptiveSerializationException : AdaptiveException
{
    public AdaptiveSerializationException()
    {
    }

    public AdaptiveSerializationException(string message)
        : base(message)
    {
    }

    public AdaptiveSerializationException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
