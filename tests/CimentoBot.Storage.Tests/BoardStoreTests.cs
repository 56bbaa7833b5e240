using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Storage.Tests;

/// <summary>The cases before boards that are looked for by what they wait for.</summary>
public sealed class BoardStoreTests
{
    private static readonly LocalDate Today = new(2026, 12, 10);

    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task CasesComeInPagesInTheOrderOfTheirCodes(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await AddAsync(storage, Board("CB-3333"), Board("CB-2222"), Board("CB-4444"));

        Assert.Equal(["CB-2222", "CB-3333"], await CodesAfterAsync(storage, "", atMost: 2));
        Assert.Equal(["CB-4444"], await CodesAfterAsync(storage, "CB-3333", atMost: 2));
        Assert.Empty(await CodesAfterAsync(storage, "CB-4444", atMost: 2));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task TheCasesOfADaysSessionAndOfLaterOnesAreListedBySession(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await AddAsync(
            storage,
            Board("CB-2222") with { Session = Today.PlusDays(7) },
            Board("CB-3333") with { Stage = "Closed" },
            Board("CB-4444") with { Session = Today.PlusDays(-1) },
            Board("CB-5555") with { Channel = "19:another" });

        var listed = await storage.Boards.ListFromAsync("19:rcp@thread.tacv2", Today, None);
        Assert.Equal(["CB-3333", "CB-2222"], listed.Select(board => board.Code));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatIsLongOverComesOnlyInThatStage(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var old = Today.PlusDays(-1);
        await AddAsync(
            storage,
            Board("CB-2222") with { Session = old, Until = old },
            Board("CB-3333") with { Session = old, Until = old, Stage = "Suspended" },
            Board("CB-4444") with { Session = old, Until = Today },
            Board("CB-5555") with { Session = Today, Until = old });

        Assert.Equal(["CB-3333", "CB-4444", "CB-5555"], await CodesAfterAsync(storage, "", atMost: 10));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ACaseIsLookedAtOnceADayUntilItNoLongerChanges(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await AddAsync(
            storage,
            Board("CB-2222") with { LookedOn = Today },
            Board("CB-3333") with { LookedOn = Today.PlusDays(-1) },
            Board("CB-4444") with { LookedOn = Today.PlusDays(-1), Until = Today.PlusDays(-1) },
            Board("CB-5555") with { LookedOn = Today.PlusDays(-2), Until = Today });

        Assert.Equal(["CB-5555", "CB-3333"], (await storage.Boards.ToLookAtAsync(Today, 10, None)).Select(board => board.Code));
        Assert.Equal(["CB-5555"], (await storage.Boards.ToLookAtAsync(Today, 1, None)).Select(board => board.Code));
    }

    private static async Task<IEnumerable<string>> CodesAfterAsync(StorageOfTheTest storage, string code, int atMost) =>
        (await storage.Boards.ListAfterAsync(code, "Suspended", Today, atMost, None)).Select(board => board.Code);

    private static async Task AddAsync(StorageOfTheTest storage, params StoredBoard[] boards)
    {
        foreach (var board in boards)
        {
            await storage.Cases.TryAddAsync(new(board.Code, "owner", "chat", CaseStatus.Finished, default, default, 0, "{}"), None);
            Assert.True(await storage.Boards.TrySaveAsync(board, [], None));
        }
    }

    private static StoredBoard Board(string code) => new(code, "19:rcp@thread.tacv2", Today, "Posted", Today, Today, 0, "{}");
}
