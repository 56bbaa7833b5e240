using System.Globalization;
using CimentoBot.Playground.Local;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;

namespace CimentoBot.Playground.Tests.Tour;

public class TourTests
{
    [SkippableFact]
    public async Task The_tour_plays_the_typical_case_from_the_first_word_to_the_post_in_the_channel()
    {
        Skip.IfNot(File.Exists(BotProgram.BuiltPath), "The bot was not built beside the Playground.");
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var code = await TourMode.RunAsync(output, CancellationToken.None);
        var dialogue = output.ToString();
        Assert.True(code == 0, dialogue);
        Assert.Contains("Éligible sous conditions", dialogue, StringComparison.Ordinal);
        Assert.Contains("mercredi 9 décembre 2026", dialogue, StringComparison.Ordinal);
        Assert.Contains("[122, 123]", dialogue, StringComparison.Ordinal);
        Assert.Contains("Canal « RCP os » :", dialogue, StringComparison.Ordinal);
        Assert.Contains("[123] Foremny", dialogue, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_typical_case_takes_at_most_six_submits()
    {
        Skip.IfNot(File.Exists(BotProgram.BuiltPath), "The bot was not built beside the Playground.");
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        await TourMode.RunAsync(output, CancellationToken.None);
        var dialogue = output.ToString();
        var verdict = dialogue.IndexOf("[Présenter à la RCP]", StringComparison.Ordinal);
        Assert.True(verdict > 0, dialogue);
        var submits = dialogue[..verdict].Split("Vous :").Length - 2;
        Assert.InRange(submits, 1, 6);
    }

    [Fact]
    public async Task A_bot_that_answers_an_error_ends_the_tour_with_exit_code_1_and_what_it_said()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await ScriptedBot.StartAsync();
        bot.Answer = _ => Task.FromResult(Results.Text("broken", statusCode: 500));
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(1, await TourMode.PlayAsync(bot.Url, connector, output));
        Assert.Contains("nouveau: the bot answered 500 broken", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_says_nothing_ends_the_tour()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await ScriptedBot.StartAsync();
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(1, await TourMode.PlayAsync(bot.Url, connector, output));
        Assert.Contains("nouveau: the bot sent nothing.", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bot_that_never_stops_asking_ends_the_tour()
    {
        await using var connector = await FakeConnector.StartAsync();
        await using var bot = await ScriptedBot.StartAsync();
        bot.Answer = async heard =>
        {
            await bot.SendAsync(heard, ScriptedBot.CardMessage(ScriptedBot.Card("""
                { "body": [{ "type": "TextBlock", "text": "Encore" }], "actions": [{ "type": "Action.Submit", "title": "Continuer", "data": { "verb": "answer" } }] }
                """)));
            return Results.Ok();
        };
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        Assert.Equal(1, await TourMode.PlayAsync(bot.Url, connector, output));
        Assert.Contains("12 cards were answered and the bot still asks: Encore", output.ToString(), StringComparison.Ordinal);
    }
}
