using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging.Abstractions;

namespace CimentoBot.Conversation.Tests;

/// <summary>What the outbox sends to the board.</summary>
public sealed class BoardPosterTests : IDisposable
{
    private readonly Clinic clinic = new();

    [Fact]
    public async Task ACasePresentedElsewhereWhileAPostIsOnItsWayReachesBothSessions()
    {
        await clinic.SayAsync("nouveau");
        await clinic.SayAsync("terminer");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        await PresentAsync(code, "2026-12-03");

        var channel = new ChannelOfTheTest();
        channel.OnFirstPost = () => PresentAsync(code, "2026-12-10");
        var poster = new BoardPoster(clinic.Desk, clinic.Cases, clinic.Store, channel, clinic.Clock, NullLogger<BoardPoster>.Instance);
        await poster.SendDueAsync(CancellationToken.None);
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(2, channel.Posts);
        var file = await clinic.Desk.Files.FindAsync(code, CancellationToken.None);
        Assert.Equal((10, "2"), (file!.Post!.Session.Day, file.Post.Message));
        Assert.Empty(await clinic.Store.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None));
    }

    public void Dispose() => clinic.Dispose();

    private Task<CaseAnswer> PresentAsync(string code, string session) => clinic.Cases.AnswerAsync(
        new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User), ServiceUrl = "https://test.com" },
        new CardSubmission(Verbs.CasePost, code, "", -1, "", new Dictionary<string, string> { ["board"] = "19:rcp@thread.tacv2", ["session"] = session }),
        CancellationToken.None);
}
