using System.Net;
using CimentoBot.Playground.Processes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Faults.Tests.World;

/// <summary>Several interviews at once, with a bot that comes and goes. Another begins where one ends.</summary>
internal sealed class Clinic : IAsyncDisposable
{
    /// <summary>What was said in an interview is forgotten when so many others have ended since: late messages may still be rewritten.</summary>
    private const int Remembered = 40;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private readonly FakeConnector connector;
    private readonly Store store;
    private readonly Chance chance;
    private readonly DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
    private readonly Lock changing = new();
    private readonly Story?[] places;
    private readonly Queue<Story> ended = [];
    private int begun;
    private int turns;
    private int excuses;
    private int events;

    private Clinic(FakeConnector connector, Store store, int seed, int atOnce)
    {
        this.connector = connector;
        this.store = store;
        chance = new(seed);
        places = new Story?[atOnce];
        connector.Answer = _ =>
        {
            Happen();
            return null;
        };
    }

    /// <summary>Called with the number of events since the last <see cref="Count"/>: something was sent to the bot, or by it.</summary>
    public Action<int> Happened { get; set; } = _ => { };

    /// <summary>One in so many interviews goes to the board.</summary>
    public int OneInPresents { get; init; } = 1;

    public Ledger Ledger { get; } = new();

    /// <summary>How many turns were answered.</summary>
    public int Turns => turns;

    /// <summary>How many of them with an excuse, or with a word that it was taken before.</summary>
    public int Excuses => excuses;

    public static async Task<Clinic> OpenAsync(Store store, int seed, int atOnce = 4, int oneInPresents = 1)
    {
        var teams = await FakeConnector.StartAsync();
        foreach (var one in Enumerable.Range(0, Story.People))
        {
            teams.Members.Add(new(FormattableString.Invariant($"29:clinician-{one}"), "Member"));
        }

        return new(teams, store, seed, atOnce) { OneInPresents = oneInPresents };
    }

    /// <summary>Events are counted from here on.</summary>
    public void Count() => Interlocked.Exchange(ref events, 0);

    /// <summary>Plays until the bot ends, or until everything is over and nothing more is to begin.</summary>
    /// <param name="bot">Who is talked with.</param>
    /// <param name="goesOn">Whether another interview is to begin; asked whenever one is over.</param>
    public Task PlayAsync(BotProcess bot, Func<bool> goesOn) => Task.WhenAll(Enumerable.Range(0, places.Length).Select(place => Task.Run(async () =>
    {
        while (bot.IsRunning && (places[place] ??= goesOn() ? Begin() : null) is { } story && await GoOnAsync(bot, story))
        {
            if (story.IsOver)
            {
                End(story);
                places[place] = null;
            }
        }
    })));

    /// <summary>Whatever is going on now may be hit by what happens to the bot or to its database.</summary>
    public void Hit()
    {
        foreach (var story in places)
        {
            story?.Hit();
        }
    }

    /// <summary>Waits until nothing waits in the outbox, and says what the store holds that people were told otherwise.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync()
    {
        if (!await Until.TrueAsync(async _ => await store.WaitingAsync() == 0, Patience, CancellationToken.None))
        {
            return ["the outbox does not become empty"];
        }

        while (ended.TryDequeue(out var story))
        {
            Ledger.Close(story, connector);
        }

        return await Ledger.FaultsAsync(store);
    }

    public ValueTask DisposeAsync() => connector.DisposeAsync();

    private Story Begin()
    {
        var number = Interlocked.Increment(ref begun);
        return new(connector, number, chance, today) { Presents = number % OneInPresents == 0 };
    }

    private void End(Story story)
    {
        lock (changing)
        {
            ended.Enqueue(story);
            if (ended.Count > Remembered)
            {
                Ledger.Close(ended.Dequeue(), connector);
            }
        }
    }

    /// <returns>Whether the bot is still there.</returns>
    private async Task<bool> GoOnAsync(BotProcess bot, Story story)
    {
        try
        {
            Happen();
            if (!await story.GoOnAsync(bot))
            {
                return await Until.TrueAsync(() => story.Posts.Any() || story.MayAskAgain || !bot.IsRunning, Patience, CancellationToken.None) ? bot.IsRunning
                    : throw new InvalidOperationException($"{story.Code} does not reach the board.");
            }

            Interlocked.Increment(ref turns);
            if (story.IsExcused)
            {
                Interlocked.Increment(ref excuses);
                await Until.TrueAsync(async _ => await bot.GetAsync("/readyz") is HttpStatusCode.OK, Patience, CancellationToken.None);
            }

            return true;
        }
        catch (HttpRequestException) when (!bot.IsRunning)
        {
            return false;
        }
    }

    private void Happen() => Happened(Interlocked.Increment(ref events));
}
