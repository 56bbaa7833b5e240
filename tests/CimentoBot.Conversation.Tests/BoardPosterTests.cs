using System.Net;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Schema;
using Microsoft.Rest;

namespace CimentoBot.Conversation.Tests;

/// <summary>What the outbox sends to the board.</summary>
public sealed partial class BoardPosterTests : IDisposable
{
    private readonly Clinic clinic = new();
    private readonly ChannelOfTheTest channel = new();

    [Fact]
    public async Task ACasePresentedElsewhereWhileAPostIsOnItsWayReachesBothSessions()
    {
        var code = await PresentedAsync();
        channel.OnFirstPost = () => PresentAsync(code, "2026-12-10");
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(2, channel.Posts);
        var file = await clinic.Desk.Files.FindAsync(code, CancellationToken.None);
        Assert.Equal((10, "2"), (file!.Post!.Session.Day, file.Post.Message));
        Assert.Empty(await clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "BotNotInConversationRoster", Refused.NotInRoster, "l’application n’est pas dans cette équipe")]
    [InlineData(HttpStatusCode.Forbidden, "BotDisabledByAdmin", Refused.DisabledByAdmin, "l’application est désactivée dans Teams")]
    [InlineData(HttpStatusCode.Forbidden, "MessageWritesBlocked", Refused.WritesBlocked, "n’accepte pas de message de l’application")]
    [InlineData(HttpStatusCode.Forbidden, "ConversationBlockedByUser", Refused.BlockedByUser, "Teams a refusé le message")]
    [InlineData(HttpStatusCode.Forbidden, "", Refused.Forbidden, "Teams a refusé le message")]
    [InlineData(HttpStatusCode.NotFound, "ConversationNotFound", Refused.NotFound, "ce canal n’existe pas")]
    public async Task APostThatIsRefusedForGoodIsSentOnceAndTheCardSaysWhyUntilItIsPresentedAgain(HttpStatusCode status, string code, Refused reason, string says)
    {
        var caseCode = await PresentedAsync();
        channel.OnFirstPost = () => throw Failure(status, code);
        var poster = NewPoster();

        await poster.SendDueAsync(CancellationToken.None);
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(1, channel.Posts);
        Assert.Equal(reason, (await FindAsync(caseCode)).Post!.Refused);
        Assert.Contains(says, Assert.Single(channel.Rewritten), StringComparison.Ordinal);

        await PresentAsync(caseCode, "2026-12-03");
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal(2, channel.Posts);
        Assert.Null((await FindAsync(caseCode)).Post!.Refused);
        Assert.Contains("Présenté à", channel.Rewritten[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChatThatRefusesIsLeftAloneUntilSomebodyWritesThere()
    {
        var code = await PresentedAsync();
        channel.OnRewrite = () => throw Failure(HttpStatusCode.Forbidden, "ConversationBlockedByUser");
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        await PresentAsync(code, "2026-12-10");
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal((2, 1), (channel.Posts, RewrittenInTheChat()));
        Assert.Empty(await clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow() + TimeSpan.FromDays(1), 10, CancellationToken.None));

        channel.OnRewrite = () => Task.CompletedTask;
        await new Refusals(clinic.Notebook).HeardFromAsync((await FindAsync(code)).Conversation, CancellationToken.None);
        await PresentAsync(code, "2026-12-17");
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal((3, 2), (channel.Posts, RewrittenInTheChat()));
    }

    /// <summary>A card is on its way to the clinician while the post of the same case is remembered.</summary>
    [Fact]
    public async Task TheCardThatIsShownMeanwhileIsNoted()
    {
        var code = await PresentedAsync();
        var shown = await FindAsync(code);
        await NewPoster().SendDueAsync(CancellationToken.None);

        var noted = await clinic.Desk.Files.ShownAsync(shown, "card-7", CancellationToken.None);
        Assert.Equal(("card-7", "1"), (noted.OpenCard, noted.Post!.Message));
        await clinic.SayAsync("modifier plaquettes");
        Assert.NotEqual("card-8", (await clinic.Desk.Files.ShownAsync(shown, "card-8", CancellationToken.None)).OpenCard);
    }

    [Fact]
    public async Task APostThatTheClinicianCouldNotBeToldOfIsToldOfLaterAndNotPostedAgain()
    {
        await PresentedAsync();
        channel.OnRewrite = () => throw Failure(HttpStatusCode.BadGateway, "");
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        channel.OnRewrite = () => Task.CompletedTask;
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await poster.SendDueAsync(CancellationToken.None);
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal((1, 2), (channel.Posts, channel.Rewritten.Count));
    }

    [Fact]
    public async Task ARefusalThatTheClinicianCouldNotBeToldOfIsToldOfLaterAndNotPostedAgain()
    {
        await PresentedAsync();
        channel.OnFirstPost = () => throw Failure(HttpStatusCode.Forbidden, "BotNotInConversationRoster");
        channel.OnRewrite = () => throw Failure(HttpStatusCode.BadGateway, "");
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        channel.OnRewrite = () => Task.CompletedTask;
        clinic.Clock.Advance(TimeSpan.FromMinutes(1));
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal((1, 2), (channel.Posts, channel.Rewritten.Count));
        Assert.Contains("Non publié", channel.Rewritten[^1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("600", 600)]
    [InlineData("1", 2)]
    [InlineData("Mon, 30 Nov 2026 09:00:00 GMT", 3600)]
    [InlineData("soon", 2)]
    [InlineData(null, 2)]
    public async Task APostThatFailedGoesOutAgainNotBeforeTheServiceWantsIt(string? retryAfter, int seconds)
    {
        await PresentedAsync();
        channel.OnFirstPost = () => throw Failure(HttpStatusCode.TooManyRequests, "", retryAfter);
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);

        clinic.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal(1, channel.Posts);
        clinic.Clock.Advance(TimeSpan.FromSeconds(1));
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Equal(2, channel.Posts);
    }

    public static TheoryData<Exception, bool> Failures => new()
    {
        { new NoAnswerException(mayHaveArrived: true, new TimeoutException()), true },
        { new NoAnswerException(mayHaveArrived: false, new TimeoutException()), false },
        { Failure(HttpStatusCode.InternalServerError, ""), true },
        { Failure(HttpStatusCode.NoContent, ""), true },
        { Failure(HttpStatusCode.BadGateway, ""), false },
        { Failure(HttpStatusCode.ServiceUnavailable, ""), false },
        { Failure(HttpStatusCode.GatewayTimeout, ""), false },
        { Failure(HttpStatusCode.PreconditionFailed, ""), false },
        { new Newtonsoft.Json.JsonReaderException(), true },
        { new OperationCanceledException(), true },
        { new InvalidOperationException(), false },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task WhatMayHaveArrivedIsNotPostedAgainAndWhatHasNotIs(Exception failure, bool mayHaveArrived)
    {
        var code = await PresentedAsync();
        channel.OnFirstPost = () => throw failure;
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        clinic.Clock.Advance(TimeSpan.FromDays(1));
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(mayHaveArrived ? 1 : 2, channel.Posts);
        Assert.Equal(mayHaveArrived, (await FindAsync(code)).Post!.Unanswered is not null);
        Assert.Empty(await clinic.Outbox.DueAsync(clinic.Clock.GetUtcNow(), 10, CancellationToken.None));
    }

    /// <summary>The instance that took it noted that it begins, and ended.</summary>
    [Fact]
    public async Task APostThatAnotherInstanceBeganAndDidNotEndIsNotMadeAgain()
    {
        var code = await PresentedAsync();
        var now = clinic.Clock.GetUtcNow();
        var taken = await clinic.Outbox.TakeAsync(new("gone", now.AddMinutes(1)), null, 10, now, CancellationToken.None);
        Assert.True(await clinic.Outbox.TryBeginAsync("gone", [.. taken.Select(message => message.Id)], "post 19:rcp@thread.tacv2 2026-12-03 0 ", CancellationToken.None));

        clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        await NewPoster().SendDueAsync(CancellationToken.None);

        Assert.Equal(0, channel.Posts);
        Assert.NotNull((await FindAsync(code)).Post!.Unanswered);
        Assert.Contains("on ne sait pas", Assert.Single(channel.Rewritten), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnansweredPostToOneSessionDoesNotHoldUpAnother()
    {
        var code = await PresentedAsync();
        channel.OnFirstPost = () => throw new NoAnswerException(mayHaveArrived: true, new TimeoutException());
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        await PresentAsync(code, "2026-12-10");
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(2, channel.Posts);
        Assert.Equal((null, 10), ((await FindAsync(code)).Post!.Unanswered, (await FindAsync(code)).Post!.Session.Day));
    }

    /// <summary>The bot ended before it learnt which message shows the verdict: who presses a button there says so.</summary>
    [Fact]
    public async Task WhoPressesOnAVerdictIsToldThereWhatBecameOfIt()
    {
        await clinic.SayAsync("nouveau");
        await clinic.SayAsync("terminer");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        await clinic.Desk.Files.SaveAsync(await FindAsync(code) with { OpenCard = null }, CancellationToken.None);
        await PresentAsync(code, "2026-12-03", card: "card-9");
        await NewPoster().SendDueAsync(CancellationToken.None);

        Assert.Equal("card-9", (await FindAsync(code)).OpenCard);
        Assert.Contains("Présenté à", Assert.Single(channel.Rewritten), StringComparison.Ordinal);
    }

    public void Dispose() => clinic.Dispose();

    /// <summary>Not what a case leaves behind in the channel.</summary>
    private int RewrittenInTheChat() => channel.Rewritten.Count(text => !text.Contains("présenté ailleurs", StringComparison.Ordinal));

    private OutboxSender NewPoster() => clinic.SenderTo(channel);

    private async Task<CaseFile> FindAsync(string code) => (await clinic.Desk.Files.FindAsync(code, CancellationToken.None))!;

    /// <summary>A case with a verdict on its card, on its way to the session of 3 December.</summary>
    private async Task<string> PresentedAsync()
    {
        await clinic.SayAsync("nouveau");
        await clinic.SayAsync("terminer");
        var code = (string)clinic.Card!.SelectToken("$.actions[0].data.case")!;
        await PresentAsync(code, "2026-12-03");
        return code;
    }

    private static ErrorResponseException Failure(HttpStatusCode status, string code, string? retryAfter = null)
    {
        using var response = new HttpResponseMessage(status);
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return new("refused") { Response = new HttpResponseMessageWrapper(response, $$"""{ "error": { "code": "{{code}}" } }""") };
    }

    private Task<CaseAnswer> PresentAsync(string code, string session, string? card = null) => clinic.Cases.AnswerAsync(
        new Activity(ActivityTypes.Invoke) { From = new ChannelAccount(clinic.User) { AadObjectId = clinic.User }, ServiceUrl = "https://test.com", ReplyToId = card },
        new CardSubmission(Verbs.CasePost, code, "", -1, "", new Dictionary<string, string> { ["board"] = "19:rcp@thread.tacv2", ["session"] = session }),
        CancellationToken.None);
}
