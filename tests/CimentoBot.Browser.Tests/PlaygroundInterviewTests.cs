using System.Globalization;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Npm;
using CimentoBot.Playground.Processes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Browser.Tests;

/// <summary>The real bot, the real Playground, a real browser: what a newcomer sees after the one command.</summary>
public class PlaygroundInterviewTests
{
    private const int SubmitsAtMost = 6;

    [SkippableFact]
    public async Task A_whole_interview_in_French_ends_with_the_verdict_card_and_the_boards_decision_in_its_channel()
    {
        var path = Chromium.Find();
        Skip.If(path is null, Chromium.Missing);
        var tools = await Packages.EnsureAsync(NpmFolder.AgentsPlayground);
        var folder = Directory.CreateTempSubdirectory("cimentobot-browser-");
        try
        {
            var settings = new BotSettingsHere(Ports.Free(), Path.Combine(folder.FullName, "bot.db")) { Today = TypicalCase.Today };
            await using var bot = await BotProgram.StartAsync(settings, CancellationToken.None);
            await using var teams = await AgentsPlayground.StartAsync(
                tools, NpmFolder.AgentsPlayground, bot.Url, Ports.Free(), folder.FullName, CancellationToken.None);
            await using var chromium = await Chromium.StartAsync(path);
            var today = DateTime.ParseExact(TypicalCase.Today, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var page = await PlaygroundPage.OpenAsync(chromium.Browser, teams.Url, today.AddHours(9));
            await InterviewAsync(page);
            await PresentAsync(page);
            await DecideAsync(page);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task InterviewAsync(PlaygroundPage page)
    {
        await page.TypeAsync("nouveau");
        await page.CardNumberAsync(1);
        var open = Answers().ToList();
        var submits = 0;
        while (await page.Button(Say.PresentToTheBoard.Fr).CountAsync() == 0)
        {
            Assert.True(++submits <= SubmitsAtMost, $"{SubmitsAtMost} cards were submitted, and then came: {await page.Card.InnerTextAsync()}");
            foreach (var (field, value) in open.ToList())
            {
                if (await page.AnswerAsync(field, value))
                {
                    open.Remove((field, value));
                }
            }

            var isReview = await page.Button(Say.SeeVerdict.Fr).CountAsync() > 0;
            await page.PressAsync(isReview ? Say.SeeVerdict.Fr : Say.Continue.Fr);
        }

        var verdict = await page.Card.InnerTextAsync();
        Assert.StartsWith(TypicalCase.Verdict, verdict.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("mercredi 9 décembre 2026", verdict, StringComparison.Ordinal);
        await page.Card.EvaluateAsync("card => card.scrollIntoView({ block: 'start' })");
        await page.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("playground-verdict.png") });
        await page.Card.ScreenshotAsync(new() { Path = Screenshots.PathOf("playground-verdict-card.png") });
    }

    /// <summary>The form and the preview take the verdict's place on the same card.</summary>
    private static async Task PresentAsync(PlaygroundPage page)
    {
        const string question = "Question à la RCP (sans nom ni identifiant)";
        await page.Button(Say.PresentToTheBoard.Fr).ClickAsync();
        await page.Button("Aperçu").WaitForAsync();
        await page.ClickDayAsync("Date de la séance", DateOnly.ParseExact(TypicalCase.Posting["session"], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.True(await page.WriteAsync(question, TypicalCase.Posting["question"]));
        await page.Button("Aperçu").ClickAsync();
        await page.Button("Publier").ClickAsync();
        await page.Card.GetByText("Présenté à « RCP os »").WaitForAsync();

        await page.Page.GetByText(BotSettingsHere.ChannelName, new() { Exact = true }).First.ClickAsync();
        await page.Card.GetByText(TypicalCase.Posting["question"]).WaitForAsync();
        Assert.StartsWith(TypicalCase.Verdict, (await page.Card.InnerTextAsync()).TrimStart(), StringComparison.Ordinal);
        await page.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("playground-board.png") });
    }

    /// <summary>An opinion on the channel's card, then the decision on a form that takes its place.</summary>
    private static async Task DecideAsync(PlaygroundPage page)
    {
        Assert.True(await page.PickAsync("Mon avis", "Favorable sous conditions"));
        Assert.True(await page.PickAsync("Ma spécialité", "Oncologie"));
        Assert.True(await page.WriteAsync("Commentaire (sans nom ni identifiant)", "si la radiothérapie suit"));
        await page.UntilRewrittenAsync(() => page.Button("Donner mon avis").ClickAsync());
        await page.Card.GetByText("Favorable sous conditions : 1").WaitForAsync();
        Assert.Contains("si la radiothérapie suit", await page.Card.InnerTextAsync(), StringComparison.Ordinal);
        await page.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("playground-board-opinion.png") });

        await page.Button("Clore").ClickAsync();
        await page.Button("Enregistrer").WaitForAsync();
        Assert.True(await page.PickAsync("Décision", "Accepté"));
        await page.Button("Enregistrer").ClickAsync();
        await page.Card.GetByText("Accepté — staff (quorum non atteint), 1 spécialité").WaitForAsync();
        Assert.Equal(0, await page.Button("Donner mon avis").CountAsync());
        await page.Page.ScreenshotAsync(new() { Path = Screenshots.PathOf("playground-board-closed.png") });
    }

    private static IEnumerable<(Field Field, string Value)> Answers()
    {
        Field[] own = [Fields.Medications, Fields.AspirinDose, Fields.ProcedureDate, Fields.ProcedureTime];
        var all = Vocabulary.All.Where(fact => own.All(field => field.Id != fact.Path)).Select(Fields.For).Concat(own);
        return all.Where(field => TypicalCase.Facts.ContainsKey(field.Id)).Select(field => (field, TypicalCase.Facts[field.Id]));
    }
}
