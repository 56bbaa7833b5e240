using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests;

/// <summary>One sign of life on a slow turn, before the answer and never after it.</summary>
public sealed class TypingTests : IAsyncLifetime
{
    private readonly CountingClock clock = new();
    private readonly TaskCompletionSource thought = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource thinks = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ServiceOfTheTest service = null!;

    public async Task InitializeAsync() => service = await ServiceOfTheTest.StartAsync(clock);

    public async Task DisposeAsync() => await service.DisposeAsync();

    [Fact]
    public async Task ASlowAnswerIsPrecededByOneSignThatTheBotIsTyping()
    {
        await using var host = await StartAsync();
        var turn = SendAsync(host, ActivityJson.Message());
        await thinks.Task;

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(service.Calls);
        clock.Advance(TimeSpan.FromSeconds(1));
        await service.ReceivedAsync(1);
        clock.Advance(TimeSpan.FromSeconds(8));
        thought.SetResult();

        Assert.Equal(HttpStatusCode.OK, await turn);
        Assert.Equal(["typing", "message", "message"], Types());
    }

    [Fact]
    public async Task AQuickAnswerHasNone()
    {
        thought.SetResult();
        await using var host = await StartAsync();

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, ActivityJson.Message()));
        clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(["message", "message"], Types());
    }

    /// <summary>The bot may go on working after its first reply, a slow save for one: nobody waits for a sign of it.</summary>
    [Fact]
    public async Task WorkAfterTheAnswerHasNone()
    {
        var (before, after) = (0, 0);
        await using var host = await StartAsync(async turn =>
        {
            before = clock.Waiting;
            await turn.SendActivityAsync(MessageFactory.Text("un"));
            after = clock.Waiting;
            clock.Advance(TimeSpan.FromSeconds(8));
        });

        Assert.Equal(HttpStatusCode.OK, await SendAsync(host, ActivityJson.Message()));
        Assert.Equal((1, 0), (before, after));
        Assert.Equal(["message"], Types());
    }

    /// <summary>A card's action shows its own wheel; who wants the replies in the answer wants no sign of life among them.</summary>
    [Theory]
    [InlineData("invoke")]
    [InlineData("expectReplies")]
    public async Task WhatIsNotAMessageToTheChatHasNone(string kind)
    {
        await using var host = await StartAsync();
        var activity = kind == "invoke" ? ActivityJson.Invoke() : ActivityJson.Message();
        var turn = kind == "invoke" ? SendAsync(host, activity) : PostAsync(host, activity);
        await thinks.Task;
        clock.Advance(TimeSpan.FromSeconds(10));
        thought.SetResult();
        await turn;

        Assert.DoesNotContain("typing", Types());
    }

    [Fact]
    public async Task ASignThatCannotBeGivenDoesNotStopTheAnswer()
    {
        service.Answers.Enqueue(ServiceOfTheTest.Error(403));
        await using var host = await StartAsync();
        var turn = SendAsync(host, ActivityJson.Message());
        await thinks.Task;
        clock.Advance(TimeSpan.FromSeconds(2));
        await service.ReceivedAsync(1);
        thought.SetResult();

        Assert.Equal(HttpStatusCode.OK, await turn);
        Assert.Equal(["typing", "message", "message"], Types());
    }

    private IEnumerable<string> Types() => service.Calls.Select(call => (string)JsonNode.Parse(call.Body)!["type"]!);

    private Task<RunningHost> StartAsync() => StartAsync(async turn =>
    {
        thinks.SetResult();
        await thought.Task;
        await turn.SendActivityAsync(MessageFactory.Text("un"));
        await turn.SendActivityAsync(MessageFactory.Text("deux"));
    });

    private Task<RunningHost> StartAsync(Func<ITurnContext, Task> answer) =>
        RunningHost.StartAsync(bot: new BotOfTheTest(answer), configure: services => services.AddSingleton<TimeProvider>(clock));


    private Task<HttpStatusCode> SendAsync(RunningHost host, JsonObject activity)
    {
        activity.Remove("deliveryMode");
        return PostAsync(host, activity);
    }

    private async Task<HttpStatusCode> PostAsync(RunningHost host, JsonObject activity)
    {
        activity["serviceUrl"] = service.Url;
        using var response = await host.PostAsync("/api/messages", activity.ToJsonString());
        return response.StatusCode;
    }

    /// <summary>A clock that tells how many timers run on it.</summary>
    private sealed class CountingClock : FakeTimeProvider
    {
        private int waiting;

        public int Waiting => waiting;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref waiting);
            return new Timer(base.CreateTimer(callback, state, dueTime, period), () => Interlocked.Decrement(ref waiting));
        }

        private sealed class Timer(ITimer timer, Action gone) : ITimer
        {
            private Action? gone = gone;

            public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(dueTime, period);

            public void Dispose()
            {
                timer.Dispose();
                Interlocked.Exchange(ref gone, null)?.Invoke();
            }

            public ValueTask DisposeAsync()
            {
                Dispose();
                return ValueTask.CompletedTask;
            }
        }
    }
}
