using System.Text.Json;

namespace CimentoBot.Messages;

/// <summary>As much of an activity as the door must know.</summary>
/// <param name="Tenants">The tenants that it names.</param>
internal sealed record ReceivedActivity(IReadOnlyList<string> Tenants)
{
    private const string TypeName = "$type";

    /// <summary>
    /// Null when it is none: no object, without type, service address, conversation or sender, or with a member that makes
    /// serialisers build an object of the sender's choice.
    /// </summary>
    public static ReceivedActivity? Read(JsonElement json)
    {
        if (json.ValueKind is not JsonValueKind.Object || NamesAType(json))
        {
            return null;
        }

        try
        {
            var whole = Text(json, "type") is not null
                && IsAddress(Text(json, "serviceUrl"))
                && Text(json, "conversation", "id") is not null
                && Text(json, "from", "id") is not null;
            string?[] tenants = [Text(json, "conversation", "tenantId"), Text(json, "channelData", "tenant", "id")];
            return whole ? new([.. tenants.OfType<string>()]) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsAddress(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);

    /// <summary>The text at a path, when it is there and not empty.</summary>
    private static string? Text(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (Member(json, name) is not { } member)
            {
                return null;
            }

            json = member;
        }

        return json.ValueKind is JsonValueKind.String && json.GetString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The member of that name as the Bot Framework finds it: whatever its case.</summary>
    /// <exception cref="FormatException">Two members differ in case only: nobody can say which one would be read.</exception>
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

    private static bool NamesAType(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().Any(member => member.NameEquals(TypeName) || NamesAType(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().Any(NamesAType),
        _ => false,
    };
}
