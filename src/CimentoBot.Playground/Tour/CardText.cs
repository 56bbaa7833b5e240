using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CimentoBot.Playground.Tour;

/// <summary>A card as lines of text, for a terminal: inputs and buttons left out, Markdown's marks taken off.</summary>
internal static partial class CardText
{
    /// <param name="card">The card.</param>
    /// <param name="unfolded">Whether what the card folds away is shown as well: a terminal cannot unfold it.</param>
    public static IReadOnlyList<string> Lines(JsonObject card, bool unfolded) => [.. Of(card["body"], unfolded)];

    /// <summary>The titles of the buttons that stand under the card.</summary>
    public static IReadOnlyList<string> Buttons(JsonObject card) =>
        [.. (card["actions"] as JsonArray ?? []).OfType<JsonObject>().Select(action => action.Text("title") ?? "")];

    /// <summary>What a person reads of an answer: the input's label and the titles of the values chosen.</summary>
    public static string Answer(JsonObject input, string value)
    {
        var titles = (input["choices"] as JsonArray ?? [])
            .OfType<JsonObject>()
            .GroupBy(choice => choice.Text("value") ?? "")
            .ToDictionary(group => group.Key, group => group.First().Text("title") ?? group.Key);
        var shown = titles.Count == 0 ? value : string.Join(", ", value.Split(',').Select(part => titles.GetValueOrDefault(part, part)));
        return $"{input.Text("label") ?? input.Text("id")} : {shown}";
    }

    /// <summary>The text without Markdown's marks.</summary>
    public static string Plain(string markdown)
    {
        var unmarked = Marks().Replace(markdown, "${words}");
        return Escapes().Replace(unmarked, "${letter}").Trim();
    }

    private static IEnumerable<string> Of(JsonNode? node, bool unfolded)
    {
        if (node is JsonArray array)
        {
            return array.SelectMany(item => Of(item, unfolded));
        }

        if (node is not JsonObject element || (!unfolded && IsHidden(element)))
        {
            return [];
        }

        return element.Text("type") switch
        {
            "TextBlock" => Block(element),
            "ActionSet" when unfolded => (element["actions"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(action => (string[])["", action.Text("title") ?? ""]),
            "RichTextBlock" => [string.Concat((element["inlines"] as JsonArray ?? []).Select(inline => (inline as JsonObject)?.Text("text") ?? inline?.ToString()))],
            "Container" or "Column" or "TableCell" => Of(element["items"], unfolded),
            "ColumnSet" => [Row(element["columns"], unfolded)],
            "Table" => (element["rows"] as JsonArray ?? []).OfType<JsonObject>().Select(row => Row(row["cells"], unfolded)),
            "FactSet" => (element["facts"] as JsonArray ?? []).OfType<JsonObject>().Select(fact => $"{Plain(fact.Text("title") ?? "")} : {Plain(fact.Text("value") ?? "")}"),
            _ => [],
        };
    }

    private static bool IsHidden(JsonObject element) =>
        element["isVisible"] is JsonValue value && value.TryGetValue<bool>(out var visible) && !visible;

    private static string[] Block(JsonObject block)
    {
        var text = Plain(block.Text("text") ?? "");
        return block.Text("style") == "heading" ? ["", text] : text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Row(JsonNode? cells, bool unfolded) =>
        string.Join(" · ", (cells as JsonArray ?? []).Select(cell => string.Join(' ', Of(cell, unfolded).Where(line => line.Length > 0))));

    [GeneratedRegex(@"(?<!\\)(?:\*\*(?<words>[^*]+)\*\*|(?<![\w*])[_*](?<words>[^_*]+)[_*](?![\w*])|\[(?<words>[^\]]+)\]\((?:[^)]+)\))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\\(?<letter>[\\`*_\[\]#~<>|!])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, RegexLimit.Milliseconds)]
    private static partial Regex Escapes();
}
