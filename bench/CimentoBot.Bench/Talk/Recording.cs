using System.Text;
using CimentoBot.Bench.Servers;

namespace CimentoBot.Bench.Talk;

/// <summary>What the bot says in an interview: the peers say the same, byte for byte.</summary>
internal static class Recording
{
    /// <summary>Plays an interview and writes the bot's replies to a file.</summary>
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

        await File.WriteAllTextAsync(path, $"[{string.Join(',', interview.Written)}]");
        return (interview.Written.Count, (int)Figures.Median(interview.Written.Select(reply => (double)Encoding.UTF8.GetByteCount(reply))));
    }
}
