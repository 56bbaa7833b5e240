using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The agenda of a session: asked for, and posted by the bot itself the evening before.</summary>
public sealed class AgendaTests
{
    private static readonly DateTimeOffset Eve = new(2026, 12, 2, 18, 0, 0, TimeSpan.FromHours(1));
    private static readonly DateTimeOffset EveOfTheNext = new(2026, 12, 9, 18, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public async Task TheAgendaAskedForSaysOfEachCaseOfTheNextSessionWhatItWaitsFor()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var first = await team.PresentedAsync(team.Chat("clinician"));
        var second = await team.PresentedAsync(team.Chat("another"), ("patient.plateletsPerMm3", "?"), ("lesion.label", "aile *G*"));
        var later = await team.PresentedOnAsync("2026-12-10", "", team.Chat("third"));
        await team.InThread("oncologist").SendTextAsync($"avis {first} favorable spécialité=oncologie");
        await team.InThread("anaesthetist").SendTextAsync($"signer {first} anesthésie");

        var agenda = await AskAsync(team, "ordre du jour");

        Assert.Contains("Ordre du jour — RCP os, jeudi 3 décembre 2026", agenda, StringComparison.Ordinal);
        Assert.Contains(
            $"1. **{first}** — L3 — Éligible sous conditions — attend : des avis (1 sur 3 spécialités) ; la signature des arrêts (prescripteur) ; la décision",
            agenda,
            StringComparison.Ordinal);
        Assert.Contains(
            $"2. **{second}** — aile \\*G\\* — Indéterminé — attend : des avis (0 sur 3 spécialités) ; la signature des arrêts (anesthésie) ; la signature des arrêts (prescripteur) ; des données (Plaquettes) ; la décision",
            agenda,
            StringComparison.Ordinal);
        Assert.DoesNotContain(later, agenda, StringComparison.Ordinal);

        var english = await AskAsync(team, "agenda session=10/12/2026");
        Assert.Contains("Agenda — RCP os, Thursday 10 December 2026", english, StringComparison.Ordinal);
        Assert.Contains($"1. **{later}** — L3 — Eligible with conditions — waits for: opinions (0 of 3 specialties)", english, StringComparison.Ordinal);
        Assert.DoesNotContain(first, english, StringComparison.Ordinal);
        Assert.Contains("Date de séance non comprise", await AskAsync(team, "ordre du jour séance=bientôt"), StringComparison.Ordinal);
        Assert.Contains("Aucun dossier n’est à l’ordre du jour", await AskAsync(team, "ordre du jour séance=2026-12-17"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task CasesOfEarlierSessionsWithoutADecisionAreOverdueOnTheNextAgenda()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var overdue = await team.PresentedAsync(team.Chat("clinician"));
        var decided = await team.PresentedAsync(team.Chat("another"));
        await team.InThread("owner", "owner").SendTextAsync($"clore {decided} refusé motif=souhait");
        Assert.DoesNotContain("Sans décision", await AskAsync(team, "ordre du jour"), StringComparison.Ordinal);

        // On the day itself nothing is overdue yet, and today's session is the next one.
        await team.UntilAsync(Eve + TimeSpan.FromHours(23));
        Assert.DoesNotContain("Sans décision", await AskAsync(team, "ordre du jour"), StringComparison.Ordinal);

        await team.UntilAsync(Eve + TimeSpan.FromHours(32));
        var agenda = await AskAsync(team, "ordre du jour");
        Assert.Contains("Aucune séance à venir n’a de dossier.", agenda, StringComparison.Ordinal);
        Assert.Contains("Sans décision, séance passée", agenda, StringComparison.Ordinal);
        Assert.Contains($"- **{overdue}** — L3 — séance du jeu. 3 déc. 2026 — ", agenda, StringComparison.Ordinal);
        Assert.DoesNotContain(decided, agenda, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAgendaIsPostedTheEveningBeforeOnceEvenIfTheBotRestarts()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var first = await team.PresentedAsync(team.Chat("clinician"));
        var second = await team.PresentedAsync(team.Chat("another"));
        await team.InThread("oncologist").SendTextAsync($"avis {first} favorable spécialité=oncologie");
        await team.RestartAsync();

        await team.UntilAsync(Eve - TimeSpan.FromMinutes(1));
        Assert.Empty(Posted(team));
        await team.UntilAsync(Eve + TimeSpan.FromSeconds(1));
        var agenda = Assert.Single(Posted(team));
        Assert.Contains(first, agenda, StringComparison.Ordinal);
        Assert.Contains(second, agenda, StringComparison.Ordinal);

        await team.RestartAsync();
        await team.InThread("radiologist").SendTextAsync($"avis {first} favorable spécialité=radiologie");
        await team.PresentedAsync(team.Chat("late"));
        await team.UntilAsync(Eve + TimeSpan.FromHours(20));
        Assert.Single(Posted(team));
    }

    [Fact]
    public async Task ABotThatWasDownPostsTheAgendaOfTodayAndNoneOfYesterday()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.PresentedAsync(team.Chat("clinician"));
        await team.PresentedOnAsync("2026-12-04", "", team.Chat("another"));
        team.Clock.Advance(Eve + TimeSpan.FromHours(32) - team.Clock.GetUtcNow());

        await team.SettleAsync();

        Assert.Contains("4 décembre", Assert.Single(Posted(team)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASessionWhoseFirstCaseComesLaterThatEveningHasItsAgendaAtOnceAndOnTheDayItselfNone()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.UntilAsync(Eve + TimeSpan.FromHours(2));
        await team.PresentedAsync(team.Chat("clinician"));
        await team.SettleAsync();
        Assert.Contains("3 décembre", Assert.Single(Posted(team)), StringComparison.Ordinal);

        await team.UntilAsync(Eve + TimeSpan.FromHours(32));
        await team.PresentedOnAsync("2026-12-04", "", team.Chat("another"));
        await team.SettleAsync();
        Assert.Single(Posted(team));
    }

    [Fact]
    public async Task NothingIsPostedWhenNoCaseIsLeft()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var decided = await team.PresentedAsync(team.Chat("clinician"));
        var moved = await team.PresentedAsync(team.Chat("another"));
        var owner = team.InThread("owner", "owner");
        await owner.SendTextAsync($"clore {decided} refusé motif=souhait");
        await owner.SendTextAsync($"clore {moved} reporté séance=2026-12-10");

        await team.UntilAsync(Eve + TimeSpan.FromHours(1));

        Assert.Empty(Posted(team));
    }

    [Fact]
    public async Task APostponedCaseStandsOnTheAgendaOfItsNewSessionAndIsReopenedWhenThatIsPosted()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.InThread("owner", "owner").SendTextAsync($"clore {code} reporté Attendre le scanner. séance=2026-12-10");
        await team.SettleAsync();
        Assert.Contains("Reporté", team.Card, StringComparison.Ordinal);
        Assert.Contains($"1. **{code}** — L3 — reporté à cette séance", await AskAsync(team, "ordre du jour"), StringComparison.Ordinal);

        await team.UntilAsync(EveOfTheNext - TimeSpan.FromMinutes(1));
        Assert.Equal(BoardStage.Closed, (await FindAsync(team, code)).Stage);
        Assert.Empty(Posted(team));
        await team.UntilAsync(EveOfTheNext + TimeSpan.FromMinutes(1));

        Assert.Contains($"1. **{code}** — L3 — reporté à cette séance", Assert.Single(Posted(team)), StringComparison.Ordinal);
        Assert.Equal(BoardStage.Reopened, (await FindAsync(team, code)).Stage);
        Assert.Contains($"{code} — rouvert", team.Card, StringComparison.Ordinal);
        Assert.Contains("RCP du jeudi 10 décembre 2026", team.Card, StringComparison.Ordinal);
        Assert.NotNull(team.InThread("oncologist").CardWith("board.opinion"));
    }

    [Fact]
    public async Task ACasePostponedOnceMoreComesBackWithItsLastSession()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var owner = team.InThread("owner", "owner");
        await owner.SendTextAsync($"clore {code} reporté séance=2026-12-08");
        await owner.SendTextAsync($"rouvrir {code}");
        await owner.SendTextAsync($"clore {code} reporté séance=2026-12-10");

        await team.UntilAsync(EveOfTheNext - TimeSpan.FromMinutes(1));
        Assert.Equal(BoardStage.Closed, (await FindAsync(team, code)).Stage);
        Assert.Empty(Posted(team));
        await team.UntilAsync(EveOfTheNext + TimeSpan.FromMinutes(1));
        Assert.Equal(BoardStage.Reopened, (await FindAsync(team, code)).Stage);
    }

    [Fact]
    public async Task WhileTheGuidelineIsSuspendedTheAgendaSaysSoAndIsNotPosted()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        await team.RestartAsync(("Guideline:Suspended", "seuil à *revoir*"));

        var agenda = await AskAsync(team, "ordre du jour");
        Assert.Contains("Recommandation suspendue", agenda, StringComparison.Ordinal);
        Assert.Contains("seuil à \\*revoir\\*", agenda, StringComparison.Ordinal);
        Assert.Contains($"**{code}** — L3 — verdict non montré — attend : des avis (0 sur 3 spécialités) ; la décision", agenda, StringComparison.Ordinal);
        await team.UntilAsync(Eve + TimeSpan.FromHours(1));
        Assert.Empty(Posted(team));
    }

    [Fact]
    public async Task NoOtherChannelAndNoChatIsToldOfABoardsCases()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        foreach (var elsewhere in new[] { team.InThread("oncologist", conversation: "19:elsewhere@thread.tacv2"), clinician })
        {
            foreach (var (asked, answered) in new[]
            {
                ("ordre du jour", "se demande dans le canal d’une RCP"),
                ("compte rendu", "se demande dans le canal d’une RCP"),
                ($"voir {code}", "n’est pas présenté dans ce canal"),
            })
            {
                var reply = Assert.Single((await elsewhere.SendTextAsync(asked)).Replies);
                Assert.Contains(answered, reply.Text, StringComparison.Ordinal);
                Assert.DoesNotContain("L3", reply.Text!, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task TheCardOfACaseIsReadAsTextInItsChannel()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedOnAsync(TeamOfTheTest.Session, "Avant la *radiothérapie* ?", team.Chat("clinician"));
        await team.InThread("oncologist").SendTextAsync($"avis {code} conditions si *stable* spécialité=oncologie");
        await team.InThread("anaesthetist").SendTextAsync($"signer {code} anesthésie refus stent récent");

        var text = await AskAsync(team, $"voir {code}");

        Assert.StartsWith("**Éligible sous conditions**", text, StringComparison.Ordinal);
        Assert.Contains($"{code} — en discussion", text, StringComparison.Ordinal);
        Assert.Contains("Question : Avant la \\*radiothérapie\\* ?", text, StringComparison.Ordinal);
        Assert.Contains("Avis, Oncologie : Favorable sous conditions : 1 — « si \\*stable\\* »", text, StringComparison.Ordinal);
        Assert.Contains("Signature, Anesthésie : Arrêt refusé — « stent récent »", text, StringComparison.Ordinal);
    }

    private static async Task<string> AskAsync(TeamOfTheTest team, string text) =>
        Plain(Assert.Single((await team.InThread("asker").SendTextAsync(text)).Replies).Text!);

    /// <summary>The agendas that the bot posted by itself: threads of their own.</summary>
    private static IReadOnlyList<string> Posted(TeamOfTheTest team) =>
        [.. team.Connector.Deliveries
            .Where(delivery => delivery.Text?.StartsWith("**Ordre du jour", StringComparison.Ordinal) is true && delivery.Conversation.EndsWith(delivery.ActivityId, StringComparison.Ordinal))
            .Select(delivery => Plain(delivery.Text!))];

    private static async Task<BoardCase> FindAsync(TeamOfTheTest team, string code) => (await team.Boards.FindAsync(code, CancellationToken.None))!;

    private static string Plain(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
