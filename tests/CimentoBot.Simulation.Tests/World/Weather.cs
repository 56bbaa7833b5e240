namespace CimentoBot.Simulation.Tests.World;

/// <summary>How bad a run is: so many of a thousand.</summary>
/// <param name="Faults">Calls to Teams that do not go as usual.</param>
/// <param name="Crashes">Calls to Teams during which the bot ends.</param>
/// <param name="Stops">Operations on the store before which it ends.</param>
/// <param name="Lost">Activities that do not reach the bot, or whose answer does not come back.</param>
/// <param name="Doubled">Activities that are delivered again although they were answered.</param>
/// <param name="Slow">Operations on the store that wait for the disk, so that others come in between.</param>
internal sealed record Weather(int Faults, int Crashes, int Stops, int Lost, int Doubled, int Slow)
{
    public static readonly Weather Quiet = new(0, 0, 0, 0, 0, 0);

    public static Weather Of(Dice dice) => new(
        dice.One(0, 30, 120, 300), dice.One(0, 5, 30), dice.One(0, 0, 1, 5), dice.One(0, 30, 120), dice.One(0, 50, 200), dice.One(0, 50, 300, 600));
}

/// <summary>What becomes of a call.</summary>
internal enum Fate
{
    Done,
    Busy,
    BusyForLong,
    Precondition,
    BadGateway,
    GatewayTimeout,
    Forbidden,

    /// <summary>No answer for 15 s, and nothing was done.</summary>
    Stalled,

    /// <summary>No answer for 15 s, but it was done.</summary>
    DoneAndStalled,

    /// <summary>It never left.</summary>
    Unconnected,

    /// <summary>It was done, and the answer is lost.</summary>
    DoneAndBroken,
}
