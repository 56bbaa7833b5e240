namespace CimentoBot.Conversation.Tests;

/// <summary>
/// Conversations as readable transcripts: <c>&gt;</c> what the user types, <c>&gt;&gt;</c> a button and its inputs, <c>&lt;</c> the next reply
/// and pieces that must stand in it, <c>&lt;!</c> pieces that must not stand in it, <c>&lt;.</c> no reply follows; <c>@</c> an event:
/// <c>@restart</c>, or <c>@suspend</c> with a reason, which restarts with the guideline suspended, and without one in force again.
/// </summary>
public sealed class TranscriptTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task TheConversationGoesAsWritten(string file)
    {
        using var clinic = new Clinic();
        var replies = new Queue<string>();
        var last = "";
        foreach (var (place, line) in (await File.ReadAllLinesAsync(Path.Combine(Folder, file + ".md"))).Index())
        {
            var where = $"{file}.md:{place + 1}: {line}";
            switch (line.Split(' ')[0])
            {
                case ">":
                    AllRead(replies, where);
                    replies = Shown(await clinic.SayAsync(line[2..].Replace("\\n", "\n", StringComparison.Ordinal)));
                    break;
                case ">>":
                    AllRead(replies, where);
                    replies = Shown(await PressAsync(clinic, line[3..]));
                    break;
                case "<":
                    Assert.True(replies.TryDequeue(out var reply), $"{where}\nno reply");
                    last = reply;
                    foreach (var piece in Pieces(line[2..]))
                    {
                        Assert.True(last.Contains(piece, StringComparison.Ordinal), $"{where}\nmissing «{piece}» in:\n{last}");
                    }

                    break;
                case "<!":
                    foreach (var piece in Pieces(line[3..]))
                    {
                        Assert.False(last.Contains(piece, StringComparison.Ordinal), $"{where}\nunwanted «{piece}» in:\n{last}");
                    }

                    break;
                case "@restart":
                    clinic.Restart();
                    break;
                case "@suspend":
                    clinic.Suspended = line["@suspend".Length..].Trim();
                    clinic.Restart();
                    break;
            }
        }

        AllRead(replies, file);
    }

    private static void AllRead(Queue<string> replies, string where) =>
        Assert.True(replies.Count == 0, $"{where}\nunread replies:\n{string.Join("\n---\n", replies)}");

    private static Queue<string> Shown(IEnumerable<Microsoft.Bot.Schema.Activity> replies) => new(replies.Select(Clinic.Shown));

    private static string[] Pieces(string text) =>
        text.Split(" … ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><c>answer lesion.site=vertebra | lesion.label=L3</c>, or <c>edit details</c>.</summary>
    private static Task<IReadOnlyList<Microsoft.Bot.Schema.Activity>> PressAsync(Clinic clinic, string line)
    {
        var verb = line.Split(' ')[0];
        var rest = line[verb.Length..].Trim();
        var inputs = rest.Split(" | ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(pair => pair.Contains('=', StringComparison.Ordinal))
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim());
        return clinic.PressAsync(verb, inputs, rest.Length > 0 && inputs.Count == 0 ? rest : null);
    }
}
