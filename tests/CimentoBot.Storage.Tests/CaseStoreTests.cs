using System.Data.Common;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage.Tests;

public sealed class CaseStoreTests
{
    private static readonly DateTimeOffset Start = new DateTimeOffset(2026, 11, 20, 9, 30, 15, TimeSpan.FromHours(1)).AddTicks(1234567);

    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task ACaseComesBackAsItWasSaved(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var saved = Case("CB-7F3K", body: """{ "é": "'; DROP TABLE cases; --" }""");

        Assert.True(await storage.Cases.TryAddAsync(saved, None));

        Assert.Equal(saved with { Version = 1 }, await storage.Cases.FindAsync("CB-7F3K", None));
        Assert.Null(await storage.Cases.FindAsync("CB-2222", None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ACodeIsTakenOnce(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        Assert.True(await storage.Cases.TryAddAsync(Case("CB-7F3K", owner: "first"), None));
        Assert.False(await storage.Cases.TryAddAsync(Case("CB-7F3K", owner: "second"), None));

        Assert.Equal("first", (await storage.Cases.FindAsync("CB-7F3K", None))!.Owner);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task CasesAndMessagesSurviveARestart(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(Case("CB-7F3K"), None);
        var changed = Case("CB-7F3K", status: CaseStatus.Finished, version: 1);
        var message = Message("CB-7F3K", Start);
        await storage.Cases.TryUpdateAsync(changed, [message], None);

        await storage.RestartAsync();

        Assert.Equal(changed with { Version = 2 }, await storage.Cases.FindAsync("CB-7F3K", None));
        Assert.Equal([message], await storage.Outbox.DueAsync(Start, 10, None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AUsersCasesComeNewestFirstAndNobodyElses(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(Case("CB-2222", startedAt: Start.AddTicks(1)), None);
        await storage.Cases.TryAddAsync(Case("CB-3333", startedAt: Start.AddDays(1)), None);
        await storage.Cases.TryAddAsync(Case("CB-4444", startedAt: Start), None);
        await storage.Cases.TryAddAsync(Case("CB-5555", owner: "another"), None);

        var listed = await storage.Cases.ListAsync("owner", 2, None);

        Assert.Equal(["CB-3333", "CB-2222"], listed.Select(stored => stored.Code));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task EverybodysCasesComePageByPageInTheOrderOfTheirCodes(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(Case("CB-4444", owner: "another", status: CaseStatus.Finished), None);
        await storage.Cases.TryAddAsync(Case("CB-2222", startedAt: Start.AddDays(1)), None);
        await storage.Cases.TryAddAsync(Case("CB-3333", status: CaseStatus.Cancelled), None);

        var first = await storage.Cases.ListAfterAsync("", 2, None);
        var second = await storage.Cases.ListAfterAsync(first[^1].Code, 2, None);

        Assert.Equal(["CB-2222", "CB-3333"], first.Select(stored => stored.Code));
        Assert.Equal(Case("CB-4444", owner: "another", status: CaseStatus.Finished) with { Version = 1 }, Assert.Single(second));
        Assert.Empty(await storage.Cases.ListAfterAsync("CB-4444", 2, None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task OfTwoUpdatesOfTheSameVersionOneWinsAndTheOtherWritesNothing(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(Case("CB-7F3K"), None);

        var won = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => storage.Cases.TryUpdateAsync(
            Case("CB-7F3K", version: 1, body: $"{number}"), [Message("CB-7F3K", Start)], None))));

        Assert.Single(won, true);
        Assert.Single(await storage.Outbox.DueAsync(Start, 100, None));
        var stored = (await storage.Cases.FindAsync("CB-7F3K", None))!;
        Assert.Equal(2, stored.Version);
        Assert.Equal(Array.IndexOf(won, true).ToString(System.Globalization.CultureInfo.InvariantCulture), stored.Body);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ACaseThatIsNotThereIsNotUpdated(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        Assert.False(await storage.Cases.TryUpdateAsync(Case("CB-7F3K", version: 1), [Message("CB-7F3K", Start)], None));
        Assert.Empty(await storage.Outbox.DueAsync(Start, 10, None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AChangeWhoseMessageCannotBeWrittenIsNotWrittenEither(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.Cases.TryAddAsync(Case("CB-7F3K"), None);

        var message = Message("CB-7F3K", Start);
        await Assert.ThrowsAnyAsync<DbException>(() =>
            storage.Cases.TryUpdateAsync(Case("CB-7F3K", version: 1, body: "changed"), [message, message], None));

        Assert.Equal(1, (await storage.Cases.FindAsync("CB-7F3K", None))!.Version);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AHundredWritersAtOnceAllWrite(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);

        var added = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(async () =>
        {
            var code = $"CB-{number:D4}";
            return await storage.Cases.TryAddAsync(Case(code), None)
                && await storage.Cases.TryUpdateAsync(Case(code, version: 1), [Message(code, Start)], None);
        })));

        Assert.All(added, Assert.True);
        Assert.Equal(100, (await storage.Outbox.DueAsync(Start, 1000, None)).Count);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WritersOfAnotherProcessAreWaitedFor(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await storage.PrepareAsync();
        await using var other = await storage.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using var insert = other.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO cases VALUES ('CB-7F3K', 'another', 'chat', 'Open', '', '', 1, '{}')";
        await insert.ExecuteNonQueryAsync();

        var adding = Task.Run(() => storage.Cases.TryAddAsync(Case("CB-7F3K"), None));
        var read = await storage.Cases.FindAsync("CB-7F3K", None);
        Assert.False(adding.IsCompleted);
        await transaction.RollbackAsync();

        Assert.Null(read);
        Assert.True(await adding);
    }

    private static OutboxMessage Message(string code, DateTimeOffset dueAt) => new(Guid.NewGuid(), code, "post", dueAt);

    private static StoredCase Case(
        string code,
        string owner = "owner",
        CaseStatus status = CaseStatus.Open,
        DateTimeOffset? startedAt = null,
        long version = 0,
        string body = "{}") => new(code, owner, "chat", status, startedAt ?? Start, Start.AddHours(1), version, body);
}
