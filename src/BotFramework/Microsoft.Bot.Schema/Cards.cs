using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>Buttons beside a message.</summary>
public class SuggestedActions
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string> to = null, IList<CardAction> actions = null)
    {
        To = to;
        Actions = actions;
    }

    public SuggestedActions(IEnumerable<string> to, IEnumerable<CardAction> actions)
        : this(to.ToArray(), actions.ToArray())
    {
    }

    [JsonProperty("to")]
    public IList<string> To { get; set; }

    [JsonProperty("actions")]
    public IList<CardAction> Actions { get; set; }
}

/// <summary>A button.</summary>
public class CardAction
{
    public CardAction()
    {
    }

    public CardAction(
        string type = null, string title = null, string image = null, string text = null, string displayText = null,
        object value = null, object channelData = null)
    {
        Type = type;
        Title = title;
        Image = image;
        Text = text;
        DisplayText = displayText;
        Value = value;
        ChannelData = channelData;
    }

    [JsonProperty("type")]
    public string Type { get; set; }

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("image")]
    public string Image { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("displayText")]
    public string DisplayText { get; set; }

    [JsonProperty("value")]
    public object Value { get; set; }

    [JsonProperty("channelData")]
    public object ChannelData { get; set; }

    [JsonProperty("imageAltText")]
    public string ImageAltText { get; set; }

    public static CardAction FromString(string input) => new(title: input, value: input);
}

/// <summary>A picture of a card.</summary>
public class CardImage
{
    public CardImage()
    {
    }

    public CardImage(string url = null, string alt = null, CardAction tap = null)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    [JsonProperty("url")]
    public string Url { get; set; }

    [JsonProperty("alt")]
    public string Alt { get; set; }

    [JsonProperty("tap")]
    public CardAction Tap { get; set; }
}

/// <summary>A card with a picture, text and buttons.</summary>
public class HeroCard
{
    public const string ContentType = "application/vnd.microsoft.card.hero";

    public HeroCard()
    {
    }

    public HeroCard(
        string title = null, string subtitle = null, string text = null, IList<CardImage> images = null,
        IList<CardAction> buttons = null, CardAction tap = null)
    {
        Title = title;
        Subtitle = subtitle;
        Text = text;
        Images = images;
        Buttons = buttons;
        Tap = tap;
    }

    [JsonProperty("title")]
    public string Title { get; set; }

    [JsonProperty("subtitle")]
    public string Subtitle { get; set; }

    [JsonProperty("text")]
    public string Text { get; set; }

    [JsonProperty("images")]
    public IList<CardImage> Images { get; set; }

    [JsonProperty("buttons")]
    public IList<CardAction> Buttons { get; set; }

    [JsonProperty("tap")]
    public CardAction Tap { get; set; }
}
