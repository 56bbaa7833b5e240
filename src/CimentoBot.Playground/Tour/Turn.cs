using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>What came of one activity: the HTTP answer, and what the bot sent to the same conversation before it answered.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The body, which is empty for messages.</param>
/// <param name="Deliveries">What arrived at the connector meanwhile.</param>
public sealed record Turn(int Status, string Body, IReadOnlyList<Delivery> Deliveries)
{
    public bool Accepted => Status is >= 200 and < 300;

    /// <summary>New messages, without updates and typing.</summary>
    public IReadOnlyList<Delivery> Replies => [.. Deliveries.Where(delivery => delivery is { IsUpdate: false, IsMessage: true })];

    /// <summary>The answer to an invoke: <c>{ statusCode, type, value }</c>; null for anything else.</summary>
    public JsonObject? Reply => Body.StartsWith('{') ? JsonNode.Parse(Body) as JsonObject : null;

    /// <summary>The status inside the answer to an invoke; the HTTP status where there is none.</summary>
    public int ReplyStatus => Reply?["statusCode"] is JsonValue value && value.TryGetValue<int>(out var status) ? status : Status;

    /// <summary>The card that an invoke was answered with; null when it was none.</summary>
    public JsonObject? ReplyCard => Reply?.Text("type") == CardReading.ContentType ? Reply["value"] as JsonObject : null;
}

/// <summary>The tour cannot go on; the message says why.</summary>
public sealed class TourException(string message) : Exception(message);
