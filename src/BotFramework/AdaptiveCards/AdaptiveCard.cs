using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>A card. Send it as JSON, never as the object: see <c>Attachment</c>.</summary>
[JsonConverter(typeof(AdaptiveCardConverter))]
public class AdaptiveCard : AdaptiveTypedElement
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";
    public const string TypeName = "AdaptiveCard";

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
        : this("1.0")
    {
    }

    public override string Type { get; set; } = TypeName;

    [JsonProperty(
        Order = -10, DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate, NullValueHandling = NullValueHandling.Include)]
    [DefaultValue(null)]
    public AdaptiveSchemaVersion Version { get; set; }

    [JsonProperty(Order = -8, NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string FallbackText { get; set; }

    [JsonProperty(Order = -3)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Body { get; set; } = new List<AdaptiveElement>();

    [JsonProperty(Order = -2)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = new List<AdaptiveAction>();

    public string ToJson() => JsonConvert.SerializeObject(this, Formatting.Indented);

    // Json.NET asks by these names.
    public bool ShouldSerializeBody() => Body?.Count > 0;

    public bool ShouldSerializeActions() => Actions?.Count > 0;
}
