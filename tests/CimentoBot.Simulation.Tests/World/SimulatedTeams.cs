using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>A message as it stands in Teams.</summary>
internal sealed class Message(string conversation, string id, JsonObject activity)
{
    public string Conversation => conversation;

    public string Id => id;

    public JsonObject Activity { get; private set; } = activity;

    public string? Text => Activity.Text("text");

    public string Summary => Activity.Text("summary") ?? "";

    public JsonObject? Card => CardReading.CardOf(Activity);

    public void Rewrite(JsonObject now) => Activity = now;
}

/// <summary>What Teams keeps: conversations with their messages, and who is in the team. It answers as Teams does.</summary>
internal sealed class SimulatedTeams
{
    public const string Channel = "19:rcp@thread.tacv2";

    private readonly List<Message> messages = [];
    private int lastId = 1000;

    public IReadOnlyList<Message> Messages => messages;

    public List<RosterEntry> Members { get; } = [];

    /// <summary>Called with what a call did: the message, and whether it is new.</summary>
    public Action<Message, bool> Changed { get; set; } = (_, _) => { };

    public IEnumerable<Message> In(string conversation) => messages.Where(message => message.Conversation == conversation);

    /// <summary>The messages that opened threads in the board's channel with a case.</summary>
    public IEnumerable<Message> Posts => messages.Where(message =>
        message.Card is not null && message.Conversation == $"{Channel};messageid={message.Id}");

    /// <summary>Those that can be acted on: what a case has left behind in another thread has nothing to press.</summary>
    public IEnumerable<Message> Presented => Posts.Where(post => CardReading.Actions(post.Card!).Any());

    /// <summary>Does what a call asks.</summary>
    public (int Status, string Body) Do(Call call)
    {
        var path = call.Path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (call.Method, path) switch
        {
            ("POST", [_, "conversations"]) => Open(call.Body!),
            ("POST", [_, "conversations", var conversation, "activities", ..]) => Answered(Keep(conversation, NextId(), call.Body!).Id),
            ("PUT", [_, "conversations", _, "activities", var id]) => Replace(id, call.Body!),
            ("GET", [_, "conversations", _, "pagedmembers"]) => (200, new JsonObject { ["members"] = new JsonArray([.. Members.Select(Member)]) }.ToJsonString()),
            ("GET", [_, "conversations", _, "members", var id]) => Members.Find(member => member.Id == id) is { } member ? (200, Member(member).ToJsonString()) : (404, "{}"),
            _ => (404, "{}"),
        };
    }

    private (int Status, string Body) Open(JsonObject parameters)
    {
        var id = NextId();
        var message = Keep($"{parameters["channelData"]!["channel"]!["id"]};messageid={id}", id, parameters["activity"]!.AsObject());
        return (201, new JsonObject { ["id"] = message.Conversation, ["activityId"] = id }.ToJsonString());
    }

    private (int Status, string Body) Replace(string id, JsonObject activity)
    {
        if (messages.Find(message => message.Id == id) is not { } message)
        {
            return (404, "{}");
        }

        message.Rewrite(activity);
        Changed(message, false);
        return Answered(id);
    }

    private Message Keep(string conversation, string id, JsonObject activity)
    {
        var message = new Message(conversation, id, activity);
        messages.Add(message);
        Changed(message, true);
        return message;
    }

    private static (int Status, string Body) Answered(string id) => (200, new JsonObject { ["id"] = id }.ToJsonString());

    private string NextId() => (++lastId).ToString(CultureInfo.InvariantCulture);

    private static JsonNode Member(RosterEntry member) => new JsonObject { ["id"] = member.Id, ["name"] = member.Name, ["userRole"] = member.Role };
}
