using System.Text.Json.Nodes;

namespace CimentoBot.Playground.Tour;

/// <summary>Prints who says what, wrapped for a terminal.</summary>
internal sealed class Dialogue(TextWriter output)
{
    private const int Width = 100;
    private const string Indent = "  ";

    private readonly HashSet<string> said = [];

    public void You(params IEnumerable<string> lines) => Say("Vous", Remembered(lines));

    /// <summary>What was said before, by either side, is not said again.</summary>
    public void Bot(params IEnumerable<string> lines) => Say("CimentoBot", Remembered(Collapsed(lines)));

    public void Channel(params IEnumerable<string> lines) => Say($"Canal « {Local.BotSettingsHere.ChannelName} »", lines);

    public void Note(string line) => output.WriteLine(line);

    public static IEnumerable<string> Lines(Delivery message, bool unfolded)
    {
        if (message.Text is { Length: > 0 } text)
        {
            foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return CardText.Plain(line);
            }
        }

        if (message.Card is { } card)
        {
            foreach (var line in Lines(card, unfolded))
            {
                yield return line;
            }
        }
    }

    public static IEnumerable<string> Lines(JsonObject card, bool unfolded)
    {
        foreach (var line in CardText.Lines(card, unfolded))
        {
            yield return line;
        }

        if (CardText.Buttons(card) is { Count: > 0 } buttons)
        {
            yield return string.Join(' ', buttons.Select(button => $"[{button}]"));
        }
    }

    private IEnumerable<string> Remembered(IEnumerable<string> lines)
    {
        foreach (var line in lines.ToList())
        {
            said.Add(line);
            yield return line;
        }
    }

    private IEnumerable<string> Collapsed(IEnumerable<string> lines)
    {
        var left = false;
        foreach (var line in lines)
        {
            if (said.Contains(line) && line.Length > 0 && line[0] != '[')
            {
                left = true;
                continue;
            }

            if (left && line.Length > 0)
            {
                yield return "(…)";
                left = false;
            }

            yield return line;
        }
    }

    private void Say(string who, IEnumerable<string> lines)
    {
        output.WriteLine($"{who} :");
        var empty = true;
        foreach (var line in lines.SkipWhile(line => line.Length == 0))
        {
            if (line.Length == 0 && empty)
            {
                continue;
            }

            empty = line.Length == 0;
            foreach (var part in Wrapped(line))
            {
                output.WriteLine(part.Length == 0 ? "" : Indent + part);
            }
        }

        output.WriteLine();
    }

    private static IEnumerable<string> Wrapped(string line)
    {
        var rest = line;
        while (rest.Length > Width)
        {
            var cut = rest.LastIndexOf(' ', Width);
            cut = cut <= 0 ? Width : cut;
            yield return rest[..cut];
            rest = rest[cut..].TrimStart();
        }

        yield return rest;
    }
}
