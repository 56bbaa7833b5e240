using System.Text.Json.Nodes;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Privacy;

/// <summary>Two interviews and a case's whole life at the board, played by people who are planted, about a patient whose name is typed wherever text is taken.</summary>
internal static class PlantedStory
{
    /// <summary>The patient, wherever free text is taken; refused each time.</summary>
    public const string Patient = "Plantaurel";

    /// <summary>Answers that a board may read, and nobody else.</summary>
    public static readonly string[] Answers = ["L3 zorglub", "si kryptolite suit", "D’accord sauf vrombissant", "Après transfusion de brouzouf", "Une question de gloubiboulga"];

    private const string Identity = $"Mme {Patient}";

    /// <returns>The case that the board closed, and the one that was never presented.</returns>
    public static async Task<(string Presented, string Private)> PlayAsync(PlantedTeam planted)
    {
        var team = planted.Team;
        var clinician = planted.Chat(PlantedTeam.Clinician);
        await clinician.ArriveAsync();
        await clinician.SendTextAsync("nouveau");
        await clinician.SendTextAsync($"libellé : L3 de {Identity}");
        await clinician.SubmitAsync("answer", new Dictionary<string, string>(TypicalCase.Facts, StringComparer.Ordinal) { ["lesion.label"] = $"L3 {Identity}" });
        var never = await TeamOfTheTest.InterviewAsync(clinician);
        var code = await TeamOfTheTest.InterviewAsync(clinician, ("lesion.label", Answers[0]));
        Assert.Equal(200, (await PostAsync(clinician, code, Identity)).ReplyStatus);
        Assert.Null(team.Post);
        await PostAsync(clinician, code, Answers[4]);
        await team.SettleAsync();

        await DiscussAsync(planted, code);
        await clinician.SendTextAsync("modifier plaquettes");
        await clinician.SubmitAsync("answer", new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "190 000" });
        await clinician.SendTextAsync("terminer");
        await team.SettleAsync();
        await CloseAsync(planted, code);
        await team.UntilAsync(RemindedTeam.At("2026-12-08 18:00+01:00"));
        Assert.Equal(200, (await clinician.InvokeAsync("case.seen")).ReplyStatus);
        await team.SettleAsync();
        return (code, never);
    }

    private static Task<Turn> PostAsync(BotConversation clinician, string code, string question) => clinician.InvokeValueAsync(
        "case.post", new JsonObject { ["case"] = code, ["board"] = TeamOfTheTest.Channel, ["session"] = TeamOfTheTest.Session, ["question"] = question });

    private static async Task DiscussAsync(PlantedTeam planted, string code)
    {
        var oncologist = planted.InThread(PlantedTeam.Oncologist);
        Assert.Equal(400, (await GiveAsync(oncologist, code, $"Vu {Identity} ce matin")).ReplyStatus);
        Assert.Equal(200, (await GiveAsync(oncologist, code, Answers[1])).ReplyStatus);
        var anaesthetist = planted.InThread(PlantedTeam.Anaesthetist);
        Assert.Equal(400, (await SignAsync(anaesthetist, code, "corrected", $"À revoir avec {Identity}")).ReplyStatus);
        Assert.Equal(200, (await SignAsync(anaesthetist, code, "corrected", Answers[2])).ReplyStatus);
        await anaesthetist.SendTextAsync($"avis {code} favorable d’accord avec {Identity}");
        await planted.Team.SettleAsync();
    }

    private static async Task CloseAsync(PlantedTeam planted, string code)
    {
        var owner = planted.InThread(PlantedTeam.Owner);
        Assert.Equal(400, (await CloseAsync(owner, code, $"Prévenir {Identity}")).ReplyStatus);
        Assert.Equal(200, (await CloseAsync(owner, code, Answers[3])).ReplyStatus);
        Assert.Equal(200, (await owner.InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        Assert.Equal(200, (await CloseAsync(owner, code, Answers[3])).ReplyStatus);
        await owner.SendTextAsync("compte rendu");
        var settings = await planted.InChannel(PlantedTeam.Owner).InvokeValueAsync("board.settings", new() { ["name"] = "RCP os", ["quorum"] = "3" });
        Assert.Equal(200, settings.ReplyStatus);
        await planted.Team.SettleAsync();
    }

    private static Task<Turn> GiveAsync(BotConversation member, string code, string comment) => member.InvokeValueAsync(
        "board.opinion", new() { ["case"] = code, ["opinion"] = "favourable", ["specialty"] = "oncology", ["comment"] = comment });

    private static Task<Turn> SignAsync(BotConversation member, string code, string outcome, string reason) => member.InvokeValueAsync(
        "board.signoff", new() { ["case"] = code, ["role"] = "anaesthesia", ["outcome"] = outcome, ["reason"] = reason });

    private static Task<Turn> CloseAsync(BotConversation owner, string code, string text) => owner.InvokeValueAsync(
        "board.close",
        new() { ["case"] = code, ["decision"] = "acceptedWithConditions", ["reason"] = "patientWish", ["text"] = text, ["plannedAt"] = "2026-12-14" });
}
