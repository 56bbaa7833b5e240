using System.Text.RegularExpressions;
using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Cards;

/// <summary>The few shapes from which every card is built: text that wraps, containers, submits that carry their case, step and revision.</summary>
internal static partial class CardKit
{
    /// <summary>Teams shows cards up to this version.</summary>
    private const string SchemaVersion = "1.5";

    public static AdaptiveCard Card(CaseFile file, Language language, string fallback) =>
        Card($"{fallback} {Say.TypeText(file.Code).In(language)}".Trim());

    /// <summary>A card about no case.</summary>
    public static AdaptiveCard Card(string fallback) => new(SchemaVersion) { FallbackText = fallback };

    public static AdaptiveTextBlock Text(string text) => new(Unbroken(text)) { Wrap = true };

    /// <summary>Text where a line must not begin with the punctuation that French sets after a space.</summary>
    public static string Unbroken(string text) => BeforePunctuation().Replace(text, "\u00a0").Replace("« ", "«\u00a0", StringComparison.Ordinal);

    public static AdaptiveTextBlock Title(string text) => new(Unbroken(text))
    {
        Wrap = true,
        Size = AdaptiveTextSize.Large,
        Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading,
    };

    public static AdaptiveTextBlock Heading(string text) => new(Unbroken(text))
    {
        Wrap = true,
        Weight = AdaptiveTextWeight.Bolder,
        Style = AdaptiveTextBlockStyle.Heading,
        Spacing = AdaptiveSpacing.Medium,
    };

    public static AdaptiveTextBlock Note(string text) => new(Unbroken(text))
    {
        Wrap = true,
        Size = AdaptiveTextSize.Small,
        Spacing = AdaptiveSpacing.Small,
    };

    public static AdaptiveContainer Box(AdaptiveContainerStyle style, params IEnumerable<AdaptiveElement> items) => new()
    {
        Style = style,
        Items = [.. items],
    };

    /// <summary>What is wrong with an answer, beside its field.</summary>
    public static AdaptiveContainer FieldError(string input, Phrase error, Language language) => new()
    {
        Style = AdaptiveContainerStyle.Attention,
        Spacing = AdaptiveSpacing.Small,
        Items = [new AdaptiveTextBlock(Unbroken($"⚠ {error.In(language)}")) { Id = "error." + input, Wrap = true }],
    };

    /// <summary>A button of the interview: what it sends says which case, step and revision it answers.</summary>
    public static AdaptiveSubmitAction Submit(Phrase title, string verb, CaseFile file, Language language, string? section = null)
    {
        var data = new JObject { ["verb"] = verb, ["case"] = file.Code, ["step"] = file.Step, ["revision"] = file.Revision };
        if (section is not null)
        {
            data["section"] = section;
        }

        return new()
        {
            Title = title.In(language),
            Data = data,
            AssociatedInputs = verb == Verbs.Answer ? AdaptiveAssociatedInputs.Auto : AdaptiveAssociatedInputs.None,
            Style = verb == Verbs.Answer ? "positive" : "default",
        };
    }

    /// <summary>A button of a verdict or channel card, with the submit that old clients send instead.</summary>
    public static AdaptiveExecuteAction Execute(Phrase title, string verb, CaseFile file, Language language, JObject? more = null)
    {
        var data = new JObject { ["case"] = file.Code };
        data.Merge(more ?? []);
        return Execute(title, verb, language, data);
    }

    /// <summary>The same of a card about no case.</summary>
    public static AdaptiveExecuteAction Execute(Phrase title, string verb, Language language, JObject? more = null)
    {
        var data = new JObject { ["verb"] = verb };
        data.Merge(more ?? []);
        return new()
        {
            Title = title.In(language),
            Verb = verb,
            Data = data,
            Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = title.In(language), Data = data.DeepClone() }),
        };
    }

    /// <summary>Something folded, and the button that unfolds it.</summary>
    public static IEnumerable<AdaptiveElement> Folded(string id, string title, IEnumerable<AdaptiveElement> items) =>
    [
        new AdaptiveActionSet
        {
            Actions = [new AdaptiveToggleVisibilityAction { Title = title, TargetElements = [new(id)] }],
        },
        new AdaptiveContainer { Id = id, IsVisible = false, Items = [.. items] },
    ];

    /// <summary>A message that carries a card and no text: Teams would split it and give no id back. What the notification shows is the summary.</summary>
    public static Activity Message(AdaptiveCard card, string summary) => new(ActivityTypes.Message)
    {
        Summary = summary,
        Attachments = [new() { ContentType = AdaptiveCard.ContentType, Content = Json(card) }],
    };

    /// <summary>The card as the JSON object that travels: an <see cref="AdaptiveCard"/> itself as content overflows the official serializer's stack.</summary>
    public static JObject Json(AdaptiveCard card) => JObject.FromObject(card);

    /// <summary>Somebody's own words, so that they are shown and not obeyed as Markdown.</summary>
    public static string Plain(string text) => string.Concat(text.Select(letter => letter is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '~' or '<' or '>' or '|' or '!'
        ? $"\\{letter}"
        : letter.ToString()));

    [GeneratedRegex(" (?=[:;?!»%])", RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex BeforePunctuation();
}
