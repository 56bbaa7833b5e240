using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What was agreed, and for which day: two cards of one case name one day, and a day to which nobody agreed is not called agreed.</summary>
public sealed class AgreedDayTests
{
    private const string Agreed = "Calendrier des médicaments — convenu";

    [Fact]
    public async Task TheClinicianIsShownTheDayThatTheBoardPlannedAndBothSigned()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, "accepted", "2026-12-12");
        await team.SignAsync(code);

        foreach (var card in new[] { team.Card, Verdict(clinician), (await clinician.SendTextAsync("texte")).Replies[^1].Text!.Replace('\u00a0', ' ') })
        {
            Assert.Contains("convenu", card, StringComparison.Ordinal);
            Assert.Contains("lundi 7 décembre 2026", card, StringComparison.Ordinal);
            Assert.DoesNotContain("mercredi 9 décembre 2026", card, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AnotherDayThatTheClinicianGivesLaterIsAgreedByNobody()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        Assert.Contains(Agreed, team.Card, StringComparison.Ordinal);

        await clinician.EditAsync("modifier médicaments et date", ("plan.procedureAt", "2026-12-11"));
        await team.SettleAsync();
        foreach (var card in new[] { team.Card, Verdict(clinician) })
        {
            Assert.DoesNotContain("convenu", card, StringComparison.Ordinal);
            Assert.Contains("dimanche 6 décembre 2026", card, StringComparison.Ordinal);
        }

        // Who signs the new dates agrees to them.
        await team.SignAsync(code);
        Assert.Contains(Agreed, team.Card, StringComparison.Ordinal);
        Assert.Contains(Agreed, Verdict(clinician), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheGuidelineBeganToRefuseAfterwardsIsAgreedNoLongerAndIsToBeCheckedAgain()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:PublicUrl", "http://cimentobot.example"));
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        Assert.Contains("holds.ics", team.Post!.Written, StringComparison.Ordinal);

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.systemicInfection", "true"));
        await team.SettleAsync();
        Assert.Contains("À réévaluer", team.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("holds.ics", team.Post!.Written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStopThatThePrescriberRefusedStaysRefusedOnAnotherDay()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.SignAsync(code, "refused", "prescriber");
        var owner = team.InThread("owner", "owner");
        var accepted = new JsonObject { ["case"] = code, ["decision"] = "accepted", ["plannedAt"] = "2026-12-16" };
        Assert.Equal(400, (await owner.InvokeValueAsync("board.close", accepted.DeepClone().AsObject())).ReplyStatus);
        await team.CloseAsync(code, "acceptedWithConditions", "2026-12-16");
        Assert.Contains("Prescripteur : Arrêt refusé — Stent posé en septembre.", team.Card, StringComparison.Ordinal);

        await team.SignAsync(code);
        Assert.Contains(Agreed, team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingIsAcceptedForADayThatHasPassed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedOnAsync("2026-12-17", "", team.Chat("clinician"));
        await team.UntilAsync(At("2026-12-17 14:00+01:00"));
        var owner = team.InThread("owner", "owner");
        var refused = await owner.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "acceptedWithConditions", ["reason"] = "patientWish" });
        Assert.Equal(400, refused.ReplyStatus);
        Assert.Contains("à venir", refused.Body, StringComparison.Ordinal);
        await team.CloseAsync(code, "acceptedWithConditions", "2026-12-28");
    }

    [Fact]
    public async Task ACalendarIsTakenBackWhenASignatoryTakesBackTheirAgreement()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:PublicUrl", "http://cimentobot.example"));
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        var link = team.Post!.Written.Split("http://cimentobot.example")[1..].Select(rest => rest.Split(')')[0]).First(path => path.EndsWith("holds.ics", StringComparison.Ordinal));
        Assert.Contains("METHOD:PUBLISH", await team.Host.ReadAsync(link), StringComparison.Ordinal);

        await team.SignAsync(code, "refused", "prescriber");
        Assert.Contains("METHOD:CANCEL", await team.Host.ReadAsync(link), StringComparison.Ordinal);

        // The same for another day that was given, and signed, since.
        await clinician.EditAsync("modifier médicaments et date", ("plan.procedureAt", "2026-12-11"));
        await team.SettleAsync();
        await team.SignAsync(code);
        Assert.Contains("METHOD:PUBLISH", await team.Host.ReadAsync(link), StringComparison.Ordinal);
        await team.SignAsync(code, "refused", "anaesthesia");
        Assert.Contains("METHOD:CANCEL", await team.Host.ReadAsync(link), StringComparison.Ordinal);
    }

    /// <summary>An instruction to stop a drug does not outlive the decision: not for one who has seen it either.</summary>
    [Fact]
    public async Task AReminderOfAStopSaysSoOnceWhatWasAgreedIsAgreedNoLonger()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        Assert.Contains("Accepté par la RCP, calendrier signé", Assert.Single(clinician.Stops()).Shown(), StringComparison.Ordinal);
        await clinician.SendTextAsync($"vu {code}");

        await team.ReopenAsync(code);
        Assert.DoesNotContain("calendrier signé", Assert.Single(clinician.Stops()).Shown(), StringComparison.Ordinal);
        await team.CloseAsync(code, "refused");
        Assert.Contains("plus", Assert.Single(clinician.Reminders()).Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("aucune prise", Assert.Single(clinician.Reminders()).Shown(), StringComparison.Ordinal);
    }

    private static string Verdict(BotConversation clinician) => TeamOfTheTest.Text(clinician.CardWith("case.post")!);
}
