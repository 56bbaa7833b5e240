using System.Collections;
using System.ComponentModel;
using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>Elements within an element.</summary>
public abstract class AdaptiveCollectionElement : AdaptiveElement, IEnumerable<AdaptiveElement>
{
    [JsonConverter(typeof(ForgivingNullableEnumConverter<AdaptiveContainerStyle>))]
    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveContainerStyle? Style { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(AdaptiveVerticalContentAlignment.Top)]
    public AdaptiveVerticalContentAlignment VerticalContentAlignment { get; set; }

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public AdaptiveAction SelectAction { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(false)]
    public bool Bleed { get; set; }

    [JsonConverter(typeof(PixelsConverter))]
    [JsonProperty("minHeight", DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(0)]
    public uint PixelMinHeight { get; set; }

    public abstract IEnumerator<AdaptiveElement> GetEnumerator();

    public abstract void Add(AdaptiveElement value);

    IEnumerator IEnumerable.GetEnumerator() => throw new NotImplementedException();
}

/// <summary>Elements below each other.</summary>
public class AdaptiveContainer : AdaptiveCollectionElement
{
    public const string TypeName = "Container";

    public override string Type { get; set; } = TypeName;

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.Ignore)]
    [JsonConverter(typeof(ItemsConverter<AdaptiveElement>))]
    public List<AdaptiveElement> Items { get; set; } = new List<AdaptiveElement>();

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public bool? Rtl { get; set; }

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Items.GetEnumerator();

    public override void Add(AdaptiveElement element) => Items.Add(element);
}

/// <summary>Columns beside each other.</summary>
public class AdaptiveColumnSet : AdaptiveCollectionElement
{
    public const string TypeName = "ColumnSet";

    public override string Type { get; set; } = TypeName;

    [JsonRequired]
    public List<AdaptiveColumn> Columns { get; set; } = new List<AdaptiveColumn>();

    public override IEnumerator<AdaptiveElement> GetEnumerator() => Columns.GetEnumerator();

    /// <summary>Takes columns only.</summary>
    public override void Add(AdaptiveElement element)
    {
        if (element is AdaptiveColumn column)
        {
            Columns.Add(column);
        }
    }
}

/// <summary>A column; prints its type after its id, as officially.</summary>
public class AdaptiveColumn : AdaptiveContainer
{
    public new const string TypeName = "Column";

    [JsonProperty(Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    [JsonProperty(NullValueHandling = NullValueHandling.Ignore)]
    [DefaultValue(null)]
    public string Width { get; set; }

    [JsonProperty(DefaultValueHandling = DefaultValueHandling.IgnoreAndPopulate)]
    [DefaultValue(null)]
    public new bool? Rtl { get; set; }
}

/// <summary>Widths of columns that are words.</summary>
public class AdaptiveColumnWidth
{
    public const string Auto = "auto";
    public const string Stretch = "stretch";
}

/// <summary>Actions among elements.</summary>
public class AdaptiveActionSet : AdaptiveElement
{
    public const string TypeName = "ActionSet";

    [JsonProperty(Required = Required.Default)]
    public override string Type { get; set; } = TypeName;

    [JsonConverter(typeof(ItemsConverter<AdaptiveAction>))]
    public List<AdaptiveAction> Actions { get; set; } = new List<AdaptiveAction>();
}
