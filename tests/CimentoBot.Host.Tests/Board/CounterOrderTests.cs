using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;
using Dapper;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>Who was told that drugs are to be stopped is told, in a message of its own, when nobody stands behind that any more.</summary>
public sealed class CounterOrderTests
{
    [Fact]
    public async Task AnAgreementThatFallsIsToldOnceAndSoIsOneThatStandsAgain()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        Assert.Empty(clinician.ToldOfAgreement());

        await team.ReopenAsync(code);
        var told = Assert.Single(clinician.ToldOfAgreement());
        Assert.Contains("Contrordre", told, StringComparison.Ordinal);
        Assert.Contains("rouvert", told, StringComparison.Ordinal);
        Assert.Contains("demander au prescripteur", told, StringComparison.Ordinal);

        await team.SignAsync(code, "refused", "prescriber");
        await team.UntilAsync(team.Clock.GetUtcNow().AddDays(1));
        Assert.Single(clinician.ToldOfAgreement());

        await team.SignAsync(code);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        Assert.Equal(2, clinician.ToldOfAgreement().Count);
        Assert.Contains("convenus, à ce jour", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);
        Assert.Contains("clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);
        Assert.Contains("geste le lundi 14 décembre 2026", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);

        await team.SignAsync(code, "refused", "prescriber");
        Assert.Equal(3, clinician.ToldOfAgreement().Count);
        Assert.Contains("arrêt refusé (Prescripteur)", clinician.ToldOfAgreement()[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereNothingWasAgreedNothingIsTakenBack()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        await team.ReopenAsync(code);
        await team.CloseAsync(code, "refused");
        Assert.Empty(clinician.ToldOfAgreement());
    }

    /// <summary>Deferred, not refused: the schedule stays on the cards, and nobody is to act on it.</summary>
    [Fact]
    public async Task AVerdictThatTurnedAgainstTheProcedureEndsTheAgreementAndAMissedHoldDoesNot()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        Assert.Empty(clinician.ToldOfAgreement());
        Assert.Contains("un arrêt ne peut plus être tenu", string.Concat(team.Connector.Messages(team.Post!.Conversation).Select(message => message.Text)), StringComparison.Ordinal);
        Assert.Contains("calendrier signé", clinician.Stops()[^1].Shown(), StringComparison.Ordinal);

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"));
        await team.SettleTwiceAsync();
        Assert.Contains("ne tient plus : Plaquettes insuffisantes", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.All(clinician.Stops(), reminder =>
        {
            Assert.Contains("À réévaluer", reminder.Shown(), StringComparison.Ordinal);
            Assert.DoesNotContain("calendrier signé", reminder.Shown(), StringComparison.Ordinal);
        });
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatMayNotHaveArrivedIsToldOnceMoreAndSaysSo()
    {
        var line = new LostAnswers();
        await using var team = await TeamOfTheTest.StartAsync(line.Break);
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        line.Loses = request => request.Method == HttpMethod.Post && IsTo(clinician, request.RequestUri!.AbsolutePath);
        await team.ReopenAsync(code);
        line.Loses = _ => false;
        await team.UntilAsync(team.Clock.GetUtcNow().AddHours(1));

        Assert.Equal(2, clinician.ToldOfAgreement().Count);
        Assert.DoesNotContain("Second envoi", clinician.ToldOfAgreement()[0], StringComparison.Ordinal);
        Assert.Contains("Second envoi", clinician.ToldOfAgreement()[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheChatTakesNothingTheThreadIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        team.Connector.Answer = request => request.Method == HttpMethods.Post && IsTo(clinician, request.Path.Value!) ? Results.StatusCode(403) : null;
        await team.ReopenAsync(code);
        Assert.Empty(clinician.ToldOfAgreement());
        Assert.Single(ToldInTheThread(team), message => message.Text?.Contains("Contrordre", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task ACorrectionThatIsSignedAfterwardsIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.SignAsync(code, "corrected", "prescriber");
        Assert.Contains("Correction — Prescripteur** : Stent posé en septembre.", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);

        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        Assert.Contains("Corrigé par un signataire", Assert.Single(clinician.Stops()).Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modifier le patient et son bilan", "patient.plateletsPerMm3", "?", "un résultat qui pourrait s’y opposer n’est plus connu")]
    [InlineData("modifier médicaments et date", "lastDoseOn.clopidogrel", "2026-12-10", "un arrêt ne peut plus être tenu à la date prévue (clopidogrel)")]
    public async Task AnswersOnWhichNobodyWouldHaveAcceptedEndTheAgreement(string command, string fact, string value, string why)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        await clinician.EditAsync(command, (fact, value));
        await team.SettleTwiceAsync();
        Assert.Contains(why, Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
        Assert.Contains("À réévaluer", team.Card, StringComparison.Ordinal);
    }
    /// <summary>Accepted with a reason in spite of the verdict: the board has seen what it says.</summary>
    [Fact]
    public async Task WhatTheBoardAcceptedInSpiteOfTheVerdictStaysAgreed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician, ("patient.plateletsPerMm3", "42000"));
        await team.CloseAsync(code, "acceptedWithConditions", "2026-12-14");
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-07 12:00+01:00"));
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
        Assert.Empty(clinician.ToldOfAgreement());

        // That the prothrombin is not known any more it has not.
        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"), ("patient.prothrombinRatioPercent", "?"));
        await team.SettleTwiceAsync();
        Assert.Contains("n’est plus connu", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheProcedureNobodyIsToldToStopNothing()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-15 12:00+01:00"));
        await team.ReopenAsync(code);
        Assert.Empty(clinician.ToldOfAgreement());
        Assert.Empty(await team.OutboxAsync());
    }

    [Fact]
    public async Task TheThreadIsToldTooWhereRemindersWentThere()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var directory = team.Host.Services.GetRequiredService<BoardDirectory>();
        var rules = await directory.RulesOfAsync(TeamOfTheTest.Channel, CancellationToken.None);
        await directory.SetAsync(new Microsoft.Bot.Schema.Activity(), TeamOfTheTest.Channel, rules with { RemindsThread = true }, CancellationToken.None);
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 18:30+01:00"));
        Assert.Single(ToldInTheThread(team), message => message.Summary?.StartsWith("Rappel", StringComparison.Ordinal) is true);
        await team.ReopenAsync(code);
        Assert.Single(clinician.ToldOfAgreement());
        Assert.Single(ToldInTheThread(team), message => message.Text?.Contains("Contrordre", StringComparison.Ordinal) is true);
    }

    /// <summary>Neither the chat nor the thread takes anything today.</summary>
    [Fact]
    public async Task WhoeverCouldNotBeToldIsToldOnAnotherDay()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        team.Connector.Answer = request => request.Method == HttpMethods.Post ? Results.StatusCode(403) : null;
        await team.ReopenAsync(code);
        Assert.Empty(clinician.ToldOfAgreement());

        team.Connector.Answer = _ => null;
        await clinician.SendTextAsync("aide");
        await team.UntilAsync(team.Clock.GetUtcNow().AddDays(1));
        Assert.Contains("rouvert", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }

    /// <summary>Answers that the channel cannot be shown any more end an agreement all the same.</summary>
    [Fact]
    public async Task WhereTheChannelTakesNoMessageTheAgreementFallsNonetheless()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        team.Connector.Answer = request => request.Path.Value!.Contains(TeamOfTheTest.Channel, StringComparison.Ordinal) ? Results.StatusCode(403) : null;
        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "90000"));
        await team.SettleTwiceAsync();
        Assert.Empty(clinician.ToldOfAgreement());

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"));
        await team.SettleTwiceAsync();
        Assert.Contains("Plaquettes insuffisantes", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
        Assert.Equal(3, (await team.FindAsync(code)).Presentations.Length);
    }

    /// <summary>A case that was agreed before agreements were followed.</summary>
    [Fact]
    public async Task AnAgreementOfAnEarlierVersionIsFollowedFromItsNextChange()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await using (var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False"))
        {
            Assert.Equal(1, await connection.ExecuteAsync("UPDATE boards SET body = json_remove(body, '$.Agreement')"));
        }

        await team.ReopenAsync(code);
        Assert.Contains("Contrordre", Assert.Single(clinician.ToldOfAgreement()), StringComparison.Ordinal);
    }
    private static IEnumerable<Delivery> ToldInTheThread(TeamOfTheTest team) => team.Connector.Messages(team.Post!.Conversation);

    private static bool IsTo(BotConversation clinician, string path) => Uri.UnescapeDataString(path).Contains(clinician.Person.Conversation, StringComparison.Ordinal);
}
