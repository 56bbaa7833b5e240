using CimentoBot.Playground.Tour;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>A signature is about the holds and dates that were read, and is shown as that.</summary>
public sealed class SignedDatesTests
{
    private const string Patient = "modifier le patient et son bilan";
    private const string Medicines = "modifier médicaments et date";

    /// <summary>Who opened the form before the board planned another day has not read that day's dates.</summary>
    [Fact]
    public async Task AFormThatShowsOtherDatesSignsNothing()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var member = team.InThread("anaesthetist");
        var form = CardReading.Action((await member.InvokeValueAsync("board.signoff", new() { ["case"] = code })).ReplyCard!, "Action.Execute", "board.signoff")!["data"]!.AsObject();
        form["role"] = "anaesthesia";
        form["outcome"] = "agreed";
        await team.CloseAsync(code, "accepted", "2026-12-16");

        var turn = await member.InvokeValueAsync("board.signoff", form);
        Assert.Equal(409, turn.ReplyStatus);
        Assert.Contains("ont changé depuis l’ouverture", turn.Body, StringComparison.Ordinal);
        Assert.Empty((await team.FindAsync(code)).SignOffs);
    }

    [Fact]
    public async Task ASignatureForOtherDatesIsNoneForTheseInTextAndMinutes()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.SignAsync(code);
        var owner = team.InThread("owner", "owner");
        Assert.DoesNotContain("autres dates", await SaidAsync(owner, $"voir {code}"), StringComparison.Ordinal);
        await team.CloseAsync(code, "accepted", "2026-12-16");

        await team.UntilAsync(At("2026-12-04 12:00+01:00"));
        foreach (var line in new[] { $"voir {code}", $"compte rendu séance={TeamOfTheTest.Session}" })
        {
            Assert.Contains("Signature, Anesthésie : D’accord avec le calendrier — pour d’autres arrêts ou d’autres dates", await SaidAsync(owner, line), StringComparison.Ordinal);
        }
    }

    /// <summary>The last tablet was taken on the last day on which that was right, at an hour that nobody is asked for.</summary>
    [Theory]
    [InlineData("2026-12-12", true)]
    [InlineData("2026-12-13", false)]
    public async Task AHoldOfHoursThatWasKeptToTheLetterEndsNothing(string lastDose, bool stands)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        (string, string)[] facts = [("medications", "apixaban"), ("plan.procedureTime", "14:00"), ("aspirin.dailyDoseMg", "")];
        var code = await team.PresentedAsync(clinician, facts);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.SignAsync(code);
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);

        await team.UntilAsync(At("2026-12-13 09:00+01:00"));
        await clinician.EditAsync(Medicines, [.. facts, ("lastDoseOn.apixaban", lastDose)]);
        await team.SettleTwiceAsync();
        Assert.Equal(lastDose, NodaTime.Text.LocalDatePattern.Iso.Format((await team.FindAsync(code)).Current.Facts.Find(CimentoBot.Eligibility.Facts.Vocabulary.Medications)![0].LastDoseOn!.Value));
        Assert.Equal(stands ? 0 : 1, clinician.ToldOfAgreement().Count);
    }

    /// <summary>The holds were signed in time; what is added afterwards, of another drug perhaps, is no late signature.</summary>
    [Fact]
    public async Task WhoSignsOnceMoreAfterTheStopEndsNothing()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-11 12:00+01:00"));
        await team.SignAsync(code, "corrected", "anaesthesia");
        Assert.DoesNotContain("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatBothSignForADayThatComesTooSoonIsNotAgreed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 12:00+01:00"));
        await clinician.EditAsync(Medicines, ("plan.procedureAt", "2026-12-11"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        Assert.Contains("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAgreementToALaterDayThanTheBoardsIsFollowedToThatDay()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await clinician.EditAsync(Medicines, ("plan.procedureAt", "2026-12-21"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-15 12:00+01:00"));
        Assert.Equal(2, clinician.ToldOfAgreement().Count);
        await team.SignAsync(code, "refused", "prescriber");
        Assert.Contains("arrêt refusé (Prescripteur)", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);
        Assert.Equal(3, clinician.ToldOfAgreement().Count);
    }

    /// <summary>It fell before the stop, and what it fell for is mended after it: nobody was to stop anything meanwhile.</summary>
    [Fact]
    public async Task AnAgreementThatFellBeforeTheStopDoesNotComeBackAfterIt()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await clinician.EditAsync(Patient, ("patient.plateletsPerMm3", "42000"));
        await team.SettleTwiceAsync();
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        await clinician.EditAsync(Patient, ("patient.plateletsPerMm3", "90000"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        Assert.Contains("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);

        await clinician.EditAsync("modifier dernières prises", ("lastDoseOn.clopidogrel", "2026-12-08"));
        await team.SettleTwiceAsync();
        Assert.Contains("convenus, à ce jour", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADayThatWasMovedAwayAndBackOverItsStopIsNotAgreed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await clinician.EditAsync(Medicines, ("plan.procedureAt", "2026-12-21"));
        await team.SettleTwiceAsync();
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        await clinician.EditAsync(Medicines, ("plan.procedureAt", "2026-12-14"));
        await team.SettleTwiceAsync();
        await team.SignAsync(code);
        Assert.Contains("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
    }

    /// <summary>Nothing was agreed, so nothing is taken back; each drug is judged by its own stop.</summary>
    [Fact]
    public async Task HoldsThatAreFirstSignedAfterOneOfThemAreAgreedOnceItsLastDoseIsGiven()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        (string, string)[] facts = [("medications", "clopidogrel,apixaban"), ("aspirin.dailyDoseMg", "")];
        var code = await team.PresentedAsync(clinician, facts);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-11 09:00+01:00"));
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);

        await clinician.EditAsync(Medicines, [.. facts, ("lastDoseOn.clopidogrel", "2026-12-08")]);
        await team.SettleTwiceAsync();
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
        await team.UntilAsync(At("2026-12-14 12:00+01:00"));
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);

        // The reminders before that said that nothing was agreed.
        Assert.Contains("convenus, à ce jour", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }

    /// <summary>Who types has no form before their eyes.</summary>
    [Theory]
    [InlineData("signer {0} prescripteur", "Il s’agit de :", "clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026")]
    [InlineData("signer {0} prescripteur correction relais par aspirine seule", "Il s’agit de :", "relais par aspirine seule")]
    public async Task ATypedSignatureIsAnsweredWithWhatItIsAbout(string line, params string[] says)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var said = await SaidAsync(team.InThread("prescriber"), string.Format(System.Globalization.CultureInfo.InvariantCulture, line, code));
        Assert.All(says, text => Assert.Contains(text, said, StringComparison.Ordinal));
    }

    private static async Task<string> SaidAsync(BotConversation person, string line) =>
        string.Concat((await person.SendTextAsync(line)).Replies.Select(reply => reply.Text)).Replace('\u00a0', ' ');
}
