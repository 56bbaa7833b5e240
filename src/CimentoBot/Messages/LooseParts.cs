using System.Text.Json;
using CimentoBot.Conversation.Board.Sharing;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Messages;

/// <summary>The parts of an activity that the Bot Framework takes as they come and reads when a turn asks for them: one that cannot be read fails that turn.</summary>
internal static class LooseParts
{
    private const string MentionType = "mention";

    /// <param name="activity">A JSON object.</param>
    public static bool AreReadable(JsonElement activity)
    {
        try
        {
            return activity.EnumerateObject().All(IsReadable) && (Text(activity, "name") != CaseSharing.InvokeName || IsReadableSearch(activity));
        }
        catch (Newtonsoft.Json.JsonException)
        {
            return false;
        }
    }

    private static string? Text(JsonElement activity, string name) => Find(activity, name) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    private static JsonElement? Find(JsonElement activity, string name) =>
        activity.EnumerateObject().Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(member => (JsonElement?)member.Value).FirstOrDefault();

    private static bool IsReadableSearch(JsonElement activity) =>
        Find(activity, "value") is { } value && CaseSearch.Read(JToken.Parse(value.GetRawText())) is not null;

    /// <summary>Names whatever their case, as the Bot Framework finds them.</summary>
    private static bool IsReadable(JsonProperty member)
    {
        if (member.Name.Equals("channelData", StringComparison.OrdinalIgnoreCase))
        {
            return member.Value.ValueKind is JsonValueKind.Null
                || (member.Value.ValueKind is JsonValueKind.Object && JsonConvert.DeserializeObject<TeamsChannelData>(member.Value.GetRawText()) is not null);
        }

        if (member.Value.ValueKind is not JsonValueKind.Array)
        {
            return true;
        }

        var isEntities = member.Name.Equals("entities", StringComparison.OrdinalIgnoreCase);
        return member.Value.EnumerateArray().All(item => !IsNothing(item) && (!isEntities || IsReadable(item)));
    }

    /// <summary>Where an object is wanted, the Bot Framework takes a text of no characters for none.</summary>
    private static bool IsNothing(JsonElement item) => item.ValueKind is JsonValueKind.Null || (item.ValueKind is JsonValueKind.String && item.ValueEquals(""));

    private static bool IsReadable(JsonElement entity) =>
        JsonConvert.DeserializeObject<Entity>(entity.GetRawText()) is { } known
        && (!string.Equals(known.Type, MentionType, StringComparison.OrdinalIgnoreCase) || known.Properties.ToObject<Mention>()?.Mentioned is not null);
}
