using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>Messages that are to be sent once, by a name that says which they are.</summary>
internal static class Sent
{
    public const string Post = "post ";
    public const string Reminder = "reminder ";
    public const string Agenda = "agenda ";

    private const string AgendaBegins = "**Ordre du jour";

    /// <summary>The name of what a call sends; null where it may be sent more than once.</summary>
    public static string? NameOf(Call call) => call.Path == "/v3/conversations"
        ? NameOf(SimulatedTeams.Channel, call.Body!["activity"]!.AsObject())
        : call.Creates ? NameOf(call.Path.Split('/')[3], call.Body!) : null;

    public static string? NameOf(string conversation, JsonObject activity)
    {
        if (CardReading.CardOf(activity) is { } card)
        {
            var data = CardReading.Actions(card).Select(action => action["data"] as JsonObject).Where(data => data?.Text("case") is not null).ToList();
            return data.Select(one => one!.Text("reminder")).FirstOrDefault(name => name is not null) is { } reminder ? $"{Reminder}{conversation} {reminder}"
                : conversation.StartsWith(SimulatedTeams.Channel, StringComparison.Ordinal) ? $"{Post}{data[0]!.Text("case")} {activity.Text("summary")!.Split('—')[^1]}"
                : null;
        }

        return activity.Text("text") is { } text && text.StartsWith(AgendaBegins, StringComparison.Ordinal) && conversation.StartsWith(SimulatedTeams.Channel, StringComparison.Ordinal)
            ? Agenda + text.Split('\n')[0]
            : null;
    }
}
