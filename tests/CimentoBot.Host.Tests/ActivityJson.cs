using System.Text.Json.Nodes;

namespace CimentoBot.Host.Tests;

/// <summary>Activities as a channel sends them.</summary>
internal static class ActivityJson
{
    public const string Tenant = "11111111-1111-1111-1111-111111111111";

    /// <summary>A message that asks for its replies in the answer, so that no connector is needed.</summary>
    public static JsonObject Message(string text = "bonjour", string locale = "fr-FR") => new()
    {
        ["type"] = "message",
        ["id"] = "1",
        ["channelId"] = "msteams",
        ["deliveryMode"] = "expectReplies",
        ["serviceUrl"] = "http://127.0.0.1:9/",
        ["locale"] = locale,
        ["from"] = new JsonObject { ["id"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = "chat", ["tenantId"] = Tenant },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["text"] = text,
    };

    public static JsonObject Invoke()
    {
        var invoke = Message();
        invoke.Remove("text");
        invoke.Remove("deliveryMode");
        invoke["type"] = "invoke";
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = JsonNode.Parse("""{ "action": { "type": "Action.Execute", "verb": "board.opinion", "data": {} } }""");
        return invoke;
    }

    /// <summary>A search by the message extension.</summary>
    public static JsonObject Search()
    {
        var search = Invoke();
        search["name"] = "composeExtension/query";
        search["value"] = new JsonObject();
        return search;
    }
}
