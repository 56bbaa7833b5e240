using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Tests;

/// <summary>A turn may end anywhere: what it kept until then is enough to go on from, and nothing that was acknowledged goes elsewhere or is lost.</summary>
public sealed class BrokenTurnTests : IDisposable
{
    private static readonly Dictionary<string, string> Lesion = new() { ["lesion.site"] = "rib", ["lesion.label"] = "K8", ["plan.aims"] = "painRelief" };

    private readonly Clinic clinic = new();

    /// <summary>A turn that fails keeps no stack: there the case before is still the one in hand, while the new one's card stands in the chat.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AnAnswerToACaseWhoseFirstTurnFailedGoesToNoOther(bool typed)
    {
        await clinic.SayAsync("nouveau");
        await SubmitAsync(Clinic.Submission(clinic.Card!, "answer", Lesion));
        var first = await OpenedAsync();
        clinic.OnSent = () => throw new HttpRequestException("Teams did not answer.");
        await Assert.ThrowsAsync<HttpRequestException>(() => clinic.SayAsync("nouveau"));
        clinic.OnSent = () => Task.CompletedTask;
        var second = (await clinic.Store.ListAsync("user1", 10, CancellationToken.None)).Single(stored => stored.Code != first.Code).Code;

        await (typed
            ? clinic.SayAsync("vertèbre")
            : SubmitAsync(new JObject { ["verb"] = "answer", ["case"] = second, ["step"] = "lesion", ["revision"] = 1, ["lesion.site"] = "vertebra" }));
        var (one, other) = (await clinic.Desk.Files.FindAsync(first.Code, CancellationToken.None), await clinic.Desk.Files.FindAsync(second, CancellationToken.None));
        Assert.Equal((first.Facts, first.Revision, first.Step), (one!.FactsFingerprint, one.Revision, one.Step));
        Assert.Empty(one.Draft);
        Assert.Contains("vert", string.Join(' ', other!.Draft.Values) + CaseWriter.Write(other.Facts).ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The bot may end after a case was opened, or opened again, and before its first card was shown: no step waits for an answer then.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("verdict")]
    public async Task ACaseOfWhichNoCardWasShownShowsItAndTakesWhatWasTyped(string step)
    {
        await clinic.SayAsync("nouveau");
        var before = (await clinic.Desk.Files.FindAsync((await OpenedAsync()).Code, CancellationToken.None))!;
        var opened = await clinic.Desk.Files.AddAsync("", code => before with { Code = code, Step = step, Revision = 0, OpenCard = null }, CancellationToken.None);
        await clinic.Notebook.SetAsync($"active:msteams:{before.Conversation}:user1", opened.Code, CancellationToken.None);

        var replies = await clinic.SayAsync("vertèbre");
        Assert.Contains(opened.Code, Clinic.Shown(replies[0]), StringComparison.Ordinal);
        Assert.Equal(2, replies.Count);
        var file = (await clinic.Desk.Files.FindAsync(opened.Code, CancellationToken.None))!;
        Assert.Equal((CaseStatus.Open, "lesion", "vertèbre"), (file.Status, file.Step, Assert.Single(file.Draft).Value));
    }

    /// <summary>A turn knows its case until it speaks, which takes its time: another instance may note meanwhile where the case was posted.</summary>
    [Fact]
    public async Task WhatIsNotedWhileTheAnsweredCardIsRewrittenStandsBesideTheAnswer()
    {
        await clinic.SayAsync("nouveau");
        var code = (string)Clinic.Submission(clinic.Card!, "answer")["case"]!;
        var noted = new BoardPost("19:rcp@thread.tacv2", new(2026, 12, 3), "", "https://test.com", "thread", "message");
        clinic.OnRewrite = async () =>
        {
            clinic.OnRewrite = () => Task.CompletedTask;
            await clinic.Desk.Files.SaveAsync((await clinic.Desk.Files.FindAsync(code, CancellationToken.None))! with { Post = noted }, CancellationToken.None);
        };
        var replies = await SubmitAsync(Clinic.Submission(clinic.Card!, "answer", Lesion));
        var file = (await clinic.Desk.Files.FindAsync(code, CancellationToken.None))!;
        Assert.Equal((noted, "K8"), (file.Post, file.Facts.Find(Vocabulary.Label)));
        Assert.Contains("[carte]", Clinic.Shown(Assert.Single(replies)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALineThatOpensACaseIsSaidBackWhenTheCaseIsInHand()
    {
        await clinic.SayAsync("nouveau");
        var first = await OpenedAsync();
        clinic.OnSent = () => throw new HttpRequestException("Teams did not answer.");
        await Assert.ThrowsAsync<HttpRequestException>(() => clinic.SayAsync("nouveau T8 lytique EVA 8 plaquettes 180"));
        clinic.OnSent = () => Task.CompletedTask;

        await clinic.SayAsync("reprendre");
        var second = (await clinic.Desk.Files.FindAsync((await OthersAsync(first.Code)), CancellationToken.None))!;
        Assert.Equal(("T8", 8), (second.Facts.Find(Vocabulary.Label), second.Facts.Find(Vocabulary.Intensity)));
        Assert.Equal(second.Code, (string)Clinic.Submission(clinic.Card!, "answer")["case"]!);
    }

    [Fact]
    public async Task WhatWasTypedAndSaidToBeUnderstoodCountsInAVerdictThatIsAskedForAtOnce()
    {
        await clinic.SayAsync("nouveau");
        var code = (await OpenedAsync()).Code;
        Assert.Contains("Plaquettes", Clinic.Shown((await clinic.SayAsync("plaquettes : 40 G/L"))[0]), StringComparison.Ordinal);
        await clinic.SayAsync("terminer");
        var file = (await clinic.Desk.Files.FindAsync(code, CancellationToken.None))!;
        Assert.Equal((CaseStatus.Finished, 40_000), (file.Status, file.Facts.Find(Vocabulary.Platelets)));
    }

    [Fact]
    public async Task NoStepIsPassedOverOfWhichNoCardWasShown()
    {
        await clinic.SayAsync("nouveau");
        var before = (await clinic.Desk.Files.FindAsync((await OpenedAsync()).Code, CancellationToken.None))!;
        await clinic.Desk.Files.SaveAsync(before.Emptied(), CancellationToken.None);
        await clinic.SayAsync("suite");
        var file = (await clinic.Desk.Files.FindAsync(before.Code, CancellationToken.None))!;
        Assert.Equal("lesion", file.Step);
        Assert.Empty(file.Asked);
    }

    public void Dispose() => clinic.Dispose();

    private Task<IReadOnlyList<Activity>> SubmitAsync(JObject value) => clinic.SendAsync(new(ActivityTypes.Message) { Value = value });

    private async Task<string> OthersAsync(string first) =>
        (await clinic.Store.ListAsync("user1", 10, CancellationToken.None)).Single(stored => stored.Code != first).Code;

    private async Task<(string Code, string Facts, int Revision, string Step)> OpenedAsync()
    {
        var code = Assert.Single(await clinic.Store.ListAsync("user1", 10, CancellationToken.None)).Code;
        var file = (await clinic.Desk.Files.FindAsync(code, CancellationToken.None))!;
        return (code, file.FactsFingerprint, file.Revision, file.Step);
    }
}
