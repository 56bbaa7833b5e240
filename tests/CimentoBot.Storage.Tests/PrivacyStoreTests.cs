using System.Data.Common;
using CimentoBot.Conversation.Ports;
using NodaTime;

namespace CimentoBot.Storage.Tests;

/// <summary>Who is forgotten is nowhere left, what was kept for long enough goes, and the audit stays, on both databases.</summary>
public sealed class PrivacyStoreTests
{
    private const string Own = "CB-7F3K";
    private const string Elsewhere = "CB-8G4M";
    private const string Alone = "CB-9H5N";

    private static readonly LocalDate Today = new(2026, 12, 10);
    private static readonly DateTimeOffset Now = new(2026, 12, 10, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task ThePersonGoesAndWhatBoardsHaveStaysUnderAPseudonym(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await FillAsync(storage);

        var forgotten = await storage.Personal.ForgetAsync(Forgetting("person"), None);

        Assert.Equal(new(Deleted: 1, Kept: 1, Elsewhere: 1), forgotten);
        Assert.Null(await storage.Cases.FindAsync(Alone, None));
        Assert.NotEqual("person", (await storage.Cases.FindAsync(Own, None))!.Owner);
        Assert.DoesNotContain("person", (await storage.Boards.FindAsync(Elsewhere, None))!.Body, StringComparison.Ordinal);
        Assert.Null(await storage.Channels.FindMemberAsync("19:rcp", "person", None));
        Assert.NotNull(await storage.Channels.FindMemberAsync("19:rcp", "another", None));
        Assert.Equal((0, 0, 0), await LeftOfAsync(storage, "person"));
        Assert.DoesNotContain(await storage.Audit.ListAfterAsync("", DateTimeOffset.MinValue, 100, None), line => line.Who == "person");
        Assert.Equal(1L, Convert.ToInt64(await storage.AskAsync("SELECT COUNT(*) FROM audit WHERE action = 'Post'"), System.Globalization.CultureInfo.InvariantCulture));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatABoardSaysWhileSomebodyIsForgottenIsNotLost(StorageProvider provider)
    {
        const int Saves = 200;
        await using var storage = new StorageOfTheTest(provider);
        await FillAsync(storage);

        var forgetting = Enumerable.Range(0, 10).Select(_ => Task.Run(() => storage.Another().Personal.ForgetAsync(Forgetting("person"), None))).ToList();
        var added = 0;

        // A number of them, not until all have ended: SQLite's writers do not queue, and one without a pause may keep others out for good.
        for (var save = 0; save < Saves; save++)
        {
            var board = (await storage.Boards.FindAsync(Elsewhere, None))!;
            added += await storage.Boards.TrySaveAsync(board with { Body = board.Body + "+" }, [], [], None) ? 1 : 0;
        }

        await Task.WhenAll(forgetting);
        var body = (await storage.Boards.FindAsync(Elsewhere, None))!.Body;
        Assert.Equal(added, body.Count(letter => letter == '+'));
        Assert.DoesNotContain("\"person\"", body, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ACaseThatWasSavedSinceItWasReadIsNotDeletedForItsAge(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await FillAsync(storage);
        var old = await storage.Retention.ListOldAsync("", Now.AddDays(1), Today.PlusDays(1), 10, None);
        Assert.Equal([Own, Elsewhere, Alone], old.Select(aged => aged.Case.Code));

        await storage.Cases.TryUpdateAsync(old[0].Case with { Body = "changed" }, [], [], None);
        await storage.Boards.TrySaveAsync(old[1].Board! with { Body = "changed" }, [], [], None);

        Assert.False(await storage.Retention.TryDeleteAsync(old[0], Now, None));
        Assert.False(await storage.Retention.TryDeleteAsync(old[1], Now, None));
        Assert.True(await storage.Retention.TryDeleteAsync(old[2], Now, None));
        Assert.Empty(await storage.Retention.ListOldAsync(Elsewhere, Now.AddDays(1), Today.PlusDays(1), 10, None));
        await storage.Retention.SweepAsync(Now, None);
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task WhatACardsActionWasAnsweredGoesWithItsCase(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await FillAsync(storage);
        var about = new TurnTicket("place", "delivery", "holder");
        await storage.Turns.EnterAsync(about, Now, Now.AddMinutes(1), None);
        await storage.Turns.LeaveAsync(about, $"{{ \"case\": \"{Alone}\" }}", Now, None);

        await storage.Personal.ForgetAsync(Forgetting("person"), None);

        Assert.Equal(new TurnEntry(TurnOutcome.Repeated), await storage.Turns.EnterAsync(about with { Holder = "other" }, Now, Now.AddMinutes(1), None));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task NobodyChangesTheAudit(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await FillAsync(storage);

        await Assert.ThrowsAnyAsync<DbException>(() => storage.AskAsync("UPDATE audit SET who = 'another'"));
        await Assert.ThrowsAnyAsync<DbException>(() => storage.AskAsync("DELETE FROM audit"));
        Assert.Single(await storage.Audit.ListAfterAsync("", DateTimeOffset.MinValue, 100, None), line => line.Action == nameof(AuditAction.Post) && line.Who == "person");
    }

    /// <summary>A case of the person's that a board has, one of somebody else's in which they spoke, and one of theirs that nobody saw.</summary>
    private static async Task FillAsync(StorageOfTheTest storage)
    {
        foreach (var (code, owner) in new[] { (Own, "person"), (Elsewhere, "another"), (Alone, "person") })
        {
            await storage.Cases.TryAddAsync(new(code, owner, "chat of " + owner, CaseStatus.Finished, Now.AddDays(-1), Now.AddDays(-1), 0, "{}"), None);
        }

        foreach (var code in new[] { Own, Elsewhere })
        {
            await storage.Boards.TrySaveAsync(
                new(code, "19:rcp", Today, "Posted", Today, Today, 0, """{ "By": "person" }"""), [], [new("person", AuditAction.Opinion, code, Now)], None);
        }

        await storage.Audit.AddAsync(new("person", AuditAction.Post, Own, Now), None);
        await storage.Notebook.SetAsync("case of:person", Alone, None);
        await storage.Channels.ReplaceRosterAsync("19:rcp", [new("person", "user", "tenant"), new("another", "user", "tenant")], None);
    }

    private static Forgetting Forgetting(string person) => new(
        person,
        "chat of " + person,
        Now,
        (own, _, pseudonym) => own with { Owner = pseudonym, Conversation = "" },
        (board, pseudonym, _) => board with { Body = board.Body.Replace($"\"{person}\"", $"\"{pseudonym}\"", StringComparison.Ordinal) });

    private static async Task<(int Cases, int Boards, int Acts)> LeftOfAsync(StorageOfTheTest storage, string person)
    {
        var kept = await storage.Personal.FindAsync(person, None);
        return (kept.Cases.Count, kept.Boards.Count, kept.Acts.Count);
    }
}
