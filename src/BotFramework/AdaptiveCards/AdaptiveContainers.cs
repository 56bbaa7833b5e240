using System.Collections;
using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Elements within an element.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    [JsonConverter(typeof(IgnoreNullEnumConverter<AdaptiveContainerStyle>))]
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveContainerStyle? Style { get; set; }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException();
}

/// <summary>Elements below each other.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Items { get; set; } = new List<AdaptiveElement>();

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();
}

/// <summary>Actions among elements; prints its type after its id, as officially.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    [JsonProperty(Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    [JsonConverter(typeof(IgnoreEmptyItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = new List<AdaptiveAction>();
}
