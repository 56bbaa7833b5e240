using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What changes at the board without anybody acting.</summary>
public sealed class KeeperTests
{
    private const string Suspended = "Guideline:Suspended";
    private const string Why = "seuil des plaquettes à revoir";

    [Fact]
    public async Task OnTheDayOnWhichAHoldCanNoLongerBeMetTheCardSaysSoAndTheThreadIsToldOnce()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.PresentedAsync(team.Chat("clinician"));
        await team.UntilAsync(At("2026-12-09 23:59+01:00"));
        Assert.DoesNotContain("À réévaluer", team.Card, StringComparison.Ordinal);

        await team.UntilAsync(At("2026-12-10 00:00+01:00"));
        await team.SettleAsync();
        Assert.Contains("À réévaluer — À reporter. Première date possible, pour ce qui est des médicaments : mardi 15 décembre 2026", team.Card, StringComparison.Ordinal);
        var told = Assert.Single(Told(team));
        Assert.Contains("un arrêt ne peut plus être tenu à la date prévue (clopidogrel) ; verdict : Éligible sous conditions → À reporter ; première date possible, pour ce qui est des médicaments : mardi 15 décembre 2026", told, StringComparison.Ordinal);

        // The day after the earliest date is another, and nobody is told again; nor after a restart.
        await team.RestartAsync();
        await team.UntilAsync(At("2026-12-11 09:00+01:00"));
        await team.SettleAsync();
        Assert.Contains("mercredi 16 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.Single(Told(team));
    }

    /// <summary>
    /// Where the board decides anyway, which drugs somebody takes matters only once one might be stopped too late. The verdict's bounds are the same
    /// before and after; what is missing, and what would better the verdict, is not.
    /// </summary>
    [Theory]
    [InlineData(2, "92", "Médicaments agissant sur l’hémostase")]
    [InlineData(3, "40", "À reporter → au mieux À discuter en RCP")]
    public async Task WhatTheCardsSayFromOneDayOnStandsThereFromThatDayOn(int sections, string prothrombin, string fromOneDayOn)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await clinician.SendTextAsync("nouveau");
        var facts = new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal)
        {
            ["pain.intensity"] = "3",
            ["patient.prothrombinRatioPercent"] = prothrombin,
        };
        for (var section = 0; section < sections; section++)
        {
            await clinician.SubmitAsync("answer", facts);
        }

        await clinician.SendTextAsync("terminer");
        var code = (string)CardReading.Action(clinician.CardWith("case.post")!, "Action.Execute", "case.post")!["data"]!["case"]!;
        await team.PresentAsync(clinician, code, TeamOfTheTest.Session);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        var saysSo = new List<bool>();
        for (var days = 0; days < 15; days++)
        {
            await team.UntilAsync(At("2026-11-30 17:00+01:00").AddDays(days));
            var asked = (await team.InThread("owner", "owner").InvokeValueAsync("board.show", new() { ["case"] = code })).ReplyCard!;
            Assert.Equal(WithoutItsDay(TeamOfTheTest.Text(asked)), WithoutItsDay(team.Card));
            saysSo.Add(team.Card.Contains(fromOneDayOn, StringComparison.Ordinal));
        }

        Assert.Equal([false, true], saysSo.Distinct());
        Assert.Empty(Told(team));
    }

    [Fact]
    public async Task ACaseThatNothingHappensToIsLeftAlone()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.PresentedAsync(team.Chat("clinician"));
        var before = team.Connector.Deliveries.Count;
        await team.UntilAsync(At("2026-12-02 17:00+01:00"));
        Assert.Equal(before, team.Connector.Deliveries.Count);
    }

    [Fact]
    public async Task TheDayAfterItsSessionACaseWithoutADecisionIsExpired()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.UntilAsync(At("2026-12-03 23:59+01:00"));
        Assert.Equal(BoardStage.Posted, (await team.FindAsync(code)).Stage);
        await team.UntilAsync(At("2026-12-04 00:00+01:00"));
        Assert.Contains($"{code} — séance passée sans décision", team.Card, StringComparison.Ordinal);
        Assert.Equal(BoardStage.Expired, (await team.FindAsync(code)).Stage);
    }

    [Fact]
    public async Task ADecisionKeepsACaseFromExpiringAndSoDoesReopeningItLater()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.UntilAsync(At("2026-12-04 09:00+01:00"));
        Assert.Equal(BoardStage.Closed, (await team.FindAsync(code)).Stage);

        Assert.Equal(200, (await team.InThread("owner", "owner").InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        await team.UntilAsync(At("2026-12-05 09:00+01:00"));
        Assert.Equal(BoardStage.Reopened, (await team.FindAsync(code)).Stage);
    }

    [Fact]
    public async Task WhileTheGuidelineIsSuspendedTheCardShowsNoVerdictAndNoHoldAndAfterwardsItDoesAgain()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.InThread("oncologist").InvokeAsync("board.opinion", new Dictionary<string, string> { ["opinion"] = "favourable", ["specialty"] = "oncology" });
        await team.SettleAsync();

        await team.RestartAsync((Suspended, Why));
        await SettleAllAsync(team);
        Assert.Contains($"Recommandation suspendue, aucun verdict n’est donné : {Why}", team.Card, StringComparison.Ordinal);
        Assert.Contains($"{code} — suspendu ; auparavant : en discussion", team.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("ligible", team.Post!.Written, StringComparison.Ordinal);
        Assert.DoesNotContain("clopidogrel", team.Post.Written, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Action.Execute", team.Post.Written, StringComparison.Ordinal);
        Assert.Equal(409, (await team.InThread("oncologist").InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = "favourable" })).ReplyStatus);

        // Another reason is another card; the same one is not written again.
        await team.RestartAsync((Suspended, "autre motif"));
        await SettleAllAsync(team);
        Assert.Contains("autre motif", team.Card, StringComparison.Ordinal);
        var before = team.Connector.Deliveries.Count;
        await team.RestartAsync((Suspended, "autre motif"));
        await SettleAllAsync(team);
        Assert.Equal(before, team.Connector.Deliveries.Count);

        await team.RestartAsync();
        await SettleAllAsync(team);
        Assert.Contains("Éligible sous conditions", team.Card, StringComparison.Ordinal);
        Assert.Contains($"{code} — en discussion", team.Card, StringComparison.Ordinal);
        Assert.Equal(BoardStage.Discussed, (await team.FindAsync(code)).Stage);
    }

    [Fact]
    public async Task NothingIsRemindedOfWhileTheGuidelineIsSuspendedAndWhatIsNotTooLateComesAfterwards()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-08 17:00+01:00"));
        await team.RestartAsync((Suspended, Why));
        await SettleAllAsync(team);
        await team.PassAsync(At("2026-12-09 07:00+01:00") - team.Clock.GetUtcNow());
        await SettleAllAsync(team);
        Assert.Empty(clinician.Reminders());

        // The evening's is thirteen hours late by now; the morning's is not.
        await team.RestartAsync();
        await team.UntilAsync(At("2026-12-09 08:00+01:00"));
        Assert.Single(clinician.Reminders());
    }

    [Fact]
    public async Task WhatIsSuspendedForTwoReasonsWaitsForTheEndOfBoth()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await ChannelAsync(team, "channelDeleted");
        Assert.Equal(BoardStage.Suspended, (await team.FindAsync(code)).Stage);

        await team.RestartAsync((Suspended, Why));
        await SettleAllAsync(team);
        await team.RestartAsync();
        await SettleAllAsync(team);
        Assert.Equal(SuspensionCause.Channel, Assert.Single((await team.FindAsync(code)).SuspendedFor));
        Assert.Equal(BoardStage.Suspended, (await team.FindAsync(code)).Stage);

        await team.RestartAsync((Suspended, Why));
        await SettleAllAsync(team);
        await ChannelAsync(team, "channelRestored");
        Assert.Equal(BoardStage.Suspended, (await team.FindAsync(code)).Stage);
        Assert.Contains(Why, team.Card, StringComparison.Ordinal);

        await team.RestartAsync();
        await SettleAllAsync(team);
        Assert.Equal(BoardStage.Posted, (await team.FindAsync(code)).Stage);
        Assert.Contains("présenté, sans avis", team.Card, StringComparison.Ordinal);
    }

    /// <summary>A look ends with a page of cases; the worker comes again at once.</summary>
    private static async Task SettleAllAsync(TeamOfTheTest team)
    {
        for (var looks = 0; looks < 3; looks++)
        {
            await team.SettleAsync();
        }
    }

    private static async Task ChannelAsync(TeamOfTheTest team, string happened)
    {
        var member = team.InThread("owner", "owner");
        var activity = member.Person.Activity("conversationUpdate", team.Connector.ServiceUrl);
        activity["channelData"]!["eventType"] = happened;
        activity["channelData"]!["channel"]!["name"] = "RCP os";
        await member.PostAsync(activity);
        await team.SettleAsync();
    }

    /// <summary>A card without the line of the case, which tells on which day it was drawn.</summary>
    private static string WithoutItsDay(string card) => string.Join('\n', card.Split('\n').Where(line => !line.Contains(" · L3 · ", StringComparison.Ordinal)));

    private static List<string> Told(TeamOfTheTest team) => [.. team.InThread("oncologist").Messages
        .Select(message => message.Text?.Replace('\u00a0', ' ') ?? "").Where(text => text.Contains("à réévaluer", StringComparison.Ordinal))];
}
