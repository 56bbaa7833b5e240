using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;
using Microsoft.Extensions.DependencyInjection;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>That a reminder was seen is an act: it is recorded, once, and the card says so to everybody.</summary>
public sealed class SeenReminderTests
{
    [Fact]
    public async Task TheClinicianPressesSeenAndTheCardSaysSo()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var (clinician, code) = await RemindedAsync(team);
        var turn = await clinician.InvokeAsync("case.seen");
        Assert.Equal(200, turn.ReplyStatus);
        Assert.Contains("✓ Vu par le clinicien, le mardi 8 décembre 2026 à 18 h 0", Shown(turn.ReplyCard!), StringComparison.Ordinal);
        await team.SettleAsync();

        var card = Assert.Single(clinician.Stops());
        Assert.Contains("✓ Vu par le clinicien", card.Shown(), StringComparison.Ordinal);
        Assert.Contains("aucune prise à partir du mercredi 9 décembre 2026", card.Shown(), StringComparison.Ordinal);
        Assert.Null(CardReading.Action(card.Card!, "Action.Execute", "case.seen"));
        var seen = Assert.Single((await team.FindAsync(code)).Acknowledgements);
        Assert.Equal(("object-clinician", $"reminder:{code}:stop:clopidogrel:2026-12-08T1700Z"), (seen.By, seen.Reminder));

        await clinician.InvokeValueAsync("case.seen", new() { ["case"] = code, ["reminder"] = seen.Reminder });
        Assert.Single((await team.FindAsync(code)).Acknowledgements);
    }

    [Fact]
    public async Task AnOldClientSubmitsSeen()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var (clinician, code) = await RemindedAsync(team);
        var button = CardReading.Action(clinician.Stops()[0].Card!, "Action.Execute", "case.seen")!;
        var turn = await clinician.SubmitValueAsync(button["fallback"]!["data"]!.AsObject());
        Assert.Contains("noté comme vu", Assert.Single(turn.Replies).Text, StringComparison.Ordinal);
        Assert.Single((await team.FindAsync(code)).Acknowledgements);
    }

    [Fact]
    public async Task TheClinicianTypesSeen()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var (clinician, code) = await RemindedAsync(team);
        var turn = await clinician.SendTextAsync($"vu {code.ToLowerInvariant()}");
        Assert.Contains("noté comme vu", Assert.Single(turn.Replies).Text, StringComparison.Ordinal);
        await team.SettleAsync();
        Assert.All(clinician.Reminders(), reminder => Assert.Contains("✓ Vu par le clinicien", reminder.Shown(), StringComparison.Ordinal));
        Assert.Single((await team.FindAsync(code)).Acknowledgements);
    }

    [Fact]
    public async Task NobodyElseMayInTheirOwnChat()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var (_, code) = await RemindedAsync(team);
        var other = team.Chat("other");
        Assert.Equal(403, (await other.InvokeValueAsync("case.seen", new() { ["case"] = code })).ReplyStatus);
        await other.SendTextAsync($"seen {code}");
        Assert.Empty((await team.FindAsync(code)).Acknowledgements);
    }

    [Fact]
    public async Task WhatWasNeverSentIsNotSeen()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        Assert.Equal(409, (await clinician.InvokeValueAsync("case.seen", new() { ["case"] = code })).ReplyStatus);
        var (_, other) = await RemindedAsync(team);
        Assert.Equal(409, (await clinician.InvokeValueAsync("case.seen", new() { ["case"] = other, ["reminder"] = "reminder:x" })).ReplyStatus);
    }

    [Fact]
    public async Task AMemberSeesItInTheThreadAndAStrangerDoesNot()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var directory = team.Host.Services.GetRequiredService<BoardDirectory>();
        var rules = await directory.RulesOfAsync(TeamOfTheTest.Channel, CancellationToken.None);
        await directory.SetAsync(new Microsoft.Bot.Schema.Activity(), TeamOfTheTest.Channel, rules with { RemindsThread = true }, CancellationToken.None);
        var (clinician, code) = await RemindedAsync(team);
        await team.SettleAsync();
        var member = team.InThread("oncologist");

        Assert.Equal(403, (await team.Stranger("stranger").InvokeValueAsync("case.seen", new() { ["case"] = code })).ReplyStatus);
        Assert.Equal(200, (await member.InvokeAsync("case.seen")).ReplyStatus);
        await team.SettleAsync();
        Assert.Contains("✓ Vu par un membre de la RCP", Assert.Single(member.Stops()).Shown(), StringComparison.Ordinal);
        Assert.Contains("✓ Vu par un membre de la RCP", Assert.Single(clinician.Stops()).Shown(), StringComparison.Ordinal);
        Assert.Equal("object-oncologist", Assert.Single((await team.FindAsync(code)).Acknowledgements).By);
    }

    /// <summary>A case whose first stop was just reminded of; its holds are signed, so that nothing else is.</summary>
    private static async Task<(BotConversation Clinician, string Code)> RemindedAsync(TeamOfTheTest team)
    {
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        return (clinician, code);
    }
}
