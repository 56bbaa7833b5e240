using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Configuration;

/// <summary>
/// Reads the boards in any of three forms: a list of channel ids, a list of objects with <c>Id</c> and <c>Name</c>, or the ids in one
/// text separated by commas.
/// </summary>
internal static class BoardChannelsReader
{
    private static readonly Phrase NameWithoutOne = new("RCP", "Tumour board");

    /// <exception cref="SettingException">A channel has no id, or two have the same.</exception>
    public static IReadOnlyList<BoardChannel> Read(IConfigurationSection section, Language language)
    {
        List<Given> given = string.IsNullOrWhiteSpace(section.Value)
            ? [.. section.GetChildren().Select(ReadOne)]
            : [.. section.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(id => new Given(id, null))];
        if (given.GroupBy(channel => channel.Id, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } doubled)
        {
            throw new SettingException(section.Path, $"names the channel {doubled.Key} twice.");
        }

        return [.. given.Select((channel, place) => new BoardChannel(channel.Id, channel.Name ?? NameOf(place, given.Count, language)))];
    }

    private static Given ReadOne(IConfigurationSection channel)
    {
        var id = channel.Value ?? channel["Id"];
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new SettingException(channel.Path, "takes a channel id, or an Id with a Name.");
        }

        return new(id.Trim(), string.IsNullOrWhiteSpace(channel["Name"]) ? null : channel["Name"]!.Trim());
    }

    private static string NameOf(int place, int count, Language language) =>
        count == 1 ? NameWithoutOne.In(language) : FormattableString.Invariant($"{NameWithoutOne.In(language)} {place + 1}");

    private sealed record Given(string Id, string? Name);
}
