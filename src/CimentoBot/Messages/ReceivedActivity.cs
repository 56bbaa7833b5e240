using System.Text.Json;
using Microsoft.Bot.Schema;

namespace CimentoBot.Messages;

/// <summary>As much of an activity as the door must know.</summary>
/// <param name="ChannelId">The channel that it says it comes from.</param>
/// <param name="ServiceUrl">Where its answers are to go.</param>
internal sealed record ReceivedActivity(string ChannelId, Uri ServiceUrl)
{
    /// <summary>What Newtonsoft takes for its own: a type to build, or an object said elsewhere. With another shape there it reads other members than stand there.</summary>
    private static readonly string[] OfTheSerialiser = ["$type", "$id", "$ref", "$values"];

    /// <summary>The names of the events that the adapter makes itself, for turns that nobody on the channel began.</summary>
    private static readonly string[] OwnEvents = [ActivityEventNames.ContinueConversation, ActivityEventNames.CreateConversation];

    /// <summary>The paths that decide who may come in and where answers go. Each names one thing, or nobody can say which is read.</summary>
    private static readonly string[][] Deciding =
    [
        ["name"],
        ["from", "id"],
        ["from", "tenantId"],
        ["conversation", "id"],
        ["conversation", "tenantId"],
        ["channelData", "tenant", "id"],
    ];

    /// <summary>
    /// Null when it is none: no object, without type, channel, service address, conversation that a header can name or sender, with a member that tells
    /// the serialiser what to build or where to look, with parts that no turn could read, or in the name of the adapter itself.
    /// </summary>
    public static ReceivedActivity? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object || SpeaksToTheSerialiser(json))
        {
            return null;
        }

        try
        {
            return Text(json, "type") is { } type
                && Text(json, "channelId") is { } channel
                && AddressOf(Text(json, "serviceUrl")) is { } serviceUrl
                && Text(json, "conversation", "id") is { } conversation
                && !conversation.Any(char.IsControl)
                && Text(json, "from", "id") is not null
                && Deciding.All(path => Find(json, path)?.ValueKind is null or JsonValueKind.String or JsonValueKind.Null)
                && LooseParts.AreReadable(json)
                && !(type == ActivityTypes.Event && OwnEvents.Contains(Text(json, "name"), StringComparer.Ordinal))
                ? new(channel, serviceUrl)
                : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? address
            : null;

    /// <summary>The text at a path, when it is there and not empty.</summary>
    private static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { ValueKind: JsonValueKind.String } found && found.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>What stands at a path as the Bot Framework finds it: names whatever their case.</summary>
    /// <exception cref="FormatException">Two members differ in case only: nobody can say which one would be read.</exception>
    private static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (Member(json, name) is not { } member)
            {
                return null;
            }

            json = member;
        }

        return json;
    }

    private static JsonElement? Member(JsonElement json, string name)
    {
        if (json.ValueKind is not JsonValueKind.Object)
        {
            return null;
        }

        JsonElement? found = null;
        foreach (var member in json.EnumerateObject().Where(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            found = found is null ? member.Value : throw new FormatException();
        }

        return found;
    }

    private static bool SpeaksToTheSerialiser(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => OfTheSerialiser.Contains(member.Name, StringComparer.Ordinal) || SpeaksToTheSerialiser(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(SpeaksToTheSerialiser),
        _ => false,
    };
}
