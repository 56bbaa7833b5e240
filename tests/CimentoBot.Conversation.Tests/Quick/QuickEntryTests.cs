using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Tests.Quick;

/// <summary>What a quick line does to a case.</summary>
public sealed class QuickEntryTests : IDisposable
{
    private readonly Clinic clinic = new();

    [Fact]
    public async Task AListThatALineBeganIsUnknownUntilItsStepIsAnswered()
    {
        await clinic.SayAsync("nouveau L3 lytique Plavix, Kardégic 75 mg/j, Lixiana, geste le 14/12/2026 à 8h");
        Assert.False((await FileAsync()).Facts.Knows(Vocabulary.Medications));

        await clinic.SayAsync("terminer");
        var decided = await FileAsync();
        Assert.False(decided.Facts.Knows(Vocabulary.Medications));
        Assert.True(decided.Facts.Knows(Vocabulary.ProcedureAt));

        await clinic.SayAsync("modifier médicaments");
        await clinic.PressAsync(Verbs.Answer, new Dictionary<string, string> { ["medications"] = "clopidogrel", ["medications.other"] = decided.Draft["medications.other"] });
        Assert.Equal(
            ["clopidogrel", "Kardégic", "Lixiana"],
            (await FileAsync()).Facts.Find(Vocabulary.Medications)!.Select(drug => drug.Drug));
    }

    [Fact]
    public async Task TheStepOfMedicinesIsShownHoweverMuchALineFillsOfIt()
    {
        await clinic.SayAsync("nouveau");
        await clinic.SayAsync("suite");
        await clinic.SayAsync("Plavix, Kardégic 75 mg/j, Lixiana, geste le 14/12/2026 à 8h");
        await clinic.SayAsync("suite");
        await clinic.SayAsync("suite");
        Assert.Equal("medicines", (await FileAsync()).Step);
        Assert.Contains("\"value\": \"clopidogrel\"", clinic.Card!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEarlyVerdictCountsWhatALineStated()
    {
        await clinic.SayAsync("nouveau L3 lytique, infection générale");
        await clinic.SayAsync("terminer");
        Assert.Equal(Eligibility.Rules.Effect.Contraindicated, (await FileAsync()).Decision!.AtBest);
    }

    [Fact]
    public async Task AFactThatDoesNotConcernTheLesionIsKeptAndSaidToBeWithoutEffect()
    {
        await clinic.SayAsync("nouveau côte gauche lytique, recul du mur");
        await clinic.SayAsync("terminer");
        Assert.Equal(PosteriorWall.Retropulsed, (await FileAsync()).Facts.Find(Vocabulary.Wall));
    }

    [Fact]
    public async Task ALineThatLooksLikeAnIdentityOpensNoCase()
    {
        await clinic.SayAsync("nouveau Mme Exemple, L3 lytique, EVA 7");
        await clinic.SayAsync("Mme Exemple, L3 lytique, EVA 7");
        Assert.Empty(await clinic.Desk.Files.ListAsync(clinic.User, CancellationToken.None));
    }

    public void Dispose() => clinic.Dispose();

    private async Task<CaseFile> FileAsync() => Assert.Single(await clinic.Desk.Files.ListAsync(clinic.User, CancellationToken.None)).File!;
}
