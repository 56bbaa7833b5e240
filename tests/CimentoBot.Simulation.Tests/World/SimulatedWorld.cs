using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Simulation.Tests.World;

/// <summary>
/// A team, its bot and the network between them, on one timeline. What happens hangs on the seed alone: the same seed gives the same
/// run, line by line.
/// </summary>
internal sealed class SimulatedWorld : IDisposable
{
    public static readonly Uri Service = new("https://teams.example/");

    private static readonly DateTimeOffset Morning = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    /// <summary>After this nothing is lost, refused or late any more.</summary>
    private static readonly TimeSpan Storm = TimeSpan.FromDays(4);

    /// <summary>How often all of the board speak at once.</summary>
    private const int Crowds = 6;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-simulation-");
    private readonly Network network;
    private readonly PostOffice office;
    private readonly Weather weather;
    private readonly Dictionary<string, int> operations = new(StringComparer.Ordinal);
    private readonly Lock counting = new();
    private readonly OneByOne scheduler = new();
    private readonly Clinician clinician;
    private readonly BoardMember[] members;

    /// <summary>A file as the first start of a bot leaves it: to make it anew in every run takes longer than the run.</summary>
    private static readonly Lazy<byte[]> NewDatabase = new(PrepareDatabase);

    private BotProcess? bot;
    private volatile bool isTripped;
    private int starts;

    public SimulatedWorld(int seed)
    {
        File.WriteAllBytes(Database, NewDatabase.Value);
        Timeline = new(Morning);
        Chance = new(seed);
        Trace = new(Timeline);
        network = new(Timeline, Chance, Teams, Trace, Crash);
        Ledger = new(Trace);
        office = new(Timeline, Chance, Trace, network, () => bot);
        Teams.Changed = Ledger.Shown;
        var dice = Chance.Of("weather");
        weather = Weather.Of(dice);
        clinician = new(this, 15 + dice.Below(20));
        members = [.. new[] { "owner", "oncologist", "radiologist", "anaesthetist" }.Take(2 + dice.Below(3)).Select(name => new BoardMember(this, name, name == "owner", 3 + dice.Below(8)))];
        Teams.Members.AddRange(members.Select(member => new RosterEntry("29:" + member.Name, member.Name, member.IsOwner ? "owner" : "user")));
        Trace.Say(weather.ToString());
    }

    private string Database => Path.Combine(folder.FullName, "bot.db");

    public Timeline Timeline { get; }

    public Chance Chance { get; }

    public Trace Trace { get; }

    public SimulatedTeams Teams { get; } = new();

    public Ledger Ledger { get; }

    public int Starts => starts;

    public int Posted => Teams.Posts.Count();

    /// <summary>Cases of which the clinician was told, at the end, that nobody knows whether they arrived.</summary>
    public int Unanswered { get; set; }

    /// <summary>What was sent from cards before: a client may send it again.</summary>
    public List<JsonObject> OldCards { get; } = [];

    public static JsonObject Execute(Person person, string verb, JsonObject data)
    {
        var activity = person.Activity("invoke", Service);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" };
        return activity;
    }

    /// <summary>All of the board say something of one case in the same instant.</summary>
    private void Crowd()
    {
        var posts = Teams.Presented.ToList();
        if (posts.Count > 0)
        {
            var post = posts[Chance.Of($"crowd at {Timeline.Now.Ticks}").Below(posts.Count)];
            members.ToList().ForEach(member => member.SayAtOnce(post));
        }
    }

    /// <summary>How long somebody waits before the next thing they do.</summary>
    public TimeSpan Pause(Dice dice) => dice.Below(100) switch
    {
        < 50 => dice.Seconds(3, 60),
        < 80 => NextMinute(),
        < 95 => dice.Seconds(600, 10_000),
        _ => dice.Seconds(20_000, 70_000),
    };

    /// <summary>Several people do something at the full minute.</summary>
    private TimeSpan NextMinute() => TimeSpan.FromSeconds(65) - TimeSpan.FromTicks((Timeline.Now + TimeSpan.FromSeconds(5)).Ticks % TimeSpan.TicksPerMinute);

    public void Send(string who, JsonObject activity, Action<JsonObject?> over, bool atOnce = false)
    {
        Trace.Say($"{who}: {activity["text"] ?? activity["value"]?["action"]?["verb"] ?? activity["value"]?["verb"] ?? activity["type"]}");
        office.Send(who, activity, over, atOnce);
    }

    /// <summary>The storm, then the quiet after it.</summary>
    /// <returns>What is wrong afterwards.</returns>
    public IReadOnlyList<string> Run()
    {
        (network.Weather, office.Weather) = (weather, weather);
        Start();
        Timeline.In(TimeSpan.FromSeconds(1), Clinician.Name, clinician.Wake);
        foreach (var member in members)
        {
            Timeline.In(TimeSpan.FromMinutes(3), member.Name, member.Wake);
        }

        for (var crowd = 0; crowd < Crowds; crowd++)
        {
            Timeline.In(Chance.Of($"crowd {crowd}").Between(TimeSpan.Zero, Storm), "crowd", Crowd);
        }

        Until(Morning + Storm);
        (network.Weather, office.Weather) = (Weather.Quiet, Weather.Quiet);
        Until(Morning + Storm + TimeSpan.FromDays(1));
        if (bot is not { IsRunning: true })
        {
            Start();
        }

        return new Reckoning(this, bot!, network, clinician, members).Faults();
    }

    /// <summary>Sends something now that all is quiet, and lets everything come of it.</summary>
    public JsonObject? Ask(string who, JsonObject activity)
    {
        JsonObject? answer = null;
        Send(who, activity, reply => answer = reply);
        Until(Timeline.Now + TimeSpan.FromMinutes(1));
        return answer;
    }

    public void Dispose()
    {
        bot?.Dispose();
        folder.Delete(recursive: true);
    }

    private void Until(DateTimeOffset moment)
    {
        while (Timeline.Step(moment))
        {
            do
            {
                ThreadPoolQuiet.Wait();
            }
            while (scheduler.Run());

            network.Decide();
            if (isTripped)
            {
                Crash();
            }
        }
    }

    private static byte[] PrepareDatabase()
    {
        var place = Directory.CreateTempSubdirectory("cimentobot-simulation-");
        var file = Path.Combine(place.FullName, "new.db");
        using (var first = new BotProcess(file, new(Morning), new(), _ => { }, _ => false, _ => TimeSpan.Zero))
        {
            first.PrepareAsync().GetAwaiter().GetResult();
        }

        var bytes = File.ReadAllBytes(file);
        place.Delete(recursive: true);
        return bytes;
    }

    private void Start()
    {
        isTripped = false;
        bot?.Dispose();
        starts++;
        Trace.Say("the bot starts");
        bot = new(Database, Timeline, scheduler, network.Take, Ends, Slowness);
        bot.StartAsync().GetAwaiter().GetResult();
    }

    private void Crash()
    {
        if (bot is not { IsRunning: true })
        {
            return;
        }

        Trace.Say("the bot ends");
        isTripped = false;
        bot.Kill();
        office.Broken();
        Timeline.In(Chance.Of($"restart {starts}").Seconds(1, 30), "restart", Start);
    }

    private TimeSpan Slowness(string operation)
    {
        int time;
        lock (counting)
        {
            time = operations[operation];
        }

        var dice = Chance.Of($"slow {operation} {time}");
        return dice.Happens(network.Weather.Slow) ? dice.Seconds(0.001, 1) : TimeSpan.Zero;
    }

    /// <summary>Whether the bot ends before an operation on its store: that hangs on how often there was one of that name, whoever is first.</summary>
    private bool Ends(string operation)
    {
        int time;
        lock (counting)
        {
            time = operations[operation] = operations.GetValueOrDefault(operation) + 1;
        }

        isTripped |= starts < 12 && network.Weather != Weather.Quiet && Chance.Of($"{operation} {time}").Happens(weather.Stops);
        return isTripped;
    }
}
