using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>Two words of one person, or of one role, are under way at once: the later one counts, and the other is told.</summary>
public sealed class LastWordTests
{
    [Fact]
    public async Task AnOpinionThatCameEarlierAndTookLongerDoesNotCount()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));

        var (first, second) = await BothAsync(team, Opinion("favourable"), Opinion("unfavourable"));

        Assert.Equal(200, second.ReplyStatus);
        Assert.Equal(409, first.ReplyStatus);
        Assert.Contains("plus récente", first.Body, StringComparison.Ordinal);
        Assert.Equal(OpinionValue.Unfavourable, Assert.Single((await team.Boards.FindAsync(code, CancellationToken.None))!.Opinions).Value);

        (string Verb, JsonObject Inputs) Opinion(string opinion) => ("board.opinion", new() { ["case"] = code, ["opinion"] = opinion });
    }

    [Fact]
    public async Task ASignatureThatCameEarlierAndTookLongerDoesNotUndoARefusal()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));

        var (first, second) = await BothAsync(team, SignOff("agreed", ""), SignOff("refused", "Stent récent."));

        Assert.Equal(200, second.ReplyStatus);
        Assert.Equal(409, first.ReplyStatus);
        Assert.Equal(SignOutcome.Refused, Assert.Single((await team.Boards.FindAsync(code, CancellationToken.None))!.SignOffs).Outcome);

        (string Verb, JsonObject Inputs) SignOff(string outcome, string reason) =>
            ("board.signoff", new() { ["case"] = code, ["role"] = "prescriber", ["outcome"] = outcome, ["reason"] = reason });
    }

    /// <summary>A client that knows no universal action sends a button's data as a message: nothing is recorded by asking for the form.</summary>
    [Theory]
    [InlineData("board.signoff")]
    [InlineData("board.close")]
    public async Task AnOldClientThatAsksForAFormIsGivenItAndNotToldThatItIsNoted(string verb)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var owner = team.InThread("owner", "owner");
        var activity = owner.Person.Activity("message", team.Connector.ServiceUrl);
        activity["value"] = new JsonObject { ["verb"] = verb, ["case"] = code, ["revision"] = 1 };
        await owner.PostAsync(activity);
        Assert.NotNull(owner.CardWith(verb));
        Assert.DoesNotContain(owner.Messages, message => message.Text?.Contains("noté", StringComparison.Ordinal) is true);
    }

    /// <summary>An instance whose clock is ahead does not silence anybody.</summary>
    [Fact]
    public async Task WhatStoodThereAlreadyIsEarlierWhateverTheClockSays()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var member = team.InThread("oncologist");
        Assert.Equal(200, (await member.InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = "favourable" })).ReplyStatus);

        team.Clock.AdjustTime(team.Clock.GetUtcNow() - TimeSpan.FromHours(1));
        Assert.Equal(200, (await member.InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = "unfavourable" })).ReplyStatus);

        Assert.Equal(OpinionValue.Unfavourable, Assert.Single((await team.Boards.FindAsync(code, CancellationToken.None))!.LastOpinions).Value);
    }

    [Theory]
    [InlineData("board.opinion", "opinion", "favourable")]
    [InlineData("board.close", "decision", "accepted")]
    public async Task WhatIsSaidOfACaseThatIsPresentedAnewMeanwhileIsNotTaken(string verb, string input, string value)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        using var held = new HeldRoster(team);

        var said = team.InThread("oncologist", "owner").InvokeValueAsync(verb, new() { ["case"] = code, [input] = value });
        await held.Asked;
        await team.Boards.ChangeAsync(
            code, before => before! with { Presentations = before.Presentations.Add(before.Current with { Number = 2 }) }, _ => [], CancellationToken.None);
        held.Release();

        Assert.Equal(409, (await said).ReplyStatus);
        Assert.Contains("présenté à nouveau", (await said).Body, StringComparison.Ordinal);
        var board = (await team.Boards.FindAsync(code, CancellationToken.None))!;
        Assert.Equal((2, 0, 0), (board.Presentations.Length, board.Opinions.Length, board.Closings.Length));
    }

    /// <summary>The second comes when the first waits for Teams to say who is in the team.</summary>
    private static async Task<(Turn First, Turn Second)> BothAsync(
        TeamOfTheTest team, (string Verb, JsonObject Inputs) first, (string Verb, JsonObject Inputs) second)
    {
        using var held = new HeldRoster(team);
        var early = team.InThread("oncologist").InvokeValueAsync(first.Verb, first.Inputs);
        await held.Asked;
        var late = await team.InThread("oncologist").InvokeValueAsync(second.Verb, second.Inputs);
        held.Release();
        return (await early, late);
    }

    /// <summary>Teams takes its time for the first question about the roster.</summary>
    private sealed class HeldRoster : IDisposable
    {
        private readonly TaskCompletionSource asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly ManualResetEventSlim released = new();

        public HeldRoster(TeamOfTheTest team) => team.Connector.Answer = request =>
        {
            if (request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal) && asked.TrySetResult())
            {
                released.Wait();
            }

            return null;
        };

        public Task Asked => asked.Task;

        public void Release() => released.Set();

        public void Dispose()
        {
            released.Set();
            released.Dispose();
        }
    }
}
