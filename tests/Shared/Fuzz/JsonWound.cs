using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace CimentoBot.Tests.Shared.Fuzz;

/// <summary>One change to the structure of a JSON document, or to its text.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Place">Where, as a number that any document folds to one of its places.</param>
/// <param name="Other">What else is chosen.</param>
/// <param name="Times">How deep, or how often.</param>
/// <param name="Text">A text for it.</param>
internal sealed record JsonWound(int Kind, int Place, int Other, int Times, string Text)
{
    /// <summary>The kinds from here on are done to the text, after all others.</summary>
    private const int FirstOfText = 9;

    private const int LongestString = 100_000;

    private static readonly string[] Values =
    [
        "0", "-1", "1", "2147483648", "1e400", "-1e400", "79228162514264337593543950335", "1e-28", "5.5", "true", "false", "null", "[]", "{}", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ufffe\"",
        "\"2026-02-30\"", "\"9999-12-31\"", "\"9999-12-31T23:59:59.9999999Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"2026-03-29T02:30\"", "\"2026-11-30T24:00\"", "\"1900-01-01\"", "\"2199-12-31\"",
        "[[[]]]", "[null]", "[{}]", "{\"id\":null}", "{\"id\":7}", "{\"$type\":\"System.Object\"}", "\"29:somebody-else\"", "\"19:other@thread.tacv2\"", "\"CB-2222\"", "\"unknown\"", "\"message\"",
        "\"invoke\"", "\"event\"", "\"conversationUpdate\"", "\"adaptiveCard/action\"", "\"composeExtension/query\"", "\"task/fetch\"", "\"application/search\"", "\"signin/verifyState\"", "\"fileConsent/invoke\"",
        "\"board.close\"", "\"case.post\"", "\"answer\"", "\"back\"", "\"channelDeleted\"", "\"teamDeleted\"", "\"expectReplies\"", "\"xx-YY\"",
    ];

    private static readonly string[] Names =
    [
        "$type", "$ref", "$id", "", "id", "type", "Type", "TYPE", "name", "value", "text", "verb", "data", "action", "case", "step", "revision", "from", "conversation", "channelData", "tenant", "team", "channel",
        "membersAdded", "membersRemoved", "reactionsAdded", "deliveryMode", "attachments", "entities", "locale", "asOf", "lesion", "medications", "patient", "lesion.site", "msteams", "__proto__",
    ];

    /// <summary>Wounds whose texts come from these.</summary>
    public static Gen<JsonWound> With(Gen<string> texts) => Gen.Select(
        Gen.Int[0, FirstOfText + 3],
        Gen.Int[0, int.MaxValue],
        Gen.Int[0, int.MaxValue],
        Gen.Frequency((20, Gen.Int[1, 6]), (2, Gen.Int[7, 70]), (1, Gen.Int[71, 400])),
        texts,
        (kind, place, other, times, text) => new JsonWound(kind, place, other, times, text));

    /// <summary>The text of a document after all of that was done to it.</summary>
    public static string Wounded(JsonNode seed, IEnumerable<JsonWound> wounds)
    {
        var all = wounds.ToList();
        var root = new JsonArray(seed.DeepClone());
        foreach (var wound in all.Where(wound => wound.Kind < FirstOfText))
        {
            wound.Do(root);
        }

        return all.Where(wound => wound.Kind >= FirstOfText).Aggregate(Written(root), (text, wound) => wound.In(text));
    }

    private static string Written(JsonArray root)
    {
        if (root.Count == 0)
        {
            return "";
        }

        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes))
        {
            if (root[0] is { } node)
            {
                node.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private void Do(JsonArray root)
    {
        var places = Places(root).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var (parent, name, at) = places[Place % places.Count];
        switch (Kind)
        {
            case 0:
                Remove(parent, name, at);
                break;
            case 1 when parent is JsonObject owner:
                var value = owner[name];
                owner.Remove(name);
                owner[Other % 3 == 0 ? name.ToUpperInvariant() : Names[Other % Names.Length]] = value;
                break;
            case 2 or 3:
                Put(parent, name, at, JsonNode.Parse(Values[Other % Values.Length]));
                break;
            case 4:
                Put(parent, name, at, Nested());
                break;
            case 5 when Times > 6:
                Put(parent, name, at, JsonValue.Create(string.Concat(Enumerable.Repeat(Text, LongestString / Math.Max(1, Text.Length)))));
                break;
            case 6:
                var (other, otherName, otherAt) = places[Other % places.Count];
                Put(parent, name, at, (other is JsonObject members ? members[otherName] : ((JsonArray)other)[otherAt])?.DeepClone());
                break;
            case 7 when parent is JsonObject owner:
                owner[Names[Other % Names.Length]] = Text;
                break;
            default:
                Put(parent, name, at, JsonValue.Create(Text));
                break;
        }
    }

    private string In(string json)
    {
        var at = json.Length == 0 ? 0 : Place % json.Length;
        var brace = json.IndexOf('{', at);
        return (Kind - FirstOfText) switch
        {
            0 when Times > 4 => json[..at],
            1 when json.Length > 0 => json.Remove(at, 1),
            2 when Times > 3 => json.Insert(at, "\\ud83d"),
            _ when brace >= 0 => json.Insert(brace + 1, $"\"{Names[Other % Names.Length]}\":{Values[Other % Values.Length]},"),
            _ => json,
        };
    }

    private JsonNode? Nested()
    {
        JsonNode? nested = null;
        for (var depth = 0; depth < Times; depth++)
        {
            nested = Other % 2 == 0 ? new JsonArray(nested) : new JsonObject { [Names[Other % Names.Length]] = nested };
        }

        return nested;
    }

    private static void Remove(JsonNode parent, string name, int at)
    {
        if (parent is JsonObject owner)
        {
            owner.Remove(name);
        }
        else
        {
            ((JsonArray)parent).RemoveAt(at);
        }
    }

    private static void Put(JsonNode parent, string name, int at, JsonNode? value)
    {
        if (parent is JsonObject owner)
        {
            owner[name] = value;
        }
        else
        {
            ((JsonArray)parent)[at] = value;
        }
    }

    /// <summary>Every member and every item, outermost first.</summary>
    private static IEnumerable<(JsonNode Parent, string Name, int At)> Places(JsonNode? node) => node switch
    {
        JsonObject owner => owner.SelectMany(member => Places(member.Value).Prepend((owner, member.Key, 0))),
        JsonArray list => list.Index().SelectMany(item => Places(item.Item).Prepend((list, "", item.Index))),
        _ => [],
    };
}
