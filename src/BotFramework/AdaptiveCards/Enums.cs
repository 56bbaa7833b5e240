using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace AdaptiveCards;

/// <summary>Among the first actions, or behind a menu.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveActionMode>))]
public enum AdaptiveActionMode
{
    Primary = 0,
    Secondary = 1,
}

/// <summary>Which inputs an action sends.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveAssociatedInputs>))]
public enum AdaptiveAssociatedInputs
{
    Auto = 0,
    None = 1,
}

/// <summary>How choices look.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
public enum AdaptiveChoiceInputStyle
{
    Compact = 0,
    Expanded = 1,
    Filtered = 2,
}

/// <summary>Colours of a container.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveContainerStyle>))]
public enum AdaptiveContainerStyle
{
    [Obsolete("Use Default.")]
    Normal = 0,
    Default = 0,
    Emphasis = 1,
    Good = 2,
    Attention = 3,
    Warning = 4,
    Accent = 5,
}

/// <summary>Fonts.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveFontType>))]
public enum AdaptiveFontType
{
    Default = 0,
    Monospace = 1,
}

/// <summary>Kinds of height.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveHeightType>))]
public enum AdaptiveHeightType
{
    Auto = 0,
    Stretch = 1,
    Pixel = 2,
}

/// <summary>Where text stands across.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
public enum AdaptiveHorizontalAlignment
{
    Left = 0,
    Center = 1,
    Right = 2,
    Stretch = 3,
}

/// <summary>Room before an element.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveSpacing>))]
public enum AdaptiveSpacing
{
    Default = 0,
    None = 1,
    Small = 2,
    Medium = 3,
    Large = 4,
    ExtraLarge = 5,
    Padding = 6,
}

/// <summary>Whether a text is a heading.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveTextBlockStyle>))]
public enum AdaptiveTextBlockStyle
{
    Paragraph = 0,
    Heading = 1,
}

/// <summary>Colours of text.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveTextColor>))]
public enum AdaptiveTextColor
{
    Default = 0,
    Dark = 1,
    Light = 2,
    Accent = 3,
    Good = 4,
    Warning = 5,
    Attention = 6,
}

/// <summary>What is typed.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
public enum AdaptiveTextInputStyle
{
    Text = 0,
    Tel = 1,
    Url = 2,
    Email = 3,
    Password = 4,
}

/// <summary>Sizes of text.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveTextSize>))]
public enum AdaptiveTextSize
{
    Default = 0,
    [Obsolete("Use Default.")]
    Normal = 0,
    Small = 1,
    Medium = 2,
    Large = 3,
    ExtraLarge = 4,
}

/// <summary>Weights of text.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveTextWeight>))]
public enum AdaptiveTextWeight
{
    Default = 0,
    [Obsolete("Use Default.")]
    Normal = 0,
    Lighter = 1,
    Bolder = 2,
}

/// <summary>Where content stands down.</summary>
[JsonConverter(typeof(ForgivingEnumConverter<AdaptiveVerticalContentAlignment>))]
public enum AdaptiveVerticalContentAlignment
{
    Top = 0,
    Center = 1,
    Bottom = 2,
}
