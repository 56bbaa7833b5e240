using System.Text;
using CimentoBot.Bench.Servers;

namespace CimentoBot.Bench.Talk;

/// <summary>What the bot says in an interview: the peers say the same, byte for byte.</summary>
internal static class Recording
{
    /// <summary>Plays an interview and writes to a file, turn by turn, the bot's reply and what it made of the answered card.</summary>
    /// <returns>How many turns it took, and the length of the median reply.</returns>
    public static async Task<(int Turns, int Bytes)> WriteAsync(Mailbox connector, ServerProcess bot, string path)
    {
        var interview = new Interview(connector, 0);
        do
        {
            await interview.TurnAsync(bot.Client);
            await Task.Delay(TimeSpan.FromMilliseconds(600));
        }
        while (!interview.IsOver);

        await File.WriteAllTextAsync(path, $"[{string.Join(',', interview.Written.Zip(interview.Rewritten, Turn))}]");
        return (interview.Written.Count, (int)Figures.Median(interview.Written.Select(reply => (double)Encoding.UTF8.GetByteCount(reply))));
    }

    private static string Turn(string said, string? rewritten) => $$"""{"said":{{said}},"rewritten":{{rewritten ?? "null"}}}""";
}
