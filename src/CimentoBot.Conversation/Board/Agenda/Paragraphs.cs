namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>Puts paragraphs into as few messages as Teams takes.</summary>
internal static class Paragraphs
{
    /// <summary>Teams takes some 40 000 characters; a reader, and the record that it is pasted into, takes less.</summary>
    public const int LongestMessage = 15_000;

    private const string Between = "\n\n";

    /// <summary>The paragraphs in their order, none torn apart unless it is longer than a message.</summary>
    public static IReadOnlyList<string> InMessages(IEnumerable<string> paragraphs)
    {
        var messages = new List<string>();
        foreach (var part in paragraphs.SelectMany(Parts))
        {
            if (messages.Count > 0 && messages[^1].Length + Between.Length + part.Length <= LongestMessage)
            {
                messages[^1] += Between + part;
            }
            else
            {
                messages.Add(part);
            }
        }

        return messages;
    }

    /// <summary>A paragraph that is too long is parted between two words.</summary>
    private static IEnumerable<string> Parts(string paragraph)
    {
        while (paragraph.Length > LongestMessage)
        {
            var end = paragraph.LastIndexOf(' ', LongestMessage);
            end = end > 0 ? end : LongestMessage;
            yield return paragraph[..end].TrimEnd();
            paragraph = paragraph[end..].TrimStart();
        }

        yield return paragraph;
    }
}
