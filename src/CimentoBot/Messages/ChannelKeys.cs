using Microsoft.Bot.Connector.Authentication;

namespace CimentoBot.Messages;

/// <summary>
/// The Bot Framework's door, which keeps the channel's keys for hours. When a token names a key that it does not know, another is
/// made that reads them anew: at most one every few minutes, and it takes over only once it has let a token in.
/// </summary>
/// <param name="make">Makes the door of a reading, counted from 0.</param>
/// <param name="clock">Says how much time has passed.</param>
internal sealed class ChannelKeys(Func<int, BotFrameworkAuthentication> make, TimeProvider clock)
{
    private static readonly TimeSpan BetweenReadings = TimeSpan.FromMinutes(5);

    /// <summary>A day of readings; then the first address comes again, whose keys are older than they are kept.</summary>
    private static readonly int MostReadings = (int)(TimeSpan.FromDays(1) / BetweenReadings);

    private readonly Lock changing = new();
    private readonly BotFrameworkAuthentication first = make(0);
    private BotFrameworkAuthentication? current;
    private BotFrameworkAuthentication? latest;
    private int readings;
    private long readAt;

    public BotFrameworkAuthentication Current => Volatile.Read(ref current) ?? first;

    /// <summary>A door with newer keys than that one; null when it is too early to read them again.</summary>
    public BotFrameworkAuthentication? NewerThan(BotFrameworkAuthentication seen)
    {
        lock (changing)
        {
            if (latest is null || clock.GetElapsedTime(readAt) >= BetweenReadings)
            {
                readings = (readings % MostReadings) + 1;
                latest = make(readings);
                readAt = clock.GetTimestamp();
            }

            return latest == seen ? null : latest;
        }
    }

    /// <summary>That door has let a token in that the one before refused.</summary>
    public void Adopt(BotFrameworkAuthentication proven) => Volatile.Write(ref current, proven);
}
