using System.Net;
using System.Text.Json.Nodes;
using CimentoBot.Playground.Processes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Faults.Tests.World;

/// <summary>One clinician with the real bot, on a day on which something goes wrong.</summary>
internal sealed class Ward : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly HttpClient client = new();
    private readonly Dictionary<string, string> answered = new(StringComparer.Ordinal);

    private Ward(FakeConnector connector, BotProcess bot, Store store)
    {
        Connector = connector;
        Bot = bot;
        Store = store;
    }

    public FakeConnector Connector { get; }

    public BotProcess Bot { get; }

    public Store Store { get; }

    public BotConversation Clinician { get; private set; } = null!;

    /// <summary>The case whose card waits.</summary>
    public string Code => CardReading.Action(Clinician.CardWith("answer")!, "Action.Submit", "answer")!["data"]!["case"]!.ToString();

    public static async Task<Ward> OpenAsync(Store store)
    {
        // The case's dates are of that day.
        var ward = new Ward(await FakeConnector.StartAsync(), BotProcess.Start(store, ("Bot__Today", TypicalCase.Today)), store);
        await ward.Bot.ListensAsync();
        ward.client.BaseAddress = ward.Bot.Url;
        ward.Clinician = new(ward.client, ward.Connector, new());
        return ward;
    }

    /// <summary>The next cards are answered.</summary>
    public async Task AnswerAsync(int cards)
    {
        for (var card = 0; card < cards; card++)
        {
            Assert.NotNull((await AnswerAsync()).Replies[0].Card);
        }
    }

    /// <summary>The card that waits is asked for again, and the rest of the interview is answered; its answers all stand in the store.</summary>
    public async Task FinishAsync()
    {
        await Store.EndLeasesAsync();
        Assert.Contains((await Clinician.SendTextAsync("reprendre")).Replies, reply => reply.Card is not null);
        for (var cards = 0; Clinician.CardWith("answer") is not null; cards++)
        {
            Assert.InRange(cards, 0, 12);
            await AnswerAsync();
        }

        Assert.NotNull(Clinician.CardWith("case.post"));
        var row = Assert.Single(await Store.BodiesAsync("cases"));
        var facts = JsonNode.Parse(row.Body)!["facts"]!.AsObject();
        foreach (var (path, value) in answered.Where(fact => FactText.Compares(fact.Key)))
        {
            Assert.Equal(FactText.Of(value), FactText.Of(facts, path));
        }
    }

    /// <summary>What the bot says when it cannot use its database: to a message, and beneath a card.</summary>
    public async Task ToldAsync(string code)
    {
        await ToldToAMessageAsync();
        await ToldBeneathACardAsync(code);
    }

    public async Task ToldToAMessageAsync() =>
        Assert.Contains("base de données", Assert.Single((await Clinician.SubmitAsync("answer", TypicalCase.Facts)).Replies).Text, StringComparison.Ordinal);

    public async Task ToldBeneathACardAsync(string code)
    {
        var pressed = await Clinician.InvokeValueAsync("case.show", new() { ["case"] = code });
        Assert.Equal(500, pressed.ReplyStatus);
        Assert.Contains("base de données", pressed.Body, StringComparison.Ordinal);
    }

    public async Task IsReadyAsync(bool ready) => Assert.True(await Until.TrueAsync(
        async _ => await Bot.GetAsync("/readyz") == (ready ? HttpStatusCode.OK : HttpStatusCode.ServiceUnavailable), Patience, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await Bot.DisposeAsync();
        await Connector.DisposeAsync();
    }

    /// <summary>The card that waits is answered.</summary>
    private Task<Turn> AnswerAsync()
    {
        foreach (var (id, value) in CardReading.Filled(Clinician.CardWith("answer")!, TypicalCase.Facts))
        {
            answered[id] = value;
        }

        return Clinician.SubmitAsync("answer", TypicalCase.Facts);
    }
}
