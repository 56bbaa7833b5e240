using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Privacy;
using CimentoBot.Host.Tests.Board;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>What was kept for long enough goes, with everything that hangs on it; what is not over stays.</summary>
public sealed class RetentionTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task AClosedCaseAndAnAbandonedInterviewGoAfterTheDaysThatAreSetAndNotBefore()
    {
        await using var planted = await PlantedTeam.StartAsync(("Privacy:RetainDays", "30"));
        var (code, never) = await PlantedStory.PlayAsync(planted);

        // The procedure is planned for 14 December, which is the last day on which the case changes by itself.
        planted.Team.Clock.Advance(RemindedTeam.At("2027-01-13 23:00+01:00") - planted.Team.Clock.GetUtcNow());
        await KeepAsync(planted);
        Assert.NotNull(await FindAsync(planted, code));
        Assert.Null(await FindAsync(planted, never));

        planted.Team.Clock.Advance(TimeSpan.FromDays(1));
        await KeepAsync(planted);
        Assert.Null(await FindAsync(planted, code));
        Assert.Null(await planted.Team.Boards.FindAsync(code, None));
        Assert.False(await planted.Team.StoresAsync(PlantedStory.Answers[1]));
        Assert.False(await planted.Team.StoresAsync(PlantedTeam.Oncologist.Chat));

        var lines = await planted.Team.Host.Services.GetRequiredService<IAudit>().ListAfterAsync("", DateTimeOffset.MinValue, 100, None);
        Assert.Equal("", lines.Single(line => line.Subject == code && line.Action == nameof(AuditAction.Retention)).Who);
        Assert.StartsWith("P-", lines.Single(line => line.Subject == code && line.Action == nameof(AuditAction.Opinion)).Who, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseThatWasReopenedLatelyStays()
    {
        await using var planted = await PlantedTeam.StartAsync(("Privacy:RetainDays", "30"));
        var (code, _) = await PlantedStory.PlayAsync(planted);
        planted.Team.Clock.Advance(RemindedTeam.At("2027-03-20 12:00+01:00") - planted.Team.Clock.GetUtcNow());
        await planted.InThread(PlantedTeam.Owner).InvokeValueAsync("board.reopen", new() { ["case"] = code });
        planted.Team.Clock.Advance(TimeSpan.FromDays(20));
        await KeepAsync(planted);
        Assert.NotNull(await FindAsync(planted, code));

        planted.Team.Clock.Advance(TimeSpan.FromDays(11));
        await KeepAsync(planted);
        Assert.Null(await FindAsync(planted, code));
    }

    private static Task<StoredCase?> FindAsync(PlantedTeam planted, string code) =>
        planted.Team.Host.Services.GetRequiredService<ICaseStore>().FindAsync(code, None);

    private static async Task KeepAsync(PlantedTeam planted)
    {
        var keeper = planted.Team.Host.Services.GetRequiredService<RetentionKeeper>();
        while (await keeper.KeepAsync(None))
        {
            // Another page.
        }
    }
}
