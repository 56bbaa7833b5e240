using System.Net;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;
using static CimentoBot.Host.Tests.Board.RemindedTeam;

namespace CimentoBot.Host.Tests.Board;

/// <summary>
/// One case from the day on which the bot comes into a team to the minutes of the session: a clinician, an oncologist, a radiotherapist,
/// a radiologist, an anaesthetist and an owner of the team, a real bot, a real connector, and a clock that the test moves.
/// </summary>
public sealed partial class BoardStoryTests
{
    [Fact]
    public async Task ACaseIsInterviewedPresentedDiscussedSignedChangedRemindedOfClosedAndMinuted()
    {
        await using var team = await TeamOfTheTest.StartWithoutBoardAsync(("Bot:PublicUrl", "http://cimentobot.example"));

        // The bot comes into the team, and an owner makes the channel a board.
        await InstallAsync(team);

        // The clinician answers five cards and presents the case to the session of 3 December.
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        Assert.Contains("RCP du jeudi 3 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.Contains($"{code} — présenté, sans avis", team.Card, StringComparison.Ordinal);
        Assert.Contains("Présenté à « RCP os »", Verdict(clinician), StringComparison.Ordinal);

        await DiscussAsync(team, clinician);
        await SignAsync(team, code);
        await BleedAsync(team, clinician);

        // The evening before the session, its agenda comes into the channel by itself: this case was evaluated anew and waits for opinions.
        await team.UntilAsync(At("2026-12-02 18:00+01:00"));
        var agenda = team.Connector.Messages(TeamOfTheTest.Channel).Last(message => message.Text is not null).Text!;
        Assert.Contains("Ordre du jour", agenda, StringComparison.Ordinal);
        Assert.Contains(code, agenda, StringComparison.Ordinal);

        // On the day of the session three give their opinion on what stands now, and the owner closes.
        await team.UntilAsync(At("2026-12-03 15:00+01:00"));
        foreach (var (name, specialty) in new[] { ("oncologist", "oncology"), ("radiotherapist", "radiotherapy"), ("radiologist", "radiology") })
        {
            await GiveAsync(team.InThread(name), "favourableWithConditions", specialty);
        }

        await CloseAsync(team, code);
        Assert.Contains("Accepté sous conditions", Verdict(clinician), StringComparison.Ordinal);
        Assert.Equal(BoardStage.Closed, (await team.FindAsync(code)).Stage);

        // The evening before the stop, and on its morning, the clinician is reminded of it.
        await team.UntilAsync(At("2026-12-08 17:59+01:00"));
        Assert.Empty(clinician.Stops());
        await team.UntilAsync(At("2026-12-08 18:00+01:00"));
        var evening = Assert.Single(clinician.Stops());
        Assert.Contains("Clopidogrel — Arrêt : aucune prise à partir du mercredi 9 décembre 2026 (J−5)", evening.Shown(), StringComparison.Ordinal);
        Assert.DoesNotContain("Projet", evening.Shown(), StringComparison.Ordinal);
        await team.UntilAsync(At("2026-12-09 08:00+01:00"));
        Assert.Equal(2, clinician.Stops().Count);

        await MinuteAsync(team, code);
    }

    private static async Task InstallAsync(TeamOfTheTest team)
    {
        var owner = team.InThread("owner", "owner", TeamOfTheTest.Channel);
        await team.TellAsync(owner, "installationUpdate", activity => activity["action"] = "add");
        Assert.Contains("Ce canal n’est pas encore une RCP", Assert.Single((await owner.SendTextAsync("bonjour")).Replies).Text, StringComparison.Ordinal);
        await owner.SendTextAsync("réglages");
        var saved = await owner.InvokeAsync("board.settings", new Dictionary<string, string> { ["name"] = "RCP os", ["quorum"] = "3", ["meetingDay"] = "thursday", ["meetingTime"] = "14:00" });
        Assert.Contains("Réglages enregistrés", Shown(saved), StringComparison.Ordinal);
    }

    /// <summary>Three specialties give their opinion; the last one makes the quorum.</summary>
    private static async Task DiscussAsync(TeamOfTheTest team, BotConversation clinician)
    {
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
    }

    /// <summary>Anaesthesia signs the holds on a form of its own, the prescriber by a typed line.</summary>
    private static async Task SignAsync(TeamOfTheTest team, string code)
    {
        var anaesthetist = team.InThread("anaesthetist");
        Assert.Contains("Signer le calendrier", Shown(await anaesthetist.InvokeAsync("board.signoff")), StringComparison.Ordinal);
        await anaesthetist.InvokeAsync("board.signoff", new Dictionary<string, string> { ["role"] = "anaesthesia", ["outcome"] = "agreed" });
        await team.InThread("owner", "owner").SendTextAsync($"signer {code} prescripteur");
        await team.SettleAsync();
        Assert.Contains("Anesthésie : D’accord avec le calendrier", team.Card, StringComparison.Ordinal);
        Assert.Contains("Prescripteur : D’accord avec le calendrier", team.Card, StringComparison.Ordinal);
    }

    /// <summary>New platelets: the thread is told, the card is another, the opinions are about the earlier one.</summary>
    private static async Task BleedAsync(TeamOfTheTest team, BotConversation clinician)
    {
        await clinician.SendTextAsync("modifier plaquettes");
        await clinician.SubmitAsync("answer", new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "42 000" });
        await clinician.SendTextAsync("terminer");
        await team.SettleAsync();
        Assert.Contains("À reporter", team.Card, StringComparison.Ordinal);
        Assert.Contains("donné sur une version antérieure", team.Card, StringComparison.Ordinal);
        var told = Assert.Single(
            team.Connector.Messages(TeamOfTheTest.Channel), message => message.Text?.Contains("a changé depuis sa présentation", StringComparison.Ordinal) is true);
        Assert.Contains("180 000/mm³ → 42 000/mm³", told.Text!.Replace('\u00a0', ' ').Replace('\u202f', ' '), StringComparison.Ordinal);
        Assert.Contains("Éligible sous conditions → À reporter", told.Text, StringComparison.Ordinal);
    }

    /// <summary>A case that the guideline defers is accepted with a reason only, by an owner only.</summary>
    private static async Task CloseAsync(TeamOfTheTest team, string code)
    {
        var owner = team.InThread("owner", "owner");
        Assert.Equal(403, (await team.InThread("anaesthetist").InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "accepted" })).ReplyStatus);
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
        Assert.Contains("Accepté sous conditions — RCP (quorum atteint), 3 spécialités ; motif : Élément nouveau ; geste prévu le lundi 14 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.Null(owner.CardWith("board.opinion"));
    }

    /// <summary>The minutes, as text for the shared record and as a page for print.</summary>
    private static async Task MinuteAsync(TeamOfTheTest team, string code)
    {
        var replies = (await team.InThread("owner", "owner").SendTextAsync("compte rendu")).Replies;
        Assert.Contains($"{code} — L3. Verdict présenté : À reporter", replies[0].Text!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Contains("Texte de la décision : Après transfusion de plaquettes.", replies[0].Text!.Replace('\u00a0', ' '), StringComparison.Ordinal);
        var link = MinutesLink().Match(replies[1].Text!);
        Assert.StartsWith("[Compte rendu à imprimer — sort de Teams](", replies[1].Text, StringComparison.Ordinal);

        using var response = await team.Host.GetAsync(link.Groups["path"].Value);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith("default-src 'none'; style-src 'sha256-", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await response.Content.ReadAsStringAsync();
        Assert.Contains("<h1>Compte rendu de RCP — RCP os</h1>", page, StringComparison.Ordinal);
        Assert.Contains("Après transfusion de plaquettes.", page, StringComparison.Ordinal);
        Assert.All(["clinician", "oncologist", "object-", "owner"], identity => Assert.DoesNotContain(identity, page, StringComparison.Ordinal));
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

    private static string Shown(Turn turn) => RemindedTeam.Shown(turn.ReplyCard!);

    private static string Verdict(BotConversation clinician) => RemindedTeam.Shown(clinician.CardWith("case.post")!);

    [GeneratedRegex(@"\(http://cimentobot\.example(?<path>/c/[^)/]+/minutes)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MinutesLink();
}
