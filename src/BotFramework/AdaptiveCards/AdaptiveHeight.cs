using Newtonsoft.Json;

namespace AdaptiveCards;

/// <summary>How high an element is.</summary>
public class AdaptiveHeight : IEquatable<AdaptiveHeight>
{
    public AdaptiveHeight()
    {
    }

    public AdaptiveHeight(uint px)
    {
        HeightType = AdaptiveHeightType.Pixel;
        Unit = px;
    }

    public AdaptiveHeight(AdaptiveHeightType heightType)
    {
        HeightType = heightType;
    }

    public static AdaptiveHeight Auto { get; } = new AdaptiveHeight(AdaptiveHeightType.Auto);

    public static AdaptiveHeight Stretch { get; } = new AdaptiveHeight(AdaptiveHeightType.Stretch);

    [JsonProperty("heightType")]
    public AdaptiveHeightType HeightType { get; set; }

    [JsonProperty("unit")]
    public uint? Unit { get; set; }

    internal bool IsWorthPrinting => HeightType switch
    {
        AdaptiveHeightType.Auto => false,
        AdaptiveHeightType.Pixel => Unit > 0,
        _ => true,
    };

    public bool IsPixel() => HeightType == AdaptiveHeightType.Pixel;

    public override int GetHashCode() => Unit.HasValue ? (int)((Unit.Value * 10) + (int)HeightType) : -1;

    public override bool Equals(object obj) => Equals(obj as AdaptiveHeight);

    public bool Equals(AdaptiveHeight other) =>
        other != null && HeightType == other.HeightType && (HeightType != AdaptiveHeightType.Pixel || Unit == other.Unit);
}
