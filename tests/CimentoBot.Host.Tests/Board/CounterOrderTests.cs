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
        Assert.Empty(Told(clinician));

        await team.ReopenAsync(code);
        var told = Assert.Single(Told(clinician));
        Assert.Contains("Contrordre", told, StringComparison.Ordinal);
        Assert.Contains("rouvert", told, StringComparison.Ordinal);
        Assert.Contains("demander au prescripteur", told, StringComparison.Ordinal);

        await team.SignAsync(code, "refused", "prescriber");
        await team.UntilAsync(team.Clock.GetUtcNow().AddDays(1));
        Assert.Single(Told(clinician));

        await team.SignAsync(code);
        await team.CloseAsync(code, "accepted", "2026-12-14");
        Assert.Equal(2, Told(clinician).Count);
        Assert.Contains("convenus, à ce jour", Told(clinician)[^1], StringComparison.Ordinal);
        Assert.Contains("clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026", Told(clinician)[^1], StringComparison.Ordinal);
        Assert.Contains("geste le lundi 14 décembre 2026", Told(clinician)[^1], StringComparison.Ordinal);

        await team.SignAsync(code, "refused", "prescriber");
        Assert.Equal(3, Told(clinician).Count);
        Assert.Contains("arrêt refusé (Prescripteur)", Told(clinician)[^1], StringComparison.Ordinal);
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
        Assert.Empty(Told(clinician));
    }

    /// <summary>Deferred, not refused: the schedule stays on the cards, and nobody is to act on it.</summary>
    [Fact]
    public async Task AVerdictThatTurnedAgainstTheProcedureEndsTheAgreementAndAMissedHoldDoesNot()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-10 12:00+01:00"));
        Assert.Empty(Told(clinician));
        Assert.Contains("un arrêt ne peut plus être tenu", string.Concat(team.Connector.Messages(team.Post!.Conversation).Select(message => message.Text)), StringComparison.Ordinal);
        Assert.Contains("calendrier signé", clinician.Stops()[^1].Shown(), StringComparison.Ordinal);

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"));
        await SettledAsync(team);
        Assert.Contains("ne tient plus : Plaquettes insuffisantes", Assert.Single(Told(clinician)), StringComparison.Ordinal);
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

        Assert.Equal(2, Told(clinician).Count);
        Assert.DoesNotContain("Second envoi", Told(clinician)[0], StringComparison.Ordinal);
        Assert.Contains("Second envoi", Told(clinician)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereTheChatTakesNothingTheThreadIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        team.Connector.Answer = request => request.Method == HttpMethods.Post && IsTo(clinician, request.Path.Value!) ? Results.StatusCode(403) : null;
        await team.ReopenAsync(code);
        Assert.Empty(Told(clinician));
        Assert.Single(ToldInTheThread(team), message => message.Text?.Contains("Contrordre", StringComparison.Ordinal) is true);
    }

    [Fact]
    public async Task ACorrectionThatIsSignedAfterwardsIsTold()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.SignAsync(code, "corrected", "prescriber");
        Assert.Contains("Correction — Prescripteur** : Stent posé en septembre.", Assert.Single(Told(clinician)), StringComparison.Ordinal);

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
        await SettledAsync(team);
        Assert.Contains(why, Assert.Single(Told(clinician)), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
        Assert.Contains("À réévaluer", team.Card, StringComparison.Ordinal);
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
        await clinician.EditAsync("modifier médicaments et date", [.. facts, ("lastDoseOn.apixaban", lastDose)]);
        await SettledAsync(team);
        Assert.Equal(lastDose, NodaTime.Text.LocalDatePattern.Iso.Format((await team.FindAsync(code)).Current.Facts.Find(CimentoBot.Eligibility.Facts.Vocabulary.Medications)![0].LastDoseOn!.Value));
        Assert.Equal(stands ? 0 : 1, Told(clinician).Count);
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
        Assert.DoesNotContain("Contrordre", Assert.Single(Told(clinician)), StringComparison.Ordinal);
        Assert.Contains("convenu", team.Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAgreementToALaterDayThanTheBoardsIsFollowedToThatDay()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await clinician.EditAsync("modifier médicaments et date", ("plan.procedureAt", "2026-12-21"));
        await SettledAsync(team);
        await team.SignAsync(code);
        await team.UntilAsync(At("2026-12-15 12:00+01:00"));
        Assert.Equal(2, Told(clinician).Count);
        await team.SignAsync(code, "refused", "prescriber");
        Assert.Contains("arrêt refusé (Prescripteur)", Told(clinician)[^1], StringComparison.Ordinal);
        Assert.Equal(3, Told(clinician).Count);
    }

    [Fact]
    public async Task WhatBothSignForADayThatComesTooSoonIsNotAgreed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-08 12:00+01:00"));
        await clinician.EditAsync("modifier médicaments et date", ("plan.procedureAt", "2026-12-11"));
        await SettledAsync(team);
        await team.SignAsync(code);
        Assert.Contains("Contrordre", Assert.Single(Told(clinician)), StringComparison.Ordinal);
        Assert.DoesNotContain("convenu", team.Card, StringComparison.Ordinal);
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
        Assert.Empty(Told(clinician));

        // That the prothrombin is not known any more it has not.
        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"), ("patient.prothrombinRatioPercent", "?"));
        await SettledAsync(team);
        Assert.Contains("n’est plus connu", Assert.Single(Told(clinician)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterTheProcedureNobodyIsToldToStopNothing()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.AgreedAsync(clinician);
        await team.UntilAsync(At("2026-12-15 12:00+01:00"));
        await team.ReopenAsync(code);
        Assert.Empty(Told(clinician));
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
        Assert.Single(Told(clinician));
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
        Assert.Empty(Told(clinician));

        team.Connector.Answer = _ => null;
        await clinician.SendTextAsync("aide");
        await team.UntilAsync(team.Clock.GetUtcNow().AddDays(1));
        Assert.Contains("rouvert", Assert.Single(Told(clinician)), StringComparison.Ordinal);
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
        await SettledAsync(team);
        Assert.Empty(Told(clinician));

        await clinician.EditAsync("modifier le patient et son bilan", ("patient.plateletsPerMm3", "42000"));
        await SettledAsync(team);
        Assert.Contains("Plaquettes insuffisantes", Assert.Single(Told(clinician)), StringComparison.Ordinal);
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
        Assert.Contains("Contrordre", Assert.Single(Told(clinician)), StringComparison.Ordinal);
    }

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

    /// <summary>What a presentation sends leaves after it.</summary>
    private static async Task SettledAsync(TeamOfTheTest team)
    {
        await team.SettleAsync();
        await team.SettleAsync();
    }

    private static IEnumerable<Delivery> ToldInTheThread(TeamOfTheTest team) => team.Connector.Messages(team.Post!.Conversation);

    private static async Task<string> SaidAsync(BotConversation person, string line) =>
        string.Concat((await person.SendTextAsync(line)).Replies.Select(reply => reply.Text)).Replace('\u00a0', ' ');

    private static IReadOnlyList<string> Told(BotConversation clinician) =>
        [.. clinician.Messages.Select(message => message.Text).OfType<string>().Select(text => text.Replace('\u00a0', ' ')).Where(text => text.Contains("Contrordre", StringComparison.Ordinal) || text.Contains("convenus, à ce jour", StringComparison.Ordinal))];

    private static bool IsTo(BotConversation clinician, string path) => Uri.UnescapeDataString(path).Contains(clinician.Person.Conversation, StringComparison.Ordinal);
}
