using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Storage.Tests;

public sealed class BoardStoreTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task TheCasesOfADaysSessionAndOfLaterOnesAreListedBySession()
    {
        await using var storage = new StorageOfTheTest();
        await AddAsync(storage, "CB-2222", "19:one", new(2026, 12, 10));
        await AddAsync(storage, "CB-3333", "19:one", new(2026, 12, 3), stage: "Closed");
        await AddAsync(storage, "CB-4444", "19:one", new(2026, 12, 2));
        await AddAsync(storage, "CB-5555", "19:another", new(2026, 12, 3));

        var listed = await storage.Boards.ListFromAsync("19:one", new(2026, 12, 3), None);

        Assert.Equal(["CB-3333", "CB-2222"], listed.Select(board => board.Code));
    }

    private static async Task AddAsync(StorageOfTheTest storage, string code, string channel, LocalDate session, string stage = "Posted")
    {
        var now = new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);
        await storage.Cases.TryAddAsync(new(code, "owner", "chat", CaseStatus.Finished, now, now, 0, "{}"), None);
        Assert.True(await storage.Boards.TrySaveAsync(new(code, channel, session, stage, session, session, 0, "{}"), [], None));
    }
}
