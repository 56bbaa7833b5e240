using System.Text.Json.Nodes;
using CsCheck;

namespace CimentoBot.Host.Tests.Fuzz;

/// <summary>Activities and cases, mutilated and sent over HTTP: each is answered with a status of the contract, nothing fails, hangs, grows or is echoed.</summary>
public sealed class HttpFuzzTests
{
    private const string Messages = "/api/messages";
    private const string Eligibility = "/api/eligibility";

    /// <summary>After so many turns the outbox is let go.</summary>
    private const int BetweenSendings = 100;

    /// <summary>The memory of a heap that was collected, compared over many turns: what is kept of each would be far more.</summary>
    private const long RoomForNoise = 32 * 1024 * 1024;

    private static readonly Gen<string> Typed = Texts.From(
        "nouveau", "suite", "terminer", "retour", "texte", "dossiers", "reprendre", "modifier plaquettes", "recommencer", "langue en", "pourquoi ?", "bonjour", "annuler",
        "plaquettes : 150 G/L\nTP 85\nEVA 7", "Plavix ; Kardégic 75 mg/j", "30/11/2026", "vertèbre", "L3", "aucun", "présenter CB-7F3K séance=2026-12-03", "avis CB-7F3K favorable d’accord spécialité=oncologie");

    private static readonly Gen<JsonWound[]> Wounds = JsonWound.With(Typed).Array[0, 4];

    [Fact]
    public async Task NoActivityMakesTheBotFailHangGrowOrEcho()
    {
        await using var crossfire = await Crossfire.StartAsync();
        var rounds = Rounds.Of(400);
        var (sent, heap) = (0L, 0L);
        await Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[0, 9], Typed, Wounds).SampleAsync(
            async (real, kind, text, wounds) =>
            {
                var seed = kind < 3 && crossfire.Open is { } open ? open : crossfire.Real[real % crossfire.Real.Count];
                seed = seed.DeepClone().AsObject();
                seed["id"] = $"{sent}";
                if (kind is 3 or 4 && seed["text"] is not null)
                {
                    seed["text"] = text;
                }

                var body = JsonWound.Wounded(seed, wounds);
                var wrong = crossfire.StaysHere(body) ? await crossfire.SendAsync(Messages, body) : "";
                sent++;
                wrong = wrong.Length == 0 && sent % BetweenSendings == 0 ? await crossfire.LetGoAsync() : wrong;
                Assert.True(wrong.Length == 0, $"{wrong}\n{body}");
                heap = sent == rounds / 2 ? GC.GetTotalMemory(forceFullCollection: true) : heap;
            },
            iter: rounds,
            threads: 1);
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) < heap + (heap / 2) + RoomForNoise);
    }

    [Fact]
    public async Task NoCaseMakesTheAssessmentFailHangOrEcho()
    {
        await using var crossfire = await Crossfire.StartAsync();
        var good = new[]
        {
            "[]", """[{ "drug": "Plavix" }, { "drug": "aspirine", "dailyDoseMg": 75 }]""", """[{ "drug": "Xarelto 20 mg", "lastDoseOn": "2026-03-19" }, { "drug": "ancien Plavixx" }]""",
        }.Select(medications => JsonNode.Parse(Cases.Request(Cases.L3With(medications)))!).ToArray();
        await Gen.Select(Gen.OneOf(good), Wounds, Gen.OneOf("", "?lang=en&explain=true", "?lang=fr", "?explain=maybe")).SampleAsync(
            async (seed, wounds, query) =>
            {
                var body = JsonWound.Wounded(seed, wounds);
                var wrong = await crossfire.SendAsync(Eligibility + query, body);
                Assert.True(wrong.Length == 0, $"{wrong}\n{body}");
            },
            iter: Rounds.Of(400),
            threads: 1);
    }

    /// <summary>What once failed, and what is worth keeping.</summary>
    [Fact]
    public async Task NothingOfTheCorpusMakesTheBotFailHangOrEcho()
    {
        await using var crossfire = await Crossfire.StartAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fuzz", "corpus"), "*.json").Order(StringComparer.Ordinal))
        {
            var kept = JsonNode.Parse(await File.ReadAllTextAsync(file))!;
            var wrong = await crossfire.SendAsync((string)kept["path"]!, (string)kept["body"]!);
            Assert.True(wrong.Length == 0, $"{Path.GetFileName(file)}: {wrong}");
        }
    }
}
