namespace CimentoBot.Simulation.Tests.World;

/// <summary>Between the bot and Teams: delays, refuses, loses.</summary>
internal sealed class Network(Timeline timeline, Chance chance, SimulatedTeams teams, Trace trace, Action crash)
{
    /// <summary>Whoever is told this is to send it anew; that it is taken when Teams delivers it once more surprises nobody.</summary>
    private const string NotRead = "celui-ci n’a pas été lu";

    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(15);

    private static readonly Fate[] Faults = [.. Enum.GetValues<Fate>().Where(fate => fate is not Fate.Done)];

    private readonly Lock arriving = new();
    private readonly List<Call> arrived = [];
    private readonly Dictionary<string, int> times = new(StringComparer.Ordinal);

    public Weather Weather { get; set; } = Weather.Quiet;

    /// <summary>Conversations in which a call was forbidden.</summary>
    public HashSet<string> Refusing { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages whose turn is over: nothing is to be said to them any more.</summary>
    public HashSet<string> Over { get; } = new(StringComparer.Ordinal);

    /// <summary>Messages that were answered again after that; that somebody is seen typing is no answer.</summary>
    public List<string> AnsweredAgain { get; } = [];

    /// <summary>Messages in whose turn a reply went wrong: they may be answered again.</summary>
    public HashSet<string> Troubled { get; } = new(StringComparer.Ordinal);

    public void Take(Call call)
    {
        lock (arriving)
        {
            arrived.Add(call);
        }
    }

    /// <summary>Decides on the calls that came since: in the order of their names, whichever thread was first.</summary>
    public void Decide()
    {
        lock (arriving)
        {
            foreach (var call in arrived.OrderBy(call => call.Name, StringComparer.Ordinal).ThenBy(call => trace.Known(call.Body?.ToJsonString() ?? ""), StringComparer.Ordinal))
            {
                Decide(call);
            }

            arrived.Clear();
        }
    }

    private void Decide(Call call)
    {
        var time = times[call.Name] = times.GetValueOrDefault(call.Name) + 1;
        var dice = chance.Of($"call {call.Name} {time}");
        var fate = dice.Happens(Weather.Faults) ? FaultFor(call, dice) : Fate.Done;
        var crashes = dice.Happens(Weather.Crashes);
        if (call.Creates && call.Path.Split('/') is [_, _, _, _, _, var repliedTo])
        {
            if (fate is not Fate.Done || call.Body?["text"]?.ToString() is { } text && text.Contains(NotRead, StringComparison.Ordinal))
            {
                Troubled.Add(repliedTo);
            }
            else if (Over.Contains(repliedTo) && !Troubled.Contains(repliedTo) && call.Body?["type"]?.ToString() != "typing")
            {
                AnsweredAgain.Add(repliedTo);
            }
        }

        var isKnown = !crashes || dice.Happens(500);
        trace.Say($"{call.Name} {fate}{(crashes ? " and the bot ends" : "")}");
        timeline.In(dice.Seconds(0.02, 0.4), call.Name, () =>
        {
            Let(call, fate, dice, isKnown);
            if (crashes && call.From.IsRunning)
            {
                crash();
            }
        });
    }

    private static Fate FaultFor(Call call, Dice dice) => dice.One(Faults) is var fate && fate is Fate.Forbidden && call.Method == "GET" ? Fate.Busy : fate;

    private void Let(Call call, Fate fate, Dice dice, bool isAnswered)
    {
        var done = fate is Fate.Done or Fate.DoneAndStalled or Fate.DoneAndBroken ? teams.Do(call) : default;
        if (call.Creates && done != default && (fate is not Fate.Done || !isAnswered || !call.From.IsRunning || call.IsAnswered))
        {
            trace.Say($"{call.Name} was done, and the bot does not know");
        }

        if (!isAnswered)
        {
            return;
        }

        switch (fate)
        {
            case Fate.Done:
                call.Answer(done.Status, done.Body);
                break;
            case Fate.Busy:
                call.Answer(429, "{}", dice.Below(8));
                break;
            case Fate.BusyForLong:
                call.Answer(429, "{}", 15 + dice.Below(60));
                break;
            case Fate.Precondition:
                call.Answer(412, "{}");
                break;
            case Fate.BadGateway:
                call.Answer(502, "{}");
                break;
            case Fate.GatewayTimeout:
                call.Answer(504, "{}");
                break;
            case Fate.Forbidden:
                Refusing.Add(call.Path.Split('/') is [_, _, _, var conversation, ..] ? conversation : SimulatedTeams.Channel);
                call.Answer(403, """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}""");
                break;
            case Fate.Stalled or Fate.DoneAndStalled:
                timeline.In(Stall, call.Name, () => call.Answer(502, "{}"));
                break;
            case Fate.Unconnected:
                call.Break(HttpRequestError.ConnectionError);
                break;
            default:
                call.Break(HttpRequestError.ResponseEnded);
                break;
        }
    }
}
