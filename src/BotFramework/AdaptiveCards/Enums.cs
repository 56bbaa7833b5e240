using Newtonsoft.Json;
using Newtonsoft.Json.Converters;

namespace AdaptiveCards;

/// <summary>Which inputs an action sends.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
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
[JsonConverter(typeof(StringEnumConverter), true)]
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

/// <summary>Room before an element.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
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
[JsonConverter(typeof(StringEnumConverter), true)]
public enum AdaptiveTextBlockStyle
{
    Paragraph = 0,
    Heading = 1,
}

/// <summary>Sizes of text.</summary>
[JsonConverter(typeof(StringEnumConverter), true)]
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
[JsonConverter(typeof(StringEnumConverter), true)]
public enum AdaptiveTextWeight
{
    Default = 0,
    [Obsolete("Use Default.")]
    Normal = 0,
    Lighter = 1,
    Bolder = 2,
}
