using System.Net;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace CimentoBot.Conversation.Tests.Board;

/// <summary>What becomes of an agenda that the channel does not take.</summary>
public sealed class AgendaPosterTests : IDisposable
{
    private static readonly DateTimeOffset Eve = new(2026, 12, 2, 18, 0, 0, TimeSpan.FromHours(1));

    private readonly Clinic clinic = new();

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, 1)]
    [InlineData(HttpStatusCode.NotFound, 1)]
    [InlineData(HttpStatusCode.BadGateway, 2)]
    public async Task AnAgendaThatWasRefusedForGoodIsNotPostedAgainAndOneThatMayPassIs(HttpStatusCode status, int posts)
    {
        await PresentedAsync();
        clinic.Clock.Advance(Eve - clinic.Clock.GetUtcNow());
        var channel = new ChannelOfTheTest { OnFirstPost = () => throw Failure(status) };
        var sender = clinic.SenderTo(channel);
        for (var looks = 0; looks < 3; looks++)
        {
            await sender.SendDueAsync(CancellationToken.None);
            clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(posts, channel.Posts);
        Assert.DoesNotContain(
            await clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow() + TimeSpan.FromDays(30), 10, CancellationToken.None), message => message.Kind.StartsWith("board.", StringComparison.Ordinal));
    }

    public void Dispose() => clinic.Dispose();

    private static ErrorResponseException Failure(HttpStatusCode status)
    {
        using var response = new HttpResponseMessage(status);
        return new("refused") { Response = new HttpResponseMessageWrapper(response, "{}") };
    }

    /// <summary>A case in the channel, for the session of 3 December.</summary>
    private async Task PresentedAsync()
    {
        await clinic.SayAsync("nouveau");
        await clinic.SayAsync("terminer");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        await clinic.Cases.AnswerAsync(
            new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User }, ServiceUrl = "https://test.com" },
            new CardSubmission(Verbs.CasePost, code, "", -1, "", new Dictionary<string, string> { ["board"] = "19:rcp@thread.tacv2", ["session"] = "2026-12-03" }),
            CancellationToken.None);
        await clinic.SenderTo(new ChannelOfTheTest()).SendDueAsync(CancellationToken.None);
    }
}
