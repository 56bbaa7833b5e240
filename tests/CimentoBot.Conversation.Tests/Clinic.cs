using System.Globalization;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Testing;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace CimentoBot.Conversation.Tests;

/// <summary>The real dialogs over a real SQLite file on a fixed day, spoken to through the Bot Framework's own test client.</summary>
internal sealed class Clinic : IDisposable
{
    public static readonly DateTimeOffset Morning = new(2026, 11, 30, 9, 0, 0, TimeSpan.FromHours(1));

    private readonly string folder = Directory.CreateTempSubdirectory("cimentobot-").FullName;
    private ServiceProvider services;
    private DialogTestClient client;

    private readonly bool isGroup;

    public Clinic(string locale = "en-US", bool isGroup = false)
    {
        Locale = locale;
        this.isGroup = isGroup;
        (services, client) = Open();
    }

    public string Locale { get; }

    public string User { get; set; } = "user1";

    /// <summary>Why the guideline is suspended, from the next start on; empty = it is not.</summary>
    public string Suspended { get; set; } = "";

    public FakeTimeProvider Clock { get; } = new(Morning);

    /// <summary>What happens while a card is being rewritten.</summary>
    public Func<Task> OnRewrite { get; set; } = () => Task.CompletedTask;

    /// <summary>What happens when something was sent, before the bot knows.</summary>
    public Func<Task> OnSent { get; set; } = () => Task.CompletedTask;

    public ICaseStore Store => services.GetRequiredService<ICaseStore>();

    public IOutbox Outbox => services.GetRequiredService<IOutbox>();

    public BoardCases Boards => services.GetRequiredService<BoardCases>();

    public INotebook Notebook => services.GetRequiredService<INotebook>();

    public Desk Desk => services.GetRequiredService<Desk>();

    /// <summary>Sends what is due to a channel.</summary>
    public OutboxSender SenderTo(BotAdapter channel)
    {
        var thread = new BoardThread(channel, Notebook, Desk.Settings);
        var poster = new BoardPoster(
            Desk, Cases, services.GetRequiredService<BoardDesk>(), Boards, services.GetRequiredService<BoardDirectory>(), new(Notebook), thread, Clock,
            NullLogger<BoardPoster>.Instance);
        var agenda = new AgendaPoster(
            Desk, services.GetRequiredService<BoardAgenda>(), Boards, services.GetRequiredService<BoardDirectory>(), thread, Outbox, Clock, NullLogger<AgendaPoster>.Instance);
        return new(Desk, services.GetRequiredService<BoardKeeper>(), Outbox, [poster, agenda], Clock, NullLogger<OutboxSender>.Instance);
    }

    public CaseDesk Cases => services.GetRequiredService<CaseDesk>();

    /// <summary>The last card that took an answer or showed a verdict.</summary>
    public JObject? Card { get; private set; }

    /// <summary>Stops the bot and starts it again on the same file.</summary>
    public void Restart()
    {
        services.Dispose();
        (services, client) = Open();
    }

    public Task<IReadOnlyList<Activity>> SayAsync(string text) => SendAsync(new Activity(ActivityTypes.Message) { Text = text });

    /// <summary>Presses a button of the last card, with these inputs.</summary>
    public Task<IReadOnlyList<Activity>> PressAsync(string verb, IReadOnlyDictionary<string, string>? inputs = null, string? section = null) =>
        SendAsync(new Activity(ActivityTypes.Message) { Value = Submission(Card!, verb, inputs, section) });

    /// <summary>What a card's button sends.</summary>
    public static JObject Submission(JObject card, string verb, IReadOnlyDictionary<string, string>? inputs = null, string? section = null)
    {
        var action = card.SelectTokens("$..actions[*]").First(action =>
            (string?)action["data"]?["verb"] == verb && (section is null || (string?)action["data"]!["section"] == section));
        var value = (JObject)action["data"]!.DeepClone();
        foreach (var (id, input) in inputs ?? new Dictionary<string, string>())
        {
            value[id] = input;
        }

        return value;
    }

    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity)
    {
        activity.Locale = Locale;
        activity.ChannelId = "msteams";
        activity.ServiceUrl = "https://test.com";
        activity.From = new ChannelAccount(User) { AadObjectId = User };
        activity.Recipient = new ChannelAccount("bot");
        var first = await client.SendActivityAsync<Activity>(activity, CancellationToken.None);
        var replies = new List<Activity>();
        for (var reply = first; reply is not null; reply = client.GetNextReply<Activity>())
        {
            replies.Add(reply);
            if (reply.Attachments is { Count: > 0 } && reply.Attachments[0].Content is JObject card && card["actions"] is not null)
            {
                Card = card;
            }
        }

        return replies;
    }

    /// <summary>Everything that a reader sees in a reply.</summary>
    public static string Shown(Activity reply) => Seen(reply).Replace('\u00a0', ' ').Replace('\u202f', ' ');

    private static string Seen(Activity reply) => reply.Attachments is { Count: > 0 } && reply.Attachments[0].Content is JObject card
        ? "[carte] " + string.Join(" ¶ ", Texts(card))
        : reply.Text ?? "";

    public static IEnumerable<string> Texts(JToken card) => card.SelectTokens("$..*")
        .OfType<JProperty>().Concat(card.SelectTokens("$..*").OfType<JObject>().SelectMany(element => element.Properties()))
        .Where(property => property.Name is "text" or "label" or "title" or "placeholder" && property.Value.Type is JTokenType.String)
        .Select(property => (string)property.Value!);

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Channel(Clinic clinic) : TestAdapter("msteams")
    {
        public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
        {
            var sent = await base.SendActivitiesAsync(turnContext, activities, cancellationToken);
            await clinic.OnSent();
            return sent;
        }

        public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
        {
            await clinic.OnRewrite();
            return await base.UpdateActivityAsync(turnContext, activity, cancellationToken);
        }
    }

    /// <summary>No public address is configured.</summary>
    private sealed class NoLinks : ISheetLinks
    {
        public SheetAddresses? For(string code) => null;

        public Uri? For(MinutesSheet minutes) => null;
    }

    private (ServiceProvider Services, DialogTestClient Client) Open()
    {
        var settings = new BotSettings
        {
            Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
            Boards = [new("19:rcp@thread.tacv2", "RCP os")],
            Suspended = Suspended,
        };
        var provider = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            .AddCimentoStorage(new() { ConnectionString = $"Data Source={Path.Combine(folder, "cimentobot.db")}" })
            .AddCimentoConversation(settings)
            .AddSingleton<ISheetLinks>(new NoLinks())
            .BuildServiceProvider();
        var conversations = new ConversationState(provider.GetRequiredService<IStorage>());
        var test = new Channel(this) { Locale = Locale };
        test.Conversation.Conversation.IsGroup = isGroup;
        test.Use(new AutoSaveStateMiddleware(conversations));
        return (provider, new DialogTestClient(test, provider.GetRequiredService<CimentoBotDialog>(), null, null, conversations));
    }
}
