using System.ComponentModel;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace AdaptiveCards;

/// <summary>A choice, or several, whose value is their values joined by commas.</summary>
public class AdaptiveChoiceSetInput : AdaptiveInput
{
    public const string TypeName = "Input.ChoiceSet";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Value { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(AdaptiveChoiceInputStyle.Compact)]
    public AdaptiveChoiceInputStyle Style { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(false)]
    public bool IsMultiSelect { get; set; }

    [JsonRequired]
    public List<AdaptiveChoice> Choices { get; set; } = new List<AdaptiveChoice>();

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Wrap { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Placeholder { get; set; }

    public override string GetNonInteractiveValue()
    {
        var titles = Choices.Select(choice => choice.Title).ToList();
        if (Style != AdaptiveChoiceInputStyle.Compact)
        {
            return "* " + string.Join("\n* ", titles);
        }

        var last = titles.Count > 1 ? (IsMultiSelect ? " and " : " or ") + titles[^1] : titles.FirstOrDefault();
        return "Choices: " + string.Join(", ", titles.SkipLast(1)) + last;
    }
}

/// <summary>One choice.</summary>
[JsonObject(NamingStrategyType = typeof(CamelCaseNamingStrategy))]
public class AdaptiveChoice
{
    [JsonRequired]
    [DefaultValue(null)]
    public string Title { get; set; }

    [JsonRequired]
    [DefaultValue(null)]
    public string Value { get; set; }
}
