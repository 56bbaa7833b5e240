using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards;

/// <summary>Reads a card: lenient about values, strict about types, ids and the version.</summary>
internal static class CardReader
{
    /// <summary>Integers are integers.</summary>
    public static readonly JsonSerializerSettings Strict = new() { Converters = { new StrictIntegerConverter() } };

    private static readonly AsyncLocal<Reading> Current = new();

    private static readonly Dictionary<string, Type> Types = new(StringComparer.Ordinal)
    {
        [AdaptiveCard.TypeName] = typeof(AdaptiveCard),
        [AdaptiveTextBlock.TypeName] = typeof(AdaptiveTextBlock),
        [AdaptiveRichTextBlock.TypeName] = typeof(AdaptiveRichTextBlock),
        [AdaptiveContainer.TypeName] = typeof(AdaptiveContainer),
        [AdaptiveColumn.TypeName] = typeof(AdaptiveColumn),
        [AdaptiveColumnSet.TypeName] = typeof(AdaptiveColumnSet),
        [AdaptiveFactSet.TypeName] = typeof(AdaptiveFactSet),
        [AdaptiveActionSet.TypeName] = typeof(AdaptiveActionSet),
        [AdaptiveTextInput.TypeName] = typeof(AdaptiveTextInput),
        [AdaptiveDateInput.TypeName] = typeof(AdaptiveDateInput),
        [AdaptiveTimeInput.TypeName] = typeof(AdaptiveTimeInput),
        [AdaptiveChoiceSetInput.TypeName] = typeof(AdaptiveChoiceSetInput),
        [AdaptiveSubmitAction.TypeName] = typeof(AdaptiveSubmitAction),
        [AdaptiveExecuteAction.TypeName] = typeof(AdaptiveExecuteAction),
        [AdaptiveOpenUrlAction.TypeName] = typeof(AdaptiveOpenUrlAction),
        [AdaptiveToggleVisibilityAction.TypeName] = typeof(AdaptiveToggleVisibilityAction),
    };

    public static AdaptiveCardParseResult Read(string json)
    {
        var result = new AdaptiveCardParseResult();
        Current.Value = new Reading(result.Warnings);
        try
        {
            result.Card = JsonConvert.DeserializeObject<AdaptiveCard>(json, new JsonSerializerSettings
            {
                Converters = { new StrictIntegerConverter() },
                Error = (_, e) => e.ErrorContext.Handled = e.ErrorContext.Error.GetType() == typeof(JsonSerializationException),
            });
            return result;
        }
        catch (JsonException e)
        {
            throw new AdaptiveSerializationException(e.Message, e);
        }
        finally
        {
            Current.Value = null;
        }
    }

    public static void Warn(string message, int code = -1) => Current.Value?.Warnings.Add(new AdaptiveWarning(code, message));

    /// <summary>The whole card; one of a version to come is its fallback text alone.</summary>
    public static AdaptiveCard ReadCard(JObject tree, JsonSerializer serializer)
    {
        if (tree.Value<string>("type") != AdaptiveCard.TypeName)
        {
            throw new AdaptiveSerializationException($"Property 'type' must be '{AdaptiveCard.TypeName}'");
        }

        RequireVersion(tree);
        if (new AdaptiveSchemaVersion(tree.Value<string>("version")).CompareTo(AdaptiveCard.KnownSchemaVersion) > 0)
        {
            Warn("Schema version is not supported", (int)AdaptiveWarning.WarningStatusCode.UnsupportedSchemaVersion);
            return FallbackOf(tree);
        }

        var card = (AdaptiveCard)ReadElement(tree, typeof(AdaptiveCard), serializer);
        card.Lang = tree.Value<string>("lang");
        if (!string.IsNullOrEmpty(card.Lang) && !IsLanguage(card.Lang))
        {
            Warn("Invalid language identifier: " + card.Lang, (int)AdaptiveWarning.WarningStatusCode.InvalidLanguage);
        }

        return card;
    }

    /// <summary>An element by its type; an unknown one is kept as it is, with a warning.</summary>
    public static AdaptiveTypedElement ReadElement(JObject tree, Type expected, JsonSerializer serializer)
    {
        var name = tree.Value<string>("type")
            ?? (expected == typeof(AdaptiveColumn) ? AdaptiveColumn.TypeName : null)
            ?? throw new AdaptiveSerializationException("Required property 'type' not found on adaptive card element");
        var isKnown = Types.TryGetValue(name, out var type);
        var id = tree.Value<string>("id");
        if (!isKnown)
        {
            type = expected == typeof(AdaptiveAction) ? typeof(UnknownAction) : typeof(UnknownElement);
            Warn($"Unknown element '{name}'");
        }
        else if (id == null && typeof(AdaptiveInput).IsAssignableFrom(type))
        {
            throw new AdaptiveSerializationException($"Required property 'id' not found on '{name}'");
        }

        RefuseSecond(id);
#pragma warning disable CS0618 // A card is made as the lowest version, then filled.
        var element = type == typeof(AdaptiveCard) ? new AdaptiveCard() : (AdaptiveTypedElement)Activator.CreateInstance(type);
#pragma warning restore CS0618
        try
        {
            serializer.Populate(tree.CreateReader(), element);
        }
        catch (JsonSerializationException) when (isKnown)
        {
            // What was read until then stands, as officially.
        }

        return element;
    }

    /// <summary>A fallback may have the id of what it stands in for.</summary>
    public static AdaptiveFallbackElement ReadFallback(JToken tree, JsonSerializer serializer)
    {
        switch (tree)
        {
            case JObject element:
                var outside = Current.Value?.Ids;
                if (Current.Value != null)
                {
                    Current.Value.Ids = null;
                }

                var content = ReadElement(element, typeof(AdaptiveTypedElement), serializer);
                if (Current.Value != null)
                {
                    Current.Value.Ids = outside;
                }

                return new AdaptiveFallbackElement(content);
            case JValue { Type: JTokenType.String } word when (string)word == AdaptiveFallbackElement.drop:
                return new AdaptiveFallbackElement(AdaptiveFallbackElement.AdaptiveFallbackType.Drop);
            case JValue { Type: JTokenType.String }:
                throw new AdaptiveSerializationException("The only valid string value for the fallback property is 'drop'.");
            default:
                throw new AdaptiveSerializationException("Invalid value for fallback");
        }
    }

    // Two or three letters: "fr-FR" is officially none.
    private static bool IsLanguage(string lang)
    {
        try
        {
            return lang.Length is 2 or 3 && new CultureInfo(lang) != null;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }

    private static void RequireVersion(JObject tree)
    {
        var problem = tree.Value<string>("version") switch
        {
            null => "Could not parse required key: version. It was not found.",
            "" => "Property is required but was found empty: version",
            _ => null,
        };
        if (problem != null)
        {
            var version = AdaptiveCard.OnDeserializingMissingVersion ?? throw new AdaptiveSerializationException(problem);
            tree["version"] = version().ToString();
        }
    }

    private static void RefuseSecond(string id)
    {
        if (!string.IsNullOrEmpty(id) && Current.Value?.Ids?.Add(id) == false)
        {
            throw new AdaptiveSerializationException($"Collision detected for id '{id}'");
        }
    }

    private static AdaptiveCard FallbackOf(JObject tree)
    {
        var text = Or(tree.Value<string>("fallbackText"), "We're sorry, this card couldn't be displayed");
        return new AdaptiveCard("1.0")
        {
            Speak = Or(tree.Value<string>("speak"), text),
            Lang = Or(tree.Value<string>("lang"), CultureInfo.CurrentCulture.TwoLetterISOLanguageName),
            Body = { new AdaptiveTextBlock(text) },
        };
    }

    private static string Or(string text, string otherwise) => string.IsNullOrEmpty(text) ? otherwise : text;

    private sealed class Reading(List<AdaptiveWarning> warnings)
    {
        public List<AdaptiveWarning> Warnings { get; } = warnings;

        public HashSet<string> Ids { get; set; } = new(StringComparer.Ordinal);
    }

    private sealed class UnknownElement : AdaptiveElement
    {
        public override string Type { get; set; }
    }

    private sealed class UnknownAction : AdaptiveAction
    {
        public override string Type { get; set; }
    }
}
