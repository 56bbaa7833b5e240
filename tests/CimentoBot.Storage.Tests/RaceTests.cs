using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using NodaTime;

namespace CimentoBot.Storage.Tests;

/// <summary>Two instances on one database: of two who change the same thing on what both have read, one is told that it came second.</summary>
public sealed class RaceTests
{
    private const int Rounds = 10;
    private const int AtOnce = 8;

    private static readonly LocalDate Today = new(2026, 12, 10);

    private static CancellationToken None => CancellationToken.None;

    public sealed class Counter : IStoreItem
    {
        public int Value { get; set; }

        public string ETag { get; set; } = null!;
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task EveryChangeOfACaseIsThereWhicheverInstanceMadeIt(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(new("CB-7F3K", "owner", "chat", CaseStatus.Open, default, default, 0, "0"), None);

        await EachAsync(storage, async instance =>
        {
            var stored = (await instance.Cases.FindAsync("CB-7F3K", None))!;
            return await instance.Cases.TryUpdateAsync(stored with { Body = Next(stored.Body) }, [], None);
        });

        Assert.Equal($"{AtOnce * Rounds}", (await storage.Cases.FindAsync("CB-7F3K", None))!.Body);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task EveryChangeOfABoardIsThereWithItsMessage(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(new("CB-7F3K", "owner", "chat", CaseStatus.Finished, default, default, 0, "{}"), None);

        await EachAsync(storage, async instance =>
        {
            var stored = await instance.Boards.FindAsync("CB-7F3K", None)
                ?? new("CB-7F3K", "19:rcp@thread.tacv2", Today, "Posted", Today, Today, 0, "0");
            return await instance.Boards.TrySaveAsync(stored with { Body = Next(stored.Body) }, [OutboxMessage.New("CB-7F3K", "post", DateTimeOffset.UnixEpoch)], None);
        });

        Assert.Equal($"{AtOnce * Rounds}", (await storage.Boards.FindAsync("CB-7F3K", None))!.Body);
        Assert.Equal(AtOnce * Rounds, (await storage.Outbox.DueAsync(DateTimeOffset.MaxValue, 1000, None)).Count);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task EveryChangeOfAChannelIsThere(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        await EachAsync(storage, async instance =>
        {
            var stored = await instance.Channels.FindChannelAsync("19:rcp", None) ?? new("19:rcp", "team", "0", 0);
            return await instance.Channels.TrySaveChannelAsync(stored with { Body = Next(stored.Body) }, [], None);
        });

        Assert.Equal(new("19:rcp", "team", $"{AtOnce * Rounds}", AtOnce * Rounds), await storage.Channels.FindChannelAsync("19:rcp", None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task EveryChangeUnderAnETagIsThere(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider, typeof(Counter));

        await EachAsync(storage, instance => StoresAsync(instance, read => read as Counter ?? new(), counter => counter.Value++));

        Assert.Equal(AtOnce * Rounds, Assert.IsType<Counter>((await storage.State.ReadAsync(["key"]))["key"]).Value);
    }

    /// <summary>The framework's own dictionaries carry no ETag; the storage knows them again.</summary>
    [SkippableTheory]
    [EachDatabase]
    public async Task EveryChangeOfAConversationsStateIsThere(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.State.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["key"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["DialogState"] = new DialogState() },
        });

        await EachAsync(storage, instance => StoresAsync(
            instance,
            read => (Dictionary<string, object>)read!,
            state => ((DialogState)state["DialogState"]).DialogStack.Add(new DialogInstance { Id = "step" })));

        var kept = Assert.IsType<Dictionary<string, object>>((await storage.State.ReadAsync(["key"]))["key"]);
        Assert.Equal(AtOnce * Rounds, Assert.IsType<DialogState>(kept["DialogState"]).DialogStack.Count);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AConversationsStateIsSavedTwiceWithinATurn(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var state = new Dictionary<string, object>(StringComparer.Ordinal) { ["step"] = 1L };
        var changes = new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = state };
        await storage.State.WriteAsync(changes);
        state["step"] = 2L;
        await storage.State.WriteAsync(changes);

        Assert.Equal(2L, Assert.IsType<Dictionary<string, object>>((await storage.State.ReadAsync(["key"]))["key"])["step"]);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task OfTwoRostersThatAreWrittenAtOnceOneStandsWhole(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var other = storage.Another();
        for (var round = 0; round < Rounds; round++)
        {
            await storage.Channels.ReplaceRosterAsync("team", [new("left long ago", "user", "")], None);
            await Task.WhenAll(
                Task.Run(() => storage.Channels.ReplaceRosterAsync("team", [new("a", "user", ""), new("b", "user", "")], None)),
                Task.Run(() => other.Channels.ReplaceRosterAsync("team", [new("c", "user", ""), new("d", "user", "")], None)));

            var there = new List<string>();
            foreach (var person in new[] { "left long ago", "a", "b", "c", "d" })
            {
                if (await storage.Channels.FindMemberAsync("team", person, None) is not null)
                {
                    there.Add(person);
                }
            }

            Assert.Contains(string.Concat(there), new[] { "ab", "cd" });
        }
    }

    private static string Next(string body) => $"{int.Parse(body, System.Globalization.CultureInfo.InvariantCulture) + 1}";

    /// <summary>Reads, changes and writes; false where somebody else was faster.</summary>
    private static async Task<bool> StoresAsync<T>(StorageOfTheTest instance, Func<object?, T> read, Action<T> change)
        where T : class
    {
        var item = read((await instance.State.ReadAsync(["key"])).TryGetValue("key", out var kept) ? kept : null);
        change(item);
        try
        {
            await instance.State.WriteAsync(new Dictionary<string, object>(StringComparer.Ordinal) { ["key"] = item });
            return true;
        }
        catch (ArgumentException conflict) when (conflict.Message.StartsWith("Etag conflict.", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>Several on each of two instances, each of whom succeeds some times; whoever comes second begins again.</summary>
    private static Task EachAsync(StorageOfTheTest storage, Func<StorageOfTheTest, Task<bool>> change)
    {
        StorageOfTheTest[] instances = [storage, storage.Another()];
        return Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => Task.Run(async () =>
        {
            for (var done = 0; done < Rounds; done += await change(instances[number % 2]) ? 1 : 0)
            {
            }
        })));
    }
}
