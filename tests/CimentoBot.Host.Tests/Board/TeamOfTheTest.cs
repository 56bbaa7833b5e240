using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CimentoBot.Conversation;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Messages;
using CimentoBot.Playground.Tour;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The bot on a real socket, a connector on another, a team with a board's channel and the people in it, on a clock of the test's.</summary>
internal sealed class TeamOfTheTest : IAsyncDisposable
{
    public const string Channel = "19:rcp@thread.tacv2";
    public const string Session = "2026-12-03";

    private static readonly (string Key, string Value)[] ConfiguredBoard = [("Board:Channels:0:Id", Channel), ("Board:Channels:0:Name", "RCP os")];

    private static readonly DateTimeOffset Morning = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly List<HttpClient> clients = [];
    private readonly List<RunningHost> others = [];
    private readonly DirectoryInfo folder;

    private TeamOfTheTest(FakeConnector connector, RunningHost host, FakeTimeProvider clock, DirectoryInfo folder)
    {
        Connector = connector;
        Host = host;
        Clock = clock;
        this.folder = folder;
    }

    public FakeConnector Connector { get; }

    public RunningHost Host { get; private set; }

    public FakeTimeProvider Clock { get; }

    public string DatabaseFile => Path.Combine(folder.FullName, "bot.db");

    /// <summary>Every activity that people sent, as it went over the wire.</summary>
    public ConcurrentQueue<string> Sent { get; } = [];

    /// <summary>How often each activity is delivered: when the first time was answered, again at once.</summary>
    public int Times { get; set; } = 1;

    public BoardCases Boards => Host.Services.GetRequiredService<BoardCases>();

    public static Task<TeamOfTheTest> StartAsync(params (string Key, string Value)[] settings) => StartAtAsync(Morning, settings);

    /// <summary>The same at another moment.</summary>
    public static Task<TeamOfTheTest> StartAtAsync(DateTimeOffset now, params (string Key, string Value)[] settings) =>
        StartWithoutBoardAsync(now, [.. ConfiguredBoard, .. settings]);

    /// <summary>A bot that nobody has told of a board, and that is in no team yet.</summary>
    public static Task<TeamOfTheTest> StartWithoutBoardAsync(params (string Key, string Value)[] settings) => StartWithoutBoardAsync(Morning, settings);

    /// <summary>The same with more services.</summary>
    public static Task<TeamOfTheTest> StartAsync(Action<IServiceCollection> configure, params (string Key, string Value)[] settings) =>
        StartWithoutBoardAsync(Morning, [.. ConfiguredBoard, .. settings], configure);

    private static async Task<TeamOfTheTest> StartWithoutBoardAsync(
        DateTimeOffset now, (string Key, string Value)[] settings, Action<IServiceCollection>? configure = null)
    {
        var connector = await FakeConnector.StartAsync();
        connector.Channels["team-oncologie-osseuse"] = "";
        connector.Channels[Channel] = "RCP os";
        var clock = new FakeTimeProvider(now);
        var place = Directory.CreateTempSubdirectory("cimentobot-team-");
        return new(connector, await OpenAsync(clock, place, settings, configure), clock, place);
    }

    /// <summary>Stops the bot and starts it again on the same file; people have to be asked for anew.</summary>
    public async Task RestartAsync(params (string Key, string Value)[] settings)
    {
        await StopAsync();
        await StartAgainAsync(settings);
    }

    public ValueTask StopAsync() => Host.DisposeAsync();

    public async Task StartAgainAsync(params (string Key, string Value)[] settings) =>
        Host = await OpenAsync(Clock, folder, [.. ConfiguredBoard, .. settings]);

    /// <summary>Another instance of the bot, for the same people. The file is the same one, or the settings name a server.</summary>
    public async Task<RunningHost> JoinAsync(params (string Key, string Value)[] settings)
    {
        var another = await OpenAsync(Clock, folder, [.. ConfiguredBoard, .. settings]);
        others.Add(another);
        return another;
    }

    /// <summary>The same person, whom a load balancer leads to another instance.</summary>
    public BotConversation At(RunningHost instance, BotConversation person) => Talk(person.Person, passesTime: false, instance);

    /// <summary>Somebody in a private chat with the bot.</summary>
    public BotConversation Chat(string name, string role = "user") => Talk(Person(name, role) with { Conversation = BotConversation.PersonalChat + "-" + name });

    /// <summary>Somebody in the thread that the bot opened last, or in the channel.</summary>
    public BotConversation InThread(string name, string role = "user", string? conversation = null, bool passesTime = true) =>
        Talk(Person(name, role) with { Conversation = conversation ?? Post?.Conversation ?? Channel }, passesTime);

    /// <summary>Somebody who is known, in a conversation of the test's.</summary>
    public BotConversation Talking(Person person) => Talk(person);

    /// <summary>Somebody who stands in no roster.</summary>
    public BotConversation Stranger(string name) => Talk(new Person { Id = "29:" + name, Name = name, ObjectId = name, Conversation = Post!.Conversation });

    /// <summary>The board's message as it stands.</summary>
    public Delivery? Post => Connector.Deliveries.LastOrDefault(delivery =>
        delivery.Card is not null && delivery.Conversation.StartsWith(Channel + ";messageid=", StringComparison.Ordinal));

    public string Card => Text(Post!.Card!);

    /// <summary>The messages of all cases in the channel as they stand.</summary>
    public IReadOnlyList<Delivery> Posts => [.. Connector.Deliveries
        .Where(delivery => delivery.Card is not null && delivery.Conversation.StartsWith(Channel + ";messageid=", StringComparison.Ordinal))
        .GroupBy(delivery => delivery.ActivityId).Select(versions => versions.Last())];

    /// <summary>Everything that can be read on a card.</summary>
    public static string Text(JsonObject card) => string.Join('\n', CardText.Lines(card, unfolded: true)).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>What is to leave within the hour.</summary>
    public Task<IReadOnlyList<OutboxMessage>> OutboxAsync() =>
        Host.Services.GetRequiredService<IOutbox>().DueAsync(Clock.GetUtcNow().AddHours(1), 1000, CancellationToken.None);

    /// <summary>Whether a text stands anywhere in the database file or its log.</summary>
    public async Task<bool> StoresAsync(string text)
    {
        Assert.True(File.Exists(DatabaseFile));
        foreach (var file in new[] { DatabaseFile, DatabaseFile + "-wal" }.Where(File.Exists))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.UTF8);
            if ((await reader.ReadToEndAsync()).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Teams tells the bot something of its own accord.</summary>
    public async Task TellAsync(BotConversation where, string type, Action<JsonObject> with)
    {
        var activity = where.Person.Activity(type, Connector.ServiceUrl);
        with(activity);
        Assert.Equal(200, (await where.PostAsync(activity)).Status);
    }

    /// <summary>Lets time pass and everything leave that is due then.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        var sending = Host.Services.GetRequiredService<OutboxSender>().SendDueAsync(CancellationToken.None);
        while (await Task.WhenAny(sending, Task.Delay(TimeSpan.FromMilliseconds(20))) != sending)
        {
            // A call that is to be repeated, or has to wait its turn, waits on this clock.
            Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await sending;
    }

    /// <summary>The same until a moment: everything that is due on the way leaves at its time, but for what waits while the guideline is suspended.</summary>
    public async Task UntilAsync(DateTimeOffset moment)
    {
        var outbox = Host.Services.GetRequiredService<IOutbox>();
        DateTimeOffset? waits = null;
        while (await outbox.NextDueAsync(CancellationToken.None) is { } next && next < moment && next != waits)
        {
            waits = next <= Clock.GetUtcNow() ? next : null;
            await PassAsync(next > Clock.GetUtcNow() ? next - Clock.GetUtcNow() : TimeSpan.Zero);
        }

        var rest = moment - Clock.GetUtcNow();
        await PassAsync(rest > TimeSpan.Zero ? rest : TimeSpan.Zero);
    }

    public Task SettleAsync() => PassAsync(TimeSpan.FromSeconds(2));

    /// <summary>An interview from the first message to the verdict.</summary>
    /// <returns>The case's code.</returns>
    public static async Task<string> InterviewAsync(BotConversation clinician, params (string Id, string Value)[] others)
    {
        var facts = new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal);
        foreach (var (id, value) in others)
        {
            facts[id] = value;
        }

        await clinician.SendTextAsync("nouveau");
        for (var cards = 0; clinician.CardWith("answer") is not null; cards++)
        {
            Assert.InRange(cards, 0, 12);
            await clinician.SubmitAsync("answer", facts);
        }

        return (string)CardReading.Action(clinician.CardWith("case.post")!, "Action.Execute", "case.post")!["data"]!["case"]!;
    }

    /// <summary>The case in the board's channel, on the session of 3 December.</summary>
    public Task<string> PresentedAsync(BotConversation clinician, params (string Id, string Value)[] others) =>
        PresentedOnAsync(Session, "", clinician, others);

    /// <summary>The case in the board's channel, on another session or with a question.</summary>
    public async Task<string> PresentedOnAsync(string session, string question, BotConversation clinician, params (string Id, string Value)[] others)
    {
        var code = await InterviewAsync(clinician, others);
        await clinician.InvokeValueAsync("case.post", new JsonObject { ["case"] = code, ["board"] = Channel, ["session"] = session, ["question"] = question });
        await SettleAsync();
        return code;
    }

    /// <summary>A case in the board's channel, on a session.</summary>
    public async Task PresentAsync(BotConversation clinician, string code, string session)
    {
        await clinician.InvokeValueAsync("case.post", new JsonObject { ["case"] = code, ["board"] = Channel, ["session"] = session, ["question"] = "" });
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }

        foreach (var other in others)
        {
            await other.DisposeAsync();
        }

        await Host.DisposeAsync();
        await Connector.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static Task<RunningHost> OpenAsync(
        FakeTimeProvider clock, DirectoryInfo place, (string Key, string Value)[] settings, Action<IServiceCollection>? more = null) => RunningHost.StartAsync(
        new Dictionary<string, string?>(
            settings.Append(("Storage:ConnectionString", $"Data Source={Path.Combine(place.FullName, "bot.db")}"))
                .DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, (string?)pair.Item2)),
            StringComparer.Ordinal),
        configure: services =>
        {
            services.AddSingleton<TimeProvider>(clock);
            services.AddTransient<IBot, CimentoBotActivityHandler>();

            // The test itself lets the outbox leave, when its clock says so.
            services.Remove(services.First(service => service.ImplementationType == typeof(OutboxWorker)));
            more?.Invoke(services);
        });

    /// <summary>Nobody types twice in the same instant: the rates that Teams allows in a chat would have the second wait for a clock that stands.</summary>
    private sealed class TimePasses(TeamOfTheTest team, bool passes) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            team.Clock.Advance(passes ? TimeSpan.FromSeconds(5) : TimeSpan.Zero);
            var body = await request.Content!.ReadAsStringAsync(cancellationToken);
            team.Sent.Enqueue(body);
            var answer = await base.SendAsync(request, cancellationToken);
            for (var time = 1; time < team.Times; time++)
            {
                using var again = new HttpRequestMessage(request.Method, request.RequestUri) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
                using var second = await base.SendAsync(again, cancellationToken);
            }

            return answer;
        }
    }

    private Person Person(string name, string role)
    {
        if (Connector.Members.All(member => member.Name != name))
        {
            Connector.Members.Add(new("29:" + name, name, role));
        }

        return new() { Id = "29:" + name, Name = name, ObjectId = "object-" + name };
    }

    private BotConversation Talk(Person person, bool passesTime = true, RunningHost? instance = null)
    {
        var client = new HttpClient(new TimePasses(this, passesTime)) { BaseAddress = (instance ?? Host).Client.BaseAddress };
        clients.Add(client);
        return new(client, Connector, person);
    }
}
