using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Privacy;

/// <summary>What is kept about somebody as lines of JSON, one for each thing, in messages that Teams takes whole.</summary>
internal static class OwnDataExport
{
    /// <summary>In characters, well below the 28 KB that Teams takes.</summary>
    private const int LongestMessage = 8_000;

    private const string Fence = "```";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static IEnumerable<string> Messages(string person, KeptAbout kept, Func<StoredBoard, BoardCase> read)
    {
        var message = new StringBuilder();
        foreach (var line in Lines(person, kept, read))
        {
            if (message.Length > 0 && message.Length + line.Length > LongestMessage)
            {
                yield return Fenced(message);
                message.Clear();
            }

            message.Append(line).Append('\n');
        }

        yield return Fenced(message);
    }

    private static IEnumerable<string> Lines(string person, KeptAbout kept, Func<StoredBoard, BoardCase> read)
    {
        yield return Line("person", new { Id = person });
        foreach (var own in kept.Cases)
        {
            yield return Line("case", new { own.Code, own.Status, own.StartedAt, own.UpdatedAt, own.Conversation, Kept = JsonNode.Parse(own.Body) });
        }

        foreach (var board in kept.Boards.Select(read))
        {
            foreach (var act in ActsOf(person, board))
            {
                yield return act;
            }
        }

        foreach (var (roster, member) in kept.Memberships)
        {
            yield return Line("member", new { Roster = roster, member.Role, member.Tenant });
        }

        foreach (var act in kept.Acts)
        {
            yield return Line("audit", new { act.At, act.Action, act.Subject });
        }
    }

    private static IEnumerable<string> ActsOf(string person, BoardCase board) =>
    [
        .. board.Opinions.Where(given => given.By == person)
            .Select(given => Line("opinion", new { board.Code, given.Specialty, given.Value, given.Comment, given.At, given.Presentation })),
        .. board.SignOffs.Where(signed => signed.By == person)
            .Select(signed => Line("signature", new { board.Code, signed.Role, signed.Outcome, signed.Reason, signed.At })),
        .. board.Closings.Where(closed => closed.By == person)
            .Select(closed => Line("closing", new { board.Code, closed.Decision, closed.Reason, closed.Text, closed.At, PlannedAt = closed.PlannedAt?.ToString("uuuu-MM-dd", null) })),
        .. board.Reopenings.Where(reopened => reopened.By == person).Select(reopened => Line("reopening", new { board.Code, reopened.At })),
        .. board.Acknowledgements.Where(seen => seen.By == person).Select(seen => Line("seen", new { board.Code, seen.Reminder, seen.At })),
    ];

    private static string Line(string what, object thing)
    {
        var line = new JsonObject { ["what"] = what };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(thing, Json)!.AsObject())
        {
            line[name] = value?.DeepClone();
        }

        return line.ToJsonString(Json);
    }

    private static string Fenced(StringBuilder lines) => $"{Fence}\n{lines}{Fence}";
}
