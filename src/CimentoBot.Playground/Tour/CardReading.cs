using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>What a person can do with an Adaptive Card: its inputs and its buttons, read from its JSON.</summary>
public static class CardReading
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The Adaptive Card that a message carries; null when it carries none.</summary>
    public static JsonObject? CardOf(JsonObject activity) => (activity["attachments"] as JsonArray)?
        .OfType<JsonObject>()
        .FirstOrDefault(attachment => attachment.Text("contentType") == ContentType)?["content"] as JsonObject;

    public static IReadOnlyList<JsonObject> Inputs(JsonObject card) =>
        [.. Elements(card).Where(element => element.Text("type")?.StartsWith("Input.", StringComparison.Ordinal) == true && element.Text("id") is not null)];

    public static IReadOnlyList<JsonObject> Actions(JsonObject card) =>
        [.. Elements(card).Where(element => element.Text("type")?.StartsWith("Action.", StringComparison.Ordinal) == true)];

    /// <summary>The button that asks for a verb, be it a submit or an execute; null when there is none.</summary>
    public static JsonObject? Action(JsonObject card, string type, string verb) =>
        Actions(card).FirstOrDefault(action => action.Text("type") == type && VerbOf(action) == verb);

    public static string? VerbOf(JsonObject action) => action.Text("verb") ?? (action["data"] as JsonObject)?.Text("verb");

    /// <summary>The errors that stand beside the fields: input id to text.</summary>
    public static IReadOnlyDictionary<string, string> Errors(JsonObject card)
    {
        const string beginning = "error.";
        return Elements(card)
            .Where(element => element.Text("id")?.StartsWith(beginning, StringComparison.Ordinal) == true)
            .ToDictionary(element => element.Text("id")![beginning.Length..], element => element.Text("text") ?? "");
    }

    /// <summary>What a client sends: each input's own value unless another is given, and nothing for an empty one.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(JsonObject card, IReadOnlyDictionary<string, string> inputs) => Inputs(card)
        .Select(input => KeyValuePair.Create(input.Text("id")!, inputs.GetValueOrDefault(input.Text("id")!) ?? input.Text("value") ?? ""))
        .Where(pair => pair.Value.Length > 0);

    /// <summary>A button's data together with the inputs that go with it, as a client sends them.</summary>
    public static JsonObject Data(JsonObject card, JsonObject action, IReadOnlyDictionary<string, string> inputs)
    {
        var data = action["data"] is JsonObject own ? own.DeepClone().AsObject() : [];
        if (action.Text("associatedInputs")?.Equals("none", StringComparison.OrdinalIgnoreCase) != true)
        {
            foreach (var (id, value) in Filled(card, inputs))
            {
                data[id] = value;
            }
        }

        return data;
    }

    /// <summary>A member's text; null unless it is there and a string.</summary>
    public static string? Text(this JsonObject element, string name) =>
        element[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    /// <summary>Everything on a card, in reading order; a fallback is not on it.</summary>
    private static IEnumerable<JsonObject> Elements(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                return array.SelectMany(Elements);
            case JsonObject element:
                return element
                    .Where(member => member.Key is not ("fallback" or "data"))
                    .SelectMany(member => Elements(member.Value))
                    .Prepend(element);
            default:
                return [];
        }
    }
}
