using System.Net;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>Reminders leave at their minute, once, and only while they hold. The typical case: clopidogrel, procedure on Monday 14 December at 08:00.</summary>
public sealed class ReminderTests
{
    [Fact]
    public async Task AStopIsRemindedOfTheEveningBeforeAndInItsMorningAsADraftUntilTheBoardHasAccepted()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);

        await team.UntilAsync(At("2026-12-08 17:59+01:00"));
        Assert.Empty(clinician.Stops());
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        var evening = Assert.Single(clinician.Stops());
        Assert.StartsWith($"Rappel : arrêt d’un médicament — {code} (L3) — Projet", evening.Summary!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Projet : la RCP n’a pas accepté ce geste. Ne rien arrêter sans l’accord", evening.Shown(), StringComparison.Ordinal);
        Assert.Contains("Clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026 (J−5)", evening.Shown(), StringComparison.Ordinal);
        Assert.Contains("question 4 [122, 123]", evening.Shown(), StringComparison.Ordinal);

        await team.UntilAsync(At("2026-12-09 07:59+01:00"));
        Assert.Single(clinician.Stops());
        await team.UntilAsync(At("2026-12-09 08:00+01:00"));
        Assert.Equal(2, clinician.Stops().Count);
    }

    [Fact]
    public async Task EachIsSentOnceAlsoAfterARestart()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.PresentedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        await team.RestartAsync();
        await team.UntilAsync(At("2026-12-08 18:10+01:00"));
        Assert.Single(clinician.Stops());
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        Assert.Equal(2, clinician.Stops().Count);
    }

    [Fact]
    public async Task OnceAllHaveAgreedItIsAPlainInstruction()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code, roles: "anaesthesia");
        await team.SignAsync(code, "corrected", "prescriber");
        await team.CloseAsync(code, "acceptedWithConditions", "2026-12-14");
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));

        var evening = Assert.Single(clinician.Reminders());
        Assert.DoesNotContain("Projet", evening.Shown(), StringComparison.Ordinal);
        Assert.Contains("Accepté par la RCP, calendrier signé par l’anesthésie et le prescripteur", evening.Shown(), StringComparison.Ordinal);
        Assert.Contains("Correction — Prescripteur : Stent posé en septembre.", evening.Shown(), StringComparison.Ordinal);
        Assert.Contains("aucune prise à partir du mercredi 9 décembre 2026", evening.Summary!.Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AcceptedAndNotSignedNothingIsToBeStopped()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code, roles: "anaesthesia");
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));

        var stop = Assert.Single(clinician.Stops());
        Assert.Contains("signature manquante (Prescripteur) : ne rien arrêter sans l’accord", stop.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("aucune prise", stop.Summary, StringComparison.Ordinal);

        // Two days before the first stop the signature was asked for; the session had passed by then.
        Assert.Contains("reste à signer : Prescripteur", Assert.Single(clinician.Reminders(), reminder => !clinician.Stops().Contains(reminder)).Shown(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherDateMovesIt()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, "accepted", "2026-12-16");
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-10 17:59+01:00"));
        Assert.Empty(clinician.Reminders());
        await team.UntilAsync(At("2026-12-10 18:00+01:00"));
        Assert.Contains("à partir du vendredi 11 décembre 2026", Assert.Single(clinician.Reminders()).Shown(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("otherTreatment")]
    [InlineData("postponed")]
    public async Task NothingIsRemindedOfAfterARefusal(string decision)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, decision);
        await team.UntilAsync(At("2026-12-15 08:00+01:00"));
        Assert.Empty(clinician.Reminders());
    }

    [Fact]
    public async Task NothingIsRemindedOfAfterThePrescriberRefusedToStopUntilTheySignAnew()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code, "refused", "prescriber");
        await team.UntilAsync(At("2026-12-08 18:30+01:00"));
        Assert.Empty(clinician.Reminders());

        await team.SignAsync(code, roles: "prescriber");
        await team.UntilAsync(At("2026-12-09 08:00+01:00"));
        Assert.Single(clinician.Reminders());
    }

    [Fact]
    public async Task NothingIsRemindedOfWhereTheVerdictRefuses()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.PresentedAsync(clinician, ("patient.systemicInfection", "true"));
        await team.UntilAsync(At("2026-12-15 08:00+01:00"));
        Assert.Empty(clinician.Reminders());
    }

    [Fact]
    public async Task TheLastDoseBefore48HoursIsRemindedOfAtItsHourAcrossTheChangeOfTheClocks()
    {
        await using var team = await TeamOfTheTest.StartAtAsync(At("2026-03-20 09:00+01:00"));
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(
            clinician, ("medications", "rivaroxaban"), ("aspirin.dailyDoseMg", ""), ("patient.bloodsOn", "2026-03-18"), ("plan.procedureAt", "2026-03-30"), ("plan.procedureTime", "08:00"));
        await team.PresentAsync(clinician, code, "2026-03-26");

        await team.UntilAsync(At("2026-03-28 06:59+01:00"));
        Assert.Empty(clinician.Stops());
        await team.UntilAsync(At("2026-03-28 07:00+01:00"));
        var last = Assert.Single(clinician.Stops());
        Assert.StartsWith("Rappel : dernière prise", last.Summary!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("dernière prise au plus tard le samedi 28 mars 2026 à 07 h 00 (UTC+01:00)", last.Shown(), StringComparison.Ordinal);
        await team.UntilAsync(At("2026-03-30 08:00+02:00"));
        Assert.Single(clinician.Stops());
    }

    [Fact]
    public async Task TheHeparinOfARelayStopsTheDayBefore()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.PresentedAsync(clinician, ("medications", "warfarin"), ("aspirin.dailyDoseMg", ""));
        await team.UntilAsync(At("2026-12-12 17:59+01:00"));
        Assert.Empty(clinician.Stops());
        await team.UntilAsync(At("2026-12-13 07:59+01:00"));
        Assert.Contains("arrêtée la veille, le dimanche 13 décembre 2026 (J−1)", Assert.Single(clinician.Stops()).Shown(), StringComparison.Ordinal);
        await team.UntilAsync(At("2026-12-13 08:00+01:00"));
        Assert.Equal(2, clinician.Stops().Count);
    }

    [Fact]
    public async Task WhatIsMissingIsAskedForTheEveningBeforeTheSession()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.PresentedAsync(clinician, ("patient.plateletsPerMm3", ""), ("patient.prothrombinRatioPercent", "92"));
        await team.UntilAsync(At("2026-12-02 17:59+01:00"));
        Assert.Empty(clinician.Reminders());
        await team.UntilAsync(At("2026-12-02 18:00+01:00"));
        Assert.Equal(2, clinician.Reminders().Count);
        var all = string.Join('\n', clinician.Reminders().Select(reminder => reminder.Shown()));
        Assert.Contains("À compléter avant la séance du jeudi 3 décembre 2026 : Plaquettes", all, StringComparison.Ordinal);
        Assert.Contains("reste à signer : Anesthésie, Prescripteur", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasSignedAndCompletedIsNotAskedFor()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-08 17:59+01:00"));
        Assert.Empty(clinician.Reminders());
    }

    [Theory]
    [InlineData("2026-12-09 06:00+01:00", 1, false)]
    [InlineData("2026-12-09 06:01+01:00", 0, true)]
    public async Task WhatIsMoreThanTwelveHoursLateIsNotSentAndThatIsRemembered(string awake, int sent, bool remembered)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 17:00+01:00"));
        await team.PassAsync(At(awake) - team.Clock.GetUtcNow());
        Assert.Equal(sent, clinician.Stops().Count);
        var noted = await team.Host.Services.GetRequiredService<INotebook>().FindAsync($"late:reminder:{code}:stop:clopidogrel:2026-12-08T1700Z", CancellationToken.None);
        Assert.Equal(remembered, noted is not null);
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    public async Task AChatThatRefusesIsNotTriedAgainUntilSomebodyWritesThere(HttpStatusCode status)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.SignAsync(code);
        var tries = 0;
        team.Connector.Answer = request =>
        {
            var isForTheChat = request.Method == HttpMethods.Post && request.Path.Value!.Contains(clinician.Person.Conversation, StringComparison.Ordinal);
            tries += isForTheChat ? 1 : 0;
            return isForTheChat ? Results.StatusCode((int)status) : null;
        };
        await team.UntilAsync(At("2026-12-09 08:30+01:00"));
        Assert.Equal((1, 0), (tries, clinician.Stops().Count));
        Assert.Empty(await team.Host.Services.GetRequiredService<IOutbox>().DueAsync(team.Clock.GetUtcNow().AddYears(1), 100, CancellationToken.None));
    }

    [Fact]
    public async Task TheThreadIsRemindedOnlyWhereItsRulesSaySo()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.PresentedAsync(clinician);
        var member = team.InThread("oncologist");
        await team.UntilAsync(At("2026-12-08 18:01+01:00"));
        Assert.NotEmpty(clinician.Stops());
        Assert.Empty(member.Reminders());

        var directory = team.Host.Services.GetRequiredService<BoardDirectory>();
        var rules = await directory.RulesOfAsync(TeamOfTheTest.Channel, CancellationToken.None);
        await directory.SetAsync(new Microsoft.Bot.Schema.Activity(), TeamOfTheTest.Channel, rules with { RemindsThread = true }, CancellationToken.None);
        await team.UntilAsync(At("2026-12-09 08:01+01:00"));
        Assert.Equal(2, clinician.Stops().Count);
        Assert.Contains("mercredi 9 décembre 2026", Assert.Single(member.Stops()).Shown(), StringComparison.Ordinal);
        await team.UntilAsync(At("2026-12-09 09:00+01:00"));
        Assert.Single(member.Stops());
    }
}
