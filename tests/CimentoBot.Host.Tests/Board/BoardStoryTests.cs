using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>One case from its first message to its decision: five people, a real bot, a real connector.</summary>
public sealed class BoardStoryTests
{
    [Fact]
    public async Task ACaseIsInterviewedPresentedDiscussedSignedChangedAndClosed()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");

        // The clinician answers five cards and presents the case to the session of 3 December.
        var code = await team.PresentedAsync(clinician);
        Assert.Contains("RCP du jeudi 3 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.Contains($"{code} — présenté, sans avis", team.Card, StringComparison.Ordinal);
        Assert.Contains("Présenté à « RCP os »", Verdict(clinician), StringComparison.Ordinal);

        // Three specialties give their opinion; the last one makes the quorum.
        await GiveAsync(team.InThread("oncologist"), "favourable", "oncology");
        await GiveAsync(team.InThread("radiotherapist"), "favourableWithConditions", "radiotherapy", "si la radiothérapie suit dans les quinze jours");
        await team.SettleAsync();
        Assert.Contains("Favorable : 1 · Favorable sous conditions : 1 · Défavorable : 0 · Informations à compléter : 0", team.Card, StringComparison.Ordinal);
        Assert.Contains("en discussion", team.Card, StringComparison.Ordinal);
        await GiveAsync(team.InThread("radiologist"), "favourable", "radiology");
        await team.SettleAsync();
        Assert.Contains("avis réunis", team.Card, StringComparison.Ordinal);
        Assert.Contains("si la radiothérapie suit", team.Card, StringComparison.Ordinal);
        Assert.Contains("Avis : 3", Verdict(clinician), StringComparison.Ordinal);

        // Anaesthesia signs the holds on a form of its own, the prescriber by a typed line.
        var anaesthetist = team.InThread("anaesthetist");
        Assert.Contains("Signer le calendrier", Shown(await anaesthetist.InvokeAsync("board.signoff")), StringComparison.Ordinal);
        await anaesthetist.InvokeAsync("board.signoff", new Dictionary<string, string> { ["role"] = "anaesthesia", ["outcome"] = "agreed" });
        var owner = team.InThread("owner", "owner");
        await owner.SendTextAsync($"signer {code} prescripteur");
        await team.SettleAsync();
        Assert.Contains("Anesthésie : D’accord avec le calendrier", team.Card, StringComparison.Ordinal);
        Assert.Contains("Prescripteur : D’accord avec le calendrier", team.Card, StringComparison.Ordinal);

        // New platelets: the thread is told, the card is another, the opinions are about the earlier one.
        await clinician.SendTextAsync("modifier plaquettes");
        await clinician.SubmitAsync("answer", new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "42 000" });
        await clinician.SendTextAsync("terminer");
        await team.SettleAsync();
        Assert.Contains("À reporter", team.Card, StringComparison.Ordinal);
        Assert.Contains("donné sur une version antérieure", team.Card, StringComparison.Ordinal);
        var told = Assert.Single(owner.Messages, message => message.Text?.Contains("a changé depuis sa présentation", StringComparison.Ordinal) is true);
        Assert.Contains("180 000/mm³ → 42 000/mm³", told.Text!.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Contains("Éligible sous conditions → À reporter", told.Text, StringComparison.Ordinal);

        // A case that the guideline defers is accepted with a reason only, by an owner only.
        Assert.Equal(403, (await anaesthetist.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "accepted" })).ReplyStatus);
        Assert.Equal(400, (await owner.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "accepted" })).ReplyStatus);
        await owner.InvokeAsync("board.close");
        var closed = await owner.InvokeAsync("board.close", new Dictionary<string, string>
        {
            ["decision"] = "acceptedWithConditions",
            ["reason"] = "newFinding",
            ["text"] = "Après transfusion de plaquettes.",
            ["plannedAt"] = "2026-12-14",
        });
        Assert.Equal(200, closed.ReplyStatus);
        await team.SettleAsync();
        Assert.Contains("Accepté sous conditions — staff (quorum non atteint), 0 spécialité ; motif : Élément nouveau ; geste prévu le lundi 14 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.Null(owner.CardWith("board.opinion"));
        Assert.Contains("Accepté sous conditions", Verdict(clinician), StringComparison.Ordinal);
        Assert.Equal(BoardStage.Closed, (await team.Boards.FindAsync(code, CancellationToken.None))!.Stage);
    }

    private static async Task GiveAsync(BotConversation member, string opinion, string specialty, string comment = "")
    {
        var turn = await member.InvokeAsync("board.opinion", new Dictionary<string, string>
        {
            ["opinion"] = opinion,
            ["specialty"] = specialty,
            ["comment"] = comment,
        });
        Assert.Equal(200, turn.ReplyStatus);
    }

    private static string Shown(Turn turn) => string.Join('\n', CardText.Lines(turn.ReplyCard!, unfolded: true));

    private static string Verdict(BotConversation clinician) =>
        string.Join('\n', CardText.Lines(clinician.CardWith("case.post")!, unfolded: true)).Replace('\u00a0', ' ');
}
