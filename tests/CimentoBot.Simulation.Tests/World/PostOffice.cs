using System.Globalization;
using System.Text.Json.Nodes;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>Between people and the bot: activities that are late, lost, doubled, out of order, and answers that do not come back.</summary>
internal sealed class PostOffice(Timeline timeline, Chance chance, Trace trace, Network network, Func<BotProcess?> bot)
{
    private const int Attempts = 3;

    /// <summary>How long Teams waits for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan TogetherIn = TimeSpan.FromSeconds(0.5);

    private readonly Dictionary<string, int> sent = new(StringComparer.Ordinal);
    private readonly List<Action> underWay = [];
    private readonly Dictionary<string, int> running = new(StringComparer.Ordinal);

    public Weather Weather { get; set; } = Weather.Quiet;

    /// <summary>Sends an activity of somebody's.</summary>
    /// <param name="who">Whose.</param>
    /// <param name="activity">It; an id is given to it here.</param>
    /// <param name="atOnce">Whether it takes as long as those of others who act in the same instant.</param>
    /// <param name="over">Called once: with the answer, or with null where none came and none will.</param>
    public void Send(string who, JsonObject activity, Action<JsonObject?> over, bool atOnce)
    {
        var number = sent[who] = sent.GetValueOrDefault(who) + 1;
        var id = string.Create(CultureInfo.InvariantCulture, $"{who}-{number}");
        activity["id"] = id;
        activity["timestamp"] = timeline.Now.ToString("O", CultureInfo.InvariantCulture);
        var dice = chance.Of($"in {id}");
        if ((string?)activity["type"] == "invoke")
        {
            Invoke(id, activity, dice, over, atOnce);
        }
        else
        {
            Attempt(1, id, activity, dice, over);
        }
    }

    /// <summary>The bot has ended: nobody answers what it was about.</summary>
    public void Broken()
    {
        running.Clear();
        foreach (var one in underWay.ToList())
        {
            one();
        }
    }

    /// <summary>A card's action: the client waits for the answer, and says that something went wrong when there is none.</summary>
    private void Invoke(string id, JsonObject activity, Dice dice, Action<JsonObject?> over, bool atOnce)
    {
        var isOver = false;
        void Over(JsonObject? reply)
        {
            if (!isOver)
            {
                isOver = true;
                over(reply);
            }
        }

        if (!dice.Happens(Weather.Lost))
        {
            var comesBack = !dice.Happens(Weather.Lost);
            var time = dice.Seconds(0.02, 1.5);
            timeline.In(atOnce ? TogetherIn : time, id, () => Deliver(id, activity, dice, (status, reply) => Over(comesBack && status == 200 ? reply : null)));
        }

        if (dice.Happens(Weather.Doubled))
        {
            timeline.In(dice.Seconds(0.1, 4), id, () => Deliver(id, activity, dice, (_, _) => { }));
        }

        timeline.In(Patience + TimeSpan.FromSeconds(5), id, () => Over(null));
    }

    /// <summary>A message: what is not answered with 200 comes again, and sometimes what is.</summary>
    private void Attempt(int attempt, string id, JsonObject activity, Dice dice, Action<JsonObject?> over)
    {
        void Again()
        {
            if (attempt < Attempts)
            {
                Attempt(attempt + 1, id, activity, dice, over);
            }
            else
            {
                over(null);
            }
        }

        var time = attempt == 1 ? dice.Seconds(0.02, dice.Happens(50) ? 12 : 2) : dice.Seconds(5, 20);
        if (dice.Happens(Weather.Lost))
        {
            timeline.In(time + Patience, id, Again);
            return;
        }

        timeline.In(time, id, () => Deliver(id, activity, dice, (status, _) =>
        {
            if (status != 200)
            {
                Again();
                return;
            }

            while (dice.Happens(Weather.Doubled))
            {
                timeline.In(dice.One(dice.Seconds(0.1, 5), dice.Seconds(5, 600), dice.Seconds(600, 86_400)), id, () => Deliver(id, activity, dice, (_, _) => { }));
            }

            over(null);
        }));
    }

    private void Deliver(string id, JsonObject activity, Dice dice, Action<int, JsonObject?> answered)
    {
        if (bot() is not { IsRunning: true } process)
        {
            answered(503, null);
            return;
        }

        var aborted = new CancellationTokenSource();
        var isOver = false;
        void Over(int status, JsonObject? reply)
        {
            if (!isOver)
            {
                isOver = true;
                underWay.Remove(Break);
                trace.Say($"{id} is answered {status.ToString(CultureInfo.InvariantCulture)} {reply?["statusCode"]}");
                answered(status, reply);
            }
        }

        void Break() => Over(0, null);
        underWay.Add(Break);
        trace.Say($"{id} arrives");
        running[id] = running.GetValueOrDefault(id) + 1;
        var turn = process.TakeAsync((JsonObject)activity.DeepClone(), aborted.Token);
        _ = turn.ContinueWith(
            done => timeline.In(TimeSpan.FromMilliseconds(20), id, () =>
            {
                running[id] = running.GetValueOrDefault(id) - 1;
                if (done.IsCompletedSuccessfully)
                {
                    if (done.Result.Status == 200 && running[id] == 0 && !aborted.IsCancellationRequested)
                    {
                        network.Over.Add(id);
                    }

                    Over(done.Result.Status, done.Result.Reply);
                }
                else
                {
                    trace.Say($"{id} fails: {(aborted.IsCancellationRequested ? "aborted" : done.Exception?.InnerException?.ToString())}");
                    Over(500, null);
                }
            }),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        timeline.In(Patience, id, () =>
        {
            if (!isOver && dice.Happens(500))
            {
                network.Troubled.Add(id);
                aborted.Cancel();
            }

            Over(504, null);
        });
    }
}
