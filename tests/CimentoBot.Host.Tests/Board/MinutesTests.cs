using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Tour;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The minutes of a session, as text and as a page.</summary>
public sealed class MinutesTests
{
    private const string Nasty = "=1+1\r\n# titre <at>CimentoBot</at> [clic](https://exemple.test) <script>alert(1)</script> | a | b |";

    private const string NastyOnALine = "=1+1 # titre <at>CimentoBot</at> [clic](https://exemple.test) <script>alert(1)</script> | a | b |";

    private static readonly DateTimeOffset DayOfTheSession = new(2026, 12, 3, 15, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task TheMinutesSayWhatWasPresentedSaidSignedAndDecided()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var (decided, postponed, open) = await SessionAsync(team);

        var text = await AskAsync(team, "compte rendu");

        var paragraphs = text.Split("\n\n");
        Assert.StartsWith("Compte rendu de RCP — RCP os, séance du jeudi 3 décembre 2026 — 2 dossiers clos.", paragraphs[0], StringComparison.Ordinal);
        Assert.Equal(
            $"{decided} — L3. Verdict présenté : Éligible sous conditions (lun. 30 nov. 2026, édition {Eligibility.Rules.Guideline.Edition}). " +
            "Question : Avant la radiothérapie ? " +
            "Avis : Favorable : 2 · Favorable sous conditions : 1. " +
            "Avis, Radiologie interventionnelle : Favorable : 1. " +
            "Avis, Oncologie : Favorable : 1. " +
            "Avis, Radiothérapie : Favorable sous conditions : 1 — « si la radiothérapie suit ». " +
            "Signature, Anesthésie : D’accord avec le calendrier. " +
            "Signature, Prescripteur : D’accord avec une correction — « relais par aspirine ». " +
            "Décision : Accepté sous conditions — RCP (quorum atteint), 3 spécialités ; geste prévu le lundi 14 décembre 2026. " +
            "Texte de la décision : Geste puis radiothérapie.",
            paragraphs[1]);
        Assert.StartsWith($"{postponed} — L3. ", paragraphs[2], StringComparison.Ordinal);
        Assert.Contains("Avis : aucun. Décision : Reporté — staff (quorum non atteint), 0 spécialité ; séance du jeudi 10 décembre 2026.", paragraphs[2], StringComparison.Ordinal);
        Assert.Equal($"Sans décision : {open}.", paragraphs[3]);
        Assert.Equal(5, paragraphs.Length);

        Assert.Contains("no minutes", await AskAsync(team, "minutes session=2026-12-10"), StringComparison.Ordinal);
        Assert.Contains("Decision: Accepted with conditions — board meeting (quorum met), 3 specialties", await AskAsync(team, "minutes session=2026-12-03"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatWasReopenedSinceStaysInTheMinutesOfItsSession()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        Assert.Contains("pas de compte rendu", await AskAsync(team, "compte rendu"), StringComparison.Ordinal);
        var (decided, _, _) = await SessionAsync(team);
        await team.InThread("owner", "owner").SendTextAsync($"rouvrir {decided}");
        await team.InThread("pharmacist").SendTextAsync($"avis {decided} défavorable spécialité=pharmacie");

        var text = await AskAsync(team, "compte-rendu");

        Assert.Contains("Depuis : le dossier a été rouvert.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Pharmacie", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodysWordsAreObeyedInTheTextOrOnThePage()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedOnAsync(TeamOfTheTest.Session, Nasty, team.Chat("clinician"));
        await team.InThread("oncologist").InvokeAsync("board.opinion", new Dictionary<string, string> { ["opinion"] = "favourable", ["specialty"] = "oncology", ["comment"] = Nasty });
        await team.UntilAsync(DayOfTheSession);
        await team.InThread("owner", "owner").InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "refused", ["reason"] = "patientWish", ["text"] = Nasty });

        var delivery = Assert.Single((await team.InThread("asker").SendTextAsync("compte rendu")).Replies);

        Assert.DoesNotContain(delivery.Activity["entities"]?.AsArray() ?? [], entity => (string?)entity!["type"] == "mention");
        Assert.DoesNotContain("<at>", delivery.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", delivery.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("[clic](", delivery.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain(" | a", delivery.Text!, StringComparison.Ordinal);
        Assert.All(delivery.Text!.Split('\n'), line => Assert.False(line.StartsWith('=') || line.StartsWith('#'), line));
        Assert.DoesNotContain('\r', delivery.Text!);
        Assert.Equal(3, delivery.Text!.Split("=1+1").Length - 1);

        var minutes = await team.Host.Services.GetRequiredService<BoardMinutes>().OfAsync(TeamOfTheTest.Channel, new LocalDate(2026, 12, 3), CancellationToken.None);
        var page = MinutesPage.Of(minutes!, Language.French);
        Assert.Contains(code, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<at>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("href", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All).Encode(NastyOnALine), page, StringComparison.Ordinal);
    }

    /// <summary>A session on 3 December: one case accepted, one postponed, one left open.</summary>
    private static async Task<(string Decided, string Postponed, string Open)> SessionAsync(TeamOfTheTest team)
    {
        var decided = await team.PresentedOnAsync(TeamOfTheTest.Session, "Avant la radiothérapie ?", team.Chat("clinician"));
        var postponed = await team.PresentedAsync(team.Chat("another"));
        var open = await team.PresentedAsync(team.Chat("third"));
        await team.InThread("oncologist").SendTextAsync($"avis {decided} favorable spécialité=oncologie");
        await team.InThread("radiotherapist").SendTextAsync($"avis {decided} conditions si la radiothérapie suit spécialité=radiothérapie");
        await team.InThread("radiologist").SendTextAsync($"avis {decided} favorable spécialité=radiologie");
        await team.InThread("anaesthetist").SendTextAsync($"signer {decided} anesthésie");
        await team.InThread("prescriber").SendTextAsync($"signer {decided} prescripteur correction relais par aspirine");
        await team.UntilAsync(DayOfTheSession);
        var owner = team.InThread("owner", "owner");
        await owner.SendTextAsync($"clore {decided} conditions Geste puis radiothérapie. prévu=2026-12-14");
        await owner.SendTextAsync($"clore {postponed} reporté séance=2026-12-10");
        await team.SettleAsync();
        return (decided, postponed, open);
    }

    private static async Task<string> AskAsync(TeamOfTheTest team, string text) =>
        Assert.Single((await team.InThread("asker").SendTextAsync(text)).Replies).Text!.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
