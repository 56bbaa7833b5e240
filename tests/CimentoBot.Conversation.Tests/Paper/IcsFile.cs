using System.Text;

namespace CimentoBot.Conversation.Tests.Paper;

/// <summary>An iCalendar file as RFC 5545 reads it, by a reader that shares nothing with what wrote it.</summary>
/// <param name="Head">The calendar's own properties.</param>
/// <param name="Events">The properties of each event, by name and parameters.</param>
internal sealed record IcsFile(IReadOnlyDictionary<string, string> Head, IReadOnlyList<IReadOnlyDictionary<string, string>> Events)
{
    private const int MostOctets = 75;
    private const string LineEnd = "\r\n";

    public string Method => Head["METHOD"];

    public IEnumerable<string> Uids => Events.Select(one => one["UID"]);

    /// <summary>The event with that end of its UID's first part.</summary>
    public IReadOnlyDictionary<string, string> Find(string key) => Events.Single(one => one["UID"] == $"cb-7f3k-{key}@cimentobot");

    /// <summary>Reads it, and holds what RFC 5545 asks of its lines.</summary>
    public static IcsFile Read(string? text)
    {
        Assert.NotNull(text);
        Assert.EndsWith(LineEnd, text, StringComparison.Ordinal);
        var physical = text[..^LineEnd.Length].Split(LineEnd);
        Assert.All(physical, line =>
        {
            Assert.DoesNotContain(line, char.IsControl);
            Assert.InRange(Encoding.UTF8.GetByteCount(line), 1, MostOctets);
        });

        var lines = text[..^LineEnd.Length].Replace(LineEnd + " ", "", StringComparison.Ordinal).Split(LineEnd);
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal("END:VCALENDAR", lines[^1]);
        var head = new Dictionary<string, string>(StringComparer.Ordinal);
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? open = null;
        foreach (var line in lines[1..^1])
        {
            switch (line)
            {
                case "BEGIN:VEVENT":
                    Assert.Null(open);
                    open = new(StringComparer.Ordinal);
                    break;
                case "END:VEVENT":
                    events.Add(open!);
                    open = null;
                    break;
                default:
                    var parts = line.Split(':', 2);
                    (open ?? head).Add(parts[0], parts[1]);
                    break;
            }
        }

        return new(head, events);
    }

    /// <summary>A text as it was before it was escaped.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder();
        for (var place = 0; place < value.Length; place++)
        {
            if (value[place] != '\\')
            {
                Assert.DoesNotContain(value[place], ";,");
                text.Append(value[place]);
                continue;
            }

            place++;
            Assert.Contains(value[place], "\\;,nN");
            text.Append(value[place] is 'n' or 'N' ? '\n' : value[place]);
        }

        return text.ToString();
    }
}
