using System.Globalization;
using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>Somebody in a conversation with the bot.</summary>
public sealed record Person
{
    public const string BotName = "CimentoBot";
    private const string BotId = "28:cimentobot";
    private const string ThreadMark = ";messageid=";

    public string Id { get; init; } = "user-id-0";

    public string Name { get; init; } = "Radiologue interventionnel";

    public string ObjectId { get; init; } = "00000000-0000-0000-0000-000000000020";

    public string Tenant { get; init; } = "00000000-0000-0000-0000-000000000001";

    /// <summary>What the client says its language is.</summary>
    public string Locale { get; init; } = "fr-FR";

    /// <summary>The full id of the chat, or of a channel's thread.</summary>
    public string Conversation { get; init; } = BotConversation.PersonalChat;

    public bool IsInChannel => !Conversation.StartsWith(BotConversation.PersonalChat, StringComparison.Ordinal);

    /// <summary>An activity of this person with everything that Teams puts around one.</summary>
    public JsonObject Activity(string type, Uri serviceUrl)
    {
        var conversation = new JsonObject { ["id"] = Conversation, ["tenantId"] = Tenant, ["conversationType"] = IsInChannel ? "channel" : "personal" };
        var channelData = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } };
        if (IsInChannel)
        {
            conversation["isGroup"] = true;
            channelData["team"] = new JsonObject { ["id"] = "team-oncologie-osseuse" };
            channelData["channel"] = new JsonObject { ["id"] = Conversation.Split(ThreadMark)[0] };
        }

        return new()
        {
            ["type"] = type,
            ["id"] = Guid.NewGuid().ToString(),
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = serviceUrl.ToString(),
            ["from"] = AsJson(),
            ["recipient"] = BotAsJson(),
            ["conversation"] = conversation,
            ["channelData"] = channelData,
            ["locale"] = Locale,
            ["entities"] = new JsonArray(new JsonObject
            {
                ["type"] = "clientInfo",
                ["locale"] = Locale,
                ["country"] = "FR",
                ["platform"] = "Web",
                ["timezone"] = "Europe/Paris",
            }),
        };
    }

    public JsonObject AsJson() => new() { ["id"] = Id, ["name"] = Name, ["aadObjectId"] = ObjectId };

    internal static JsonObject BotAsJson() => new() { ["id"] = BotId, ["name"] = BotName };

    internal static JsonObject MentionOfTheBot() => new()
    {
        ["type"] = "mention",
        ["mentioned"] = BotAsJson(),
        ["text"] = $"<at>{BotName}</at>",
    };
}
