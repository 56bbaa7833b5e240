using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What ends an agreement to holds, and what does not: the list of medications, and what the clinician knows of it all.</summary>
public sealed class AgreedListTests
{
    private const string Drugs = "modifier médicaments et date";
    private const string Patient = "modifier le patient et son bilan";

    /// <summary>A card gives its ticks in an order of its own.</summary>
    [Fact]
    public async Task TheSameDrugsInAnotherOrderAreTheSameHolds()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician, ("medications", "aspirin,clopidogrel"), ("medications.other", "Eliquis"));
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.SignAsync(code);

        await clinician.EditAsync(Drugs, ("medications", "apixaban,clopidogrel,aspirin"));
        await team.SettleTwiceAsync();
        Assert.Empty(clinician.ToldOfAgreement());
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "DuoPlavin", "ont changé et restent à signer")]
    [InlineData("clopidogrel,aspirin", "prasugrel", "un médicament sans règle dans la source, ou au nom non reconnu, s’est ajouté")]
    [InlineData("clopidogrel,aspirin", "fish oil", "un médicament sans règle dans la source, ou au nom non reconnu, s’est ajouté")]
    [InlineData("none", "", "le dossier ne prévoit plus d’arrêt")]
    [InlineData("unknown", "", "la liste des médicaments n’est plus connue")]
    public async Task AnotherListEndsTheAgreementAndTheReasonIsTold(string ticks, string others, string why)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.AgreedAsync(clinician);

        await clinician.EditAsync(Drugs, ("medications", ticks), ("medications.other", others), ("aspirin.dailyDoseMg", ticks.Contains("aspirin", StringComparison.Ordinal) ? "75" : ""));
        await team.SettleTwiceAsync();
        Assert.Contains(why, Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.Equal(ticks == "none", team.Card.Contains("convenu", StringComparison.Ordinal));
    }

    /// <summary>Where cement is refused there is no schedule: that is not why.</summary>
    [Fact]
    public async Task WhatTheGuidelineSpeaksAgainstIsTheReasonThatIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.AgreedAsync(clinician);

        await clinician.EditAsync(Patient, ("patient.systemicInfection", "true"));
        await team.SettleTwiceAsync();
        var told = Assert.Single(clinician.ToldOfAgreement());
        Assert.Contains("nfection", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ne prévoit plus", told, StringComparison.Ordinal);
    }

    /// <summary>The last that the clinician heard was to stop nothing.</summary>
    [Fact]
    public async Task AnAgreementThatComesAfterAReminderIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.SignAsync(code, "agreed", "anaesthesia");
        await team.UntilAsync(At("2026-12-08 18:30+01:00"));
        Assert.Single(clinician.Stops());

        await team.SignAsync(code, "agreed", "prescriber");
        Assert.Contains("convenus, à ce jour", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        Assert.Single(clinician.ToldOfAgreement());
    }

    /// <summary>Neither the chat nor the thread takes anything when the case is refused.</summary>
    [Fact]
    public async Task ThatACaseWasRefusedIsToldOnAnotherDayToo()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        team.Connector.Answer = request => request.Method == HttpMethods.Post ? Results.StatusCode(403) : null;
        await team.ReopenAsync(code);
        await team.CloseAsync(code, "refused");
        Assert.Empty(clinician.ToldOfAgreement());

        team.Connector.Answer = _ => null;
        await clinician.SendTextAsync("aide");
        await team.UntilAsync(At("2026-12-01 00:30+01:00"));
        Assert.Contains("Refusé", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }

    /// <summary>Aspirin was to stop, by an agreement on another presentation than the one that was accepted, and goes on now.</summary>
    [Fact]
    public async Task TheCalendarTakesBackAHoldThatCameAndWentAfterTheDecision()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:PublicUrl", "http://cimentobot.example"));
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        var link = team.Post!.Written.Split("http://cimentobot.example")[1..].Select(rest => rest.Split(')')[0]).First(path => path.EndsWith("holds.ics", StringComparison.Ordinal));
        Assert.DoesNotContain("aspirin", await team.Host.ReadAsync(link), StringComparison.Ordinal);

        await clinician.EditAsync(Drugs, ("aspirin.dailyDoseMg", "300"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        Assert.DoesNotContain("STATUS:CANCELLED", await team.Host.ReadAsync(link), StringComparison.Ordinal);

        await clinician.EditAsync(Drugs, ("aspirin.dailyDoseMg", "75"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        var calendar = await team.Host.ReadAsync(link);
        Assert.Contains("METHOD:PUBLISH", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
    }

    /// <summary>The post of a verdict found its case half changed, and the verdict that came then was the one that had been posted.</summary>
    [Fact]
    public async Task AVerdictThatFoundItsCaseBeingChangedIsPresentedWhenItIsGivenAgain()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await clinician.EditAsync(Patient, ("patient.plateletsPerMm3", "42000"));
        await clinician.SendTextAsync(Patient);
        await clinician.SubmitAsync("answer", new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal) { ["patient.plateletsPerMm3"] = "40000" });
        Assert.NotNull(clinician.CardWith("answer"));
        await team.SettleTwiceAsync();
        Assert.Single((await team.FindAsync(code)).Presentations);

        await clinician.EditAsync(Patient, ("patient.plateletsPerMm3", "42000"));
        await team.SettleTwiceAsync();
        Assert.Equal(2, (await team.FindAsync(code)).Presentations.Length);
        Assert.Contains("Plaquettes insuffisantes", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }
}
