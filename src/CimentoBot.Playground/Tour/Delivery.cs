using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>Something that the bot sent to the connector.</summary>
/// <param name="Method">POST or PUT.</param>
/// <param name="Conversation">The conversation's full id.</param>
/// <param name="ActivityId">The id that the connector gave, or that the bot named.</param>
/// <param name="Activity">What was sent.</param>
public sealed record Delivery(string Method, string Conversation, string ActivityId, JsonObject Activity)
{
    /// <summary>The same, byte for byte.</summary>
    public string Written { get; init; } = "";

    public bool IsUpdate => Method == "PUT";

    public bool IsMessage => Activity.Text("type") == "message";

    public string? Text => Activity.Text("text");

    public string? Summary => Activity.Text("summary");

    public JsonObject? Card => CardReading.CardOf(Activity);
}
