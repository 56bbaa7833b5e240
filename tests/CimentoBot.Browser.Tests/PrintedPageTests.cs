using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Paper;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using Microsoft.Playwright;
using NodaTime;

namespace CimentoBot.Browser.Tests;

/// <summary>The page for print, printed by a real browser: it is one sheet of paper, or a sheet gets lost.</summary>
public sealed partial class PrintedPageTests : IAsyncLifetime
{
    private const string Typical = """[{ "drug": "clopidogrel" }, { "drug": "aspirin", "dailyDoseMg": 75 }]""";

    private const string SevenHolds = """
        [{ "drug": "DuoPlavin" }, { "drug": "Kardégic" }, { "drug": "Xarelto 20 mg" }, { "drug": "Previscan" }, { "drug": "Lovenox" }, { "drug": "Praxbind" }, { "drug": "5-ASA" }]
        """;

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly string SixtyDrugs = JsonSerializer.Serialize(Enumerable.Range(1, 60).Select(number => new { drug = $"Plavix ou autre n° {number}a" }));

    private Chromium? chromium;

    public async Task InitializeAsync() => chromium = Chromium.Find() is { } path ? await Chromium.StartAsync(path) : null;

    public async Task DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }
    }

    [SkippableTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task TheTypicalCaseIsOneSheet(Language language) =>
        Assert.Equal(1, await PagesOfAsync(Sheet(Typical, language), $"typical-{language}"));

    [SkippableTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task ACaseWithSevenHoldsIsOneSheet(Language language) =>
        Assert.Equal(1, await PagesOfAsync(Sheet(SevenHolds, language), $"seven-holds-{language}"));

    /// <summary>More than fits goes on, on a second sheet, rather than being cut off: and so the count is known to count.</summary>
    [SkippableFact]
    public async Task WhatDoesNotFitGoesOn()
    {
        var sheet = Sheet(SevenHolds, Language.French) with { Question = string.Join(' ', Enumerable.Repeat("Une question qui ne finit pas ?", 400)) };
        Assert.InRange(await PagesOfAsync(sheet, "long"), 2, 9);
        Assert.Equal(1, await PagesOfAsync(Sheet(SixtyDrugs, Language.French), "sixty-drugs"));
    }

    /// <summary>Minutes take as many sheets as they need, and no case is torn in two.</summary>
    [SkippableTheory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task MinutesOfTwelveCasesAreAFewSheetsAndNoWiderThanAPhone(Language language)
    {
        Assert.InRange(await PagesOfAsync(MinutesPage.Of(MinutesOf(12), language), $"minutes-{language}"), 2, 6);

        var page = await chromium!.Browser.NewPageAsync(new() { ViewportSize = new() { Width = 320, Height = 800 } });
        await page.SetContentAsync(MinutesPage.Of(MinutesOf(2), language));
        await page.ScreenshotAsync(new() { Path = Screenshots.PathOf("print", $"minutes-{language}-320.png"), FullPage = true });
        Assert.Equal(320, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        await page.CloseAsync();
    }

    /// <summary>The hash that the policy names is the one that a browser computes: another, and the page has no style.</summary>
    [SkippableFact]
    public async Task TheStyleIsLetInByItsHashAlone()
    {
        Skip.If(chromium is null, Chromium.Missing);
        var page = await chromium.Browser.NewPageAsync();
        var policy = $"default-src 'none'; style-src {PrintPage.StyleSource}";
        var styled = await WidthOfTheFrameAsync(page, PageOf(Sheet(Typical, Language.French)), policy);
        var other = await WidthOfTheFrameAsync(page, PageOf(Sheet(Typical, Language.French)).Replace("@page", " @page", StringComparison.Ordinal), policy);

        Assert.NotEqual("0px", styled);
        Assert.Equal("0px", other);
    }

    private static async Task<string> WidthOfTheFrameAsync(IPage page, string html, string policy)
    {
        await page.UnrouteAllAsync();
        await page.RouteAsync("**/*", route => route.FulfillAsync(new()
        {
            Body = html,
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["Content-Security-Policy"] = policy },
        }));
        await page.GotoAsync("http://paper.example/");
        return await page.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.verdict')).borderTopWidth");
    }

    private static Minutes MinutesOf(int cases) => new("RCP os", new(2026, 12, 3), new(2026, 12, 4), "", [.. Enumerable.Range(0, cases).Select(number => new MinutesCase(
        $"CB-{number:00}22",
        "L3",
        [
            new(new("Verdict présenté", "Verdict presented"), new("Éligible sous conditions (lun. 30 nov. 2026)", "Eligible with conditions (Mon 30 Nov 2026)")),
            new(new("Avis", "Opinions"), new("Favorable : 2 · Favorable sous conditions : 1", "Favourable: 2 · Favourable with conditions: 1")),
            new(new("Signature, Anesthésie", "Signature, Anaesthesia"), new("D’accord avec le calendrier", "Agreed with the schedule")),
            new(new("Décision", "Decision"), new("Accepté — RCP (quorum atteint), 3 spécialités", "Accepted — board meeting (quorum met), 3 specialties")),
            new(new("Texte de la décision", "Text of the decision"), Phrase.Same(string.Join(' ', Enumerable.Repeat("cimentoplastie-puis-radiothérapie", 12)))),
        ]))], ["CB-7F3K"]);

    private static string PageOf(HoldSheet sheet) => new PrintPage(new BotSettings { Zone = Zone }).Of(sheet);

    private static HoldSheet Sheet(string medications, Language language)
    {
        using var json = JsonDocument.Parse($$"""
            {
              "lesion": { "site": "vertebra", "label": "L3", "matrix": "lytic", "extent": "small", "fracture": "none",
                "compressionFractureRisk": true, "posteriorWall": "intact", "canal": "clear", "radiculopathy": false },
              "pain": { "distribution": "localised", "intensity": 7, "lesionIsSource": true, "control": "poorlyControlled", "opioidIntolerance": [] },
              "plan": { "aims": ["painRelief", "stabilisation"], "surgicalCandidate": false, "reirradiationPossible": true, "procedureAt": "2026-12-14T08:00" },
              "patient": { "systemicInfection": false, "punctureSiteInfection": false, "severeCoagulopathy": false, "cementAllergy": false,
                "immunosuppressed": false, "plateletsPerMm3": 180000, "prothrombinRatioPercent": 92, "bloodsOn": "2026-11-27" },
              "medications": {{medications}}
            }
            """);
        return new()
        {
            Code = "CB-7F3K",
            Language = language,
            Facts = CaseReader.Read(json.RootElement, new(2026, 11, 30), Zone).Case,
            Day = new(2026, 11, 30),
            Agreed = true,
            Decision = new("Accepté sous conditions, RCP du jeudi 3 décembre 2026", "Accepted with conditions, board session of Thursday 3 December 2026"),
            Question = "Une vertébroplastie est-elle raisonnable avant la radiothérapie ?",
        };
    }

    private Task<int> PagesOfAsync(HoldSheet sheet, string name) => PagesOfAsync(PageOf(sheet), name);

    /// <summary>Prints a page on the paper that it asks for, keeps the PDF, and counts its sheets.</summary>
    private async Task<int> PagesOfAsync(string html, string name)
    {
        Skip.If(chromium is null, Chromium.Missing);
        var page = await chromium.Browser.NewPageAsync();
        await page.SetContentAsync(html);
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, Path = Screenshots.PathOf("print", name + ".pdf") }));
        await page.CloseAsync();
        Assert.Contains("/MediaBox [0 0 594.95996 841.91998]", pdf, StringComparison.Ordinal);
        return SheetOfPaper().Count(pdf);
    }

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SheetOfPaper();
}
