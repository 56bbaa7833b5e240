using System.Net;
using CimentoBot.Connector;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace CimentoBot.Host.Tests;

/// <summary>How the bot calls Teams, over real sockets and on a clock of the test's own.</summary>
public sealed class ConnectorTests : IAsyncLifetime
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(250);

    /// <summary>Time goes on here while a busy machine takes up what is due.</summary>
    private static readonly TimeSpan UntilItIsTakenUp = 8 * Tick;

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));
    private readonly UnderWay underWay = new();
    private ServiceOfTheTest service = null!;
    private RunningHost host = null!;

    public async Task InitializeAsync()
    {
        service = await ServiceOfTheTest.StartAsync(clock);
        host = await RunningHost.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock)
            .AddHttpClient("").AddHttpMessageHandler(() => underWay.NewHandler()));
    }

    public async Task DisposeAsync()
    {
        await host.DisposeAsync();
        await service.DisposeAsync();
    }

    [Theory]
    [InlineData("3", 3)]
    [InlineData("10", 10)]
    [InlineData("Mon, 30 Nov 2026 09:00:05 GMT", 5)]
    public async Task AServiceThatIsAskedTooOftenIsLeftAloneAsLongAsItSays(string retryAfter, int seconds)
    {
        service.Answers.Enqueue(ServiceOfTheTest.Error(429, retryAfter));

        await PumpAsync(SayAsync());

        Assert.Equal(2, service.Calls.Count);
        var pause = service.Calls.Last().At - service.Calls.First().At;
        Assert.InRange(pause, TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(seconds) + UntilItIsTakenUp);
    }

    /// <summary>Time stands still: whoever waited for it would wait for ever.</summary>
    [Fact]
    public async Task AMomentThatHasPassedIsNoPause()
    {
        service.Answers.Enqueue(ServiceOfTheTest.Error(429, "Mon, 30 Nov 2026 08:00:00 GMT"));

        await SayAsync().WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(2, service.Calls.Count);
    }

    [Theory]
    [InlineData("11")]
    [InlineData("Mon, 30 Nov 2026 10:00:00 GMT")]
    public async Task AServiceThatWantsToBeLeftAloneForLongIsAndWhoeverAskedIsTold(string retryAfter)
    {
        service.Answers.Enqueue(ServiceOfTheTest.Error(429, retryAfter));

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(() => PumpAsync(SayAsync()));

        Assert.Equal((HttpStatusCode.TooManyRequests, retryAfter), (failure.Response.StatusCode, Assert.Single(failure.Response.Headers["Retry-After"])));
        Assert.Single(service.Calls);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task WhatTeamsSaysToTryAgainIsTriedAgainAfterPausesThatGrow(int status)
    {
        for (var time = 0; time < 3; time++)
        {
            service.Answers.Enqueue(ServiceOfTheTest.Error(status));
        }

        await PumpAsync(SayAsync());

        Assert.Equal(4, service.Calls.Count);
        Assert.Single(service.Calls.Select(call => call.Body).Distinct());
        Assert.InRange(service.Calls.Last().At - service.Calls.First().At, TimeSpan.FromSeconds(1.5), TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task AServiceThatGoesOnFailingIsAskedFiveTimes()
    {
        for (var time = 0; time < 6; time++)
        {
            service.Answers.Enqueue(ServiceOfTheTest.Error(502, "1"));
        }

        var failure = await Assert.ThrowsAsync<ErrorResponseException>(() => PumpAsync(SayAsync()));

        Assert.Equal((HttpStatusCode.BadGateway, 5), (failure.Response.StatusCode, service.Calls.Count));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(413)]
    [InlineData(500)]
    public async Task WhatAnotherAttemptWouldNotChangeIsTriedOnce(int status)
    {
        service.Answers.Enqueue(ServiceOfTheTest.Error(status, "1"));

        await Assert.ThrowsAsync<ErrorResponseException>(() => PumpAsync(SayAsync()));

        Assert.Single(service.Calls);
    }

    /// <summary>It may have arrived: sent again, it would stand there twice.</summary>
    [Fact]
    public async Task AMessageWhoseAnswerNeverComesIsSentOnce()
    {
        service.Answers.Enqueue(service.Silence);
        var began = clock.GetUtcNow();

        var failure = await Assert.ThrowsAsync<NoAnswerException>(() => PumpAsync(SayAsync()));

        Assert.True(failure.MayHaveArrived);
        Assert.Single(service.Calls);
        Assert.InRange(clock.GetUtcNow() - began, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task ACardIsRewrittenAgainWhereTheAnswerNeverComes()
    {
        service.Answers.Enqueue(service.Silence);

        await PumpAsync(InChatAsync(turn => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "card", Text = "révisée" })));

        Assert.Equal(["PUT", "PUT"], service.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task AllAttemptsTogetherEndAfterHalfAMinute()
    {
        for (var time = 0; time < 5; time++)
        {
            service.Answers.Enqueue(service.Silence);
        }

        var began = clock.GetUtcNow();
        await Assert.ThrowsAsync<NoAnswerException>(() => PumpAsync(
            InChatAsync(turn => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "card", Text = "révisée" }))));
        Assert.InRange(clock.GetUtcNow() - began, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(40));
    }

    [Fact]
    public async Task AServiceThatIsNotThereIsTriedAgain()
    {
        var away = service.Url;
        await service.DisposeAsync();
        var began = clock.GetUtcNow();

        await Assert.ThrowsAnyAsync<Exception>(() => PumpAsync(InChatAsync(turn => turn.SendActivityAsync("bonjour"), away)));

        Assert.True(clock.GetUtcNow() - began > TimeSpan.FromSeconds(2), $"given up after {clock.GetUtcNow() - began}");
    }

    [Fact]
    public async Task MessagesInOneThreadKeepTheRatesOfTeamsAndAnotherThreadDoesNotWait()
    {
        await PumpAsync(InChatAsync(async turn =>
        {
            for (var message = 0; message < 10; message++)
            {
                await turn.SendActivityAsync($"{message}");
            }
        }));
        var moments = service.Calls.Select(call => call.At).ToList();
        Assert.True(moments[7] - moments[0] >= TimeSpan.FromSeconds(1), "eight within a second");
        Assert.All(moments.Skip(8).Zip(moments), pair => Assert.True(pair.First - pair.Second >= TimeSpan.FromSeconds(2), "nine within two seconds"));

        var before = clock.GetUtcNow();
        await InChatAsync(turn => turn.SendActivityAsync("ailleurs"), service.Url, "another");
        Assert.Equal(before, service.Calls.Last().At);
    }

    [Fact]
    public async Task APostThatTeamsForbidsIsNotSentAgainAndTheCaseSaysWhy()
    {
        var files = host.Services.GetRequiredService<Desk>().Files;
        var poster = host.Services.GetRequiredService<OutboxSender>();
        var file = await files.AddAsync(
            request: "",
            code => new CaseFile { Code = code, Owner = "user", Conversation = "chat", ServiceUrl = service.Url, ChannelId = "msteams", StartedAt = default },
            CancellationToken.None);
        await files.SaveAsync(file with { Post = new BoardPost("19:board", new LocalDate(2026, 12, 3), "", service.Url) }, CancellationToken.None, CaseDesk.PostKind);
        service.Answers.Enqueue(ServiceOfTheTest.Error(403, body: """{"error":{"code":"BotNotInConversationRoster","message":"The bot is not part of the conversation roster."}}"""));

        await PumpAsync(poster.SendDueAsync(CancellationToken.None));
        clock.Advance(TimeSpan.FromDays(1));
        await PumpAsync(poster.SendDueAsync(CancellationToken.None));

        Assert.Single(service.Calls);
        Assert.Equal(Refused.NotInRoster, (await files.FindAsync(file.Code, CancellationToken.None))!.Post!.Refused);
    }

    private Task SayAsync() => InChatAsync(turn => turn.SendActivityAsync("bonjour"));

    /// <summary>A turn that the bot begins itself: whoever began it learns what became of it.</summary>
    private Task InChatAsync(Func<ITurnContext, Task> turn, string? serviceUrl = null, string chat = "chat") =>
        host.Services.GetRequiredService<BotAdapter>().ContinueConversationAsync(
            "",
            new ConversationReference { ServiceUrl = serviceUrl ?? service.Url, ChannelId = "msteams", Conversation = new() { Id = chat } },
            (context, _) => turn(context),
            CancellationToken.None);

    /// <summary>Time goes on, step by step, until that is done; it stands still while an answer is on its way.</summary>
    private async Task PumpAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(2))) != work)
        {
            if (underWay.Requests <= service.Silent)
            {
                clock.Advance(Tick);
            }
        }

        await work;
    }
}
