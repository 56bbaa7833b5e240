using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>Something to press.</summary>
public abstract class AdaptiveAction : AdaptiveTypedElement
{
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Title { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string IconUrl { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue("default")]
    public string Style { get; set; } = "default";

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [DefaultValue(true)]
    public bool IsEnabled { get; set; } = true;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveActionMode.Primary)]
    public AdaptiveActionMode Mode { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public string Tooltip { get; set; }
}

/// <summary>Sends inputs and data as a message.</summary>
public class AdaptiveSubmitAction : AdaptiveAction
{
    public const string TypeName = "Action.Submit";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveAssociatedInputs.Auto)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    /// <summary><see cref="Data"/> as JSON text.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => ActionData.ToJson(Data);
        set => Data = ActionData.FromJson(value);
    }
}

/// <summary>Sends inputs and data as an invoke, whose answer may be a card. An empty verb is printed.</summary>
public class AdaptiveExecuteAction : AdaptiveAction
{
    public const string TypeName = "Action.Execute";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public object Data { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveAssociatedInputs.Auto)]
    public AdaptiveAssociatedInputs AssociatedInputs { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    public string Verb { get; set; } = string.Empty;

    /// <summary><see cref="Data"/> as JSON text.</summary>
    [JsonIgnore]
    public string DataJson
    {
        get => ActionData.ToJson(Data);
        set => Data = ActionData.FromJson(value);
    }
}

/// <summary>Opens an address.</summary>
public class AdaptiveOpenUrlAction : AdaptiveAction
{
    public const string TypeName = "Action.OpenUrl";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    [DefaultValue(null)]
    public Uri Url { get; set; }

    [JsonIgnore]
    public string UrlString
    {
        get => Url?.ToString();
        set => Url = new Uri(value);
    }
}

/// <summary>Shows and hides elements.</summary>
public class AdaptiveToggleVisibilityAction : AdaptiveAction
{
    public const string TypeName = "Action.ToggleVisibility";

    public override string Type { get; set; } = TypeName;

    [JsonConverter(typeof(TargetElementsConverter))]
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public List<AdaptiveTargetElement> TargetElements { get; set; } = new List<AdaptiveTargetElement>();
}

/// <summary>An element to show, to hide or, without saying which, to switch.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveTargetElement
{
    public AdaptiveTargetElement()
    {
    }

    public AdaptiveTargetElement(string elementId)
    {
        ElementId = elementId;
    }

    public AdaptiveTargetElement(string elementId, bool isVisible)
    {
        ElementId = elementId;
        IsVisible = isVisible;
    }

    public string ElementId { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    public bool? IsVisible { get; set; }

    public static implicit operator AdaptiveTargetElement(string elementId) => new(elementId);
}

/// <summary>Data of actions as text.</summary>
internal static class ActionData
{
    public static string ToJson(object data) => data == null ? null : JsonConvert.SerializeObject(data, Formatting.Indented);

    public static object FromJson(string json) => json == null ? null : JsonConvert.DeserializeObject(json, CardReader.Strict);
}
