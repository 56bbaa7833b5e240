using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>What a card says is a claim: stale, doubled, foreign and malformed submissions change nothing and say so.</summary>
public sealed class StaleAndForeignTests : IDisposable
{
    private static readonly Dictionary<string, string> Lesion = new() { ["lesion.site"] = "rib", ["lesion.label"] = "K8", ["plan.aims"] = "painRelief" };

    private readonly Clinic clinic = new();

    [Fact]
    public async Task ADoubledSubmissionChangesNothing()
    {
        await clinic.SayAsync("nouveau");
        var first = Clinic.Submission(clinic.Card!, "answer", Lesion);
        await SubmitAsync(first);
        var after = await StoredAsync();
        Assert.Contains("rien n’a changé", Only(await SubmitAsync(first)), StringComparison.Ordinal);
        Assert.Equal(after, await StoredAsync());
    }

    [Fact]
    public async Task AnEarlierRevisionChangesNothing()
    {
        await clinic.SayAsync("nouveau");
        var submission = Clinic.Submission(clinic.Card!, "answer", Lesion);
        submission["revision"] = (int)submission["revision"]! - 1;
        Assert.Contains("rien n’a changé", Only(await SubmitAsync(submission)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACardOfSomebodyElseChangesNothing()
    {
        await clinic.SayAsync("nouveau");
        var theirs = Clinic.Submission(clinic.Card!, "answer", Lesion);
        var before = await StoredAsync();
        clinic.User = "user2";
        Assert.Contains("does not belong", Only(await SubmitAsync(theirs)), StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task ACardOfAnEarlierCaseReopensThatCaseAndLeavesTheOtherAlone()
    {
        await clinic.SayAsync("nouveau");
        var earlier = Clinic.Submission(clinic.Card!, "answer", Lesion);
        await clinic.SayAsync("nouveau");
        var replies = await SubmitAsync(earlier);
        Assert.Contains("K8", Clinic.Shown(replies[^1]), StringComparison.Ordinal);
        Assert.Equal(2, (await clinic.Store.ListAsync("user1", 10, CancellationToken.None)).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"verb\":\"answer\"}")]
    [InlineData("{\"verb\":\"answer\",\"case\":\"CB-2222\",\"step\":\"lesion\",\"revision\":1}")]
    [InlineData("{\"verb\":{\"a\":1},\"case\":[1],\"step\":null,\"revision\":\"x\"}")]
    [InlineData("{\"verb\":\"case.post\",\"case\":\"CB-2222\"}")]
    [InlineData("{\"verb\":\"board.close\",\"case\":\"CB-2222\"}")]
    public async Task AMalformedSubmissionIsAnsweredInWords(string value)
    {
        await clinic.SayAsync("nouveau");
        var before = await StoredAsync();
        Assert.Contains("rien n’a changé", Only(await SubmitAsync(JObject.Parse(value))), StringComparison.Ordinal);
        Assert.Equal(before, await StoredAsync());
    }

    [Fact]
    public async Task UnknownInputsAreIgnoredAndMissingOnesAreNotKnownYet()
    {
        await clinic.SayAsync("nouveau");
        var submission = Clinic.Submission(clinic.Card!, "answer", Lesion);
        submission["patient.name"] = "x";
        submission["lesion.posteriorWall"] = "intact";
        submission["lesion.matrix"] = new JObject { ["$type"] = "System.Object" };
        await SubmitAsync(submission);
        var stored = await StoredAsync();
        Assert.DoesNotContain("patient.name", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("posteriorWall", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("$type", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OddMessagesAreAnsweredAndKeptNowhere()
    {
        await clinic.SayAsync("nouveau");
        var before = await StoredAsync();
        Assert.Contains("trop long", Only(await clinic.SayAsync(new string('x', 30_000))), StringComparison.Ordinal);
        Assert.Contains("vide", Only(await clinic.SayAsync(" ")), StringComparison.Ordinal);
        var picture = new Activity(ActivityTypes.Message) { Attachments = [new() { ContentType = "image/png", ContentUrl = "https://test.com/x.png" }] };
        Assert.Contains("pièce jointe", Only(await clinic.SendAsync(picture)), StringComparison.Ordinal);
        Assert.Contains("pas compris", Only(await clinic.SayAsync("😀😀")), StringComparison.Ordinal);
        Assert.Contains("semble contenir", Only(await clinic.SayAsync("<b>Mme Exemple</b> 06 00 00 00 00")), StringComparison.Ordinal);
        var after = await StoredAsync();
        Assert.DoesNotContain("Exemple", after, StringComparison.Ordinal);
        Assert.Equal(before.Replace("\"typed\":false", "", StringComparison.Ordinal), after.Replace("\"typed\":true", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lesion.label", "Mme Exemple, L3")]
    [InlineData("lesion.label", "06 00 00 00 00")]
    [InlineData("lesion.site", "M. Exemple")]
    public async Task WhatLooksLikeAnIdentityIsNotEvenKeptAsABadAnswer(string field, string text)
    {
        await clinic.SayAsync("nouveau");
        var replies = await clinic.PressAsync("answer", new Dictionary<string, string>(Lesion) { [field] = text });
        Assert.Contains($"error.{field}", clinic.Card!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(text, Clinic.Shown(replies[^1]), StringComparison.Ordinal);
        Assert.DoesNotContain(text, await StoredAsync(), StringComparison.Ordinal);
        Assert.Contains("painRelief", await StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadAnswerOfThirtyThousandCharactersStillFitsIntoACard()
    {
        await clinic.SayAsync("nouveau");
        await clinic.PressAsync("answer", new Dictionary<string, string>(Lesion) { ["lesion.label"] = new string('x', 30_000) });
        Assert.Contains("error.lesion.label", clinic.Card!.ToString(), StringComparison.Ordinal);
        Assert.InRange(clinic.Card!.ToString().Length, 1, 20_000);
    }

    [Fact]
    public async Task ALabelIsShownAndNotObeyed()
    {
        await clinic.SayAsync("nouveau");
        var replies = await clinic.PressAsync("answer", new Dictionary<string, string>(Lesion) { ["lesion.label"] = "<b>*L3*</b>[x](http://y)" });
        Assert.Contains("\\<b\\>\\*L3\\*", Clinic.Shown(replies[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HealthDataHaveNoPlaceInAGroup()
    {
        using var group = new Clinic(isGroup: true);
        var replies = await group.SayAsync("nouveau");
        Assert.Contains("conversation privée", Only(replies), StringComparison.Ordinal);
        Assert.DoesNotContain(replies, reply => reply.Attachments is { Count: > 0 });
    }

    public void Dispose() => clinic.Dispose();

    private Task<IReadOnlyList<Activity>> SubmitAsync(JObject value) => clinic.SendAsync(new Activity(ActivityTypes.Message) { Value = value });

    private async Task<string> StoredAsync() =>
        string.Join('\n', (await clinic.Store.ListAsync("user1", 10, CancellationToken.None)).Select(stored => stored.Code + stored.Body));

    private static string Only(IReadOnlyList<Activity> replies) => Clinic.Shown(Assert.Single(replies));
}
