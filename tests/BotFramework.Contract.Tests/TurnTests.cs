using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BotFramework.Contract.Tests;

public class TurnTests
{
    private readonly SilentAdapter adapter = new();

    [Fact]
    public async Task SendHandlersRunInOrderAroundTheAdapterAndMayKeepActivitiesBack()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());
        turn.OnSendActivities(async (_, _, next) =>
        {
            adapter.Done.Add("first");
            var sent = await next();
            adapter.Done.Add("after");
            return sent;
        });
        turn.OnSendActivities((_, activities, next) => activities[0].Text == "secret" ? Task.FromResult(Array.Empty<ResourceResponse>()) : next());

        var response = await turn.SendActivityAsync("hello");
        var kept = await turn.SendActivityAsync("secret");

        Assert.Equal(["first", "send hello", "after", "first", "after"], adapter.Done);
        Assert.Equal("r0", response.Id);
        Assert.Null(kept.Id);
    }

    [Fact]
    public async Task ASentActivityIsAddressedAsAReplyAndGetsItsId()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());
        var message = MessageFactory.Text("hello");

        await turn.SendActivityAsync(message);

        Assert.Equal(("r0", "m1", "c1", "u1"), (message.Id, message.ReplyToId, message.Conversation.Id, message.Recipient.Id));
    }

    [Fact]
    public async Task TextAloneHasNoListsAndAMessageOfTheFactoryHasEmptyOnes()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());
        var sent = new List<Activity>();
        turn.OnSendActivities((_, activities, next) =>
        {
            sent.AddRange(activities);
            return next();
        });

        await turn.SendActivityAsync("a");
        await ((ITurnContext)turn).SendActivityAsync("b");
        await turn.SendActivityAsync(MessageFactory.Text("c"));

        Assert.Equal([null, "acceptingInput", "acceptingInput"], sent.Select(activity => activity.InputHint));
        Assert.Null(sent[0].Attachments);
        Assert.Empty(sent[2].Attachments);
    }

    [Fact]
    public async Task ATraceIsNoResponseAndTypingIsOne()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());

        await turn.SendActivityAsync(Activity.CreateTraceActivity("t"));
        Assert.False(turn.Responded);

        await turn.SendActivityAsync(new Activity(ActivityTypes.Typing));
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task UpdatesAndDeletionsAddressTheirActivity()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());
        var activity = new Activity { Id = "old" };

        var updated = await turn.UpdateActivityAsync(activity);
        await turn.DeleteActivityAsync("gone");

        Assert.Equal(["update old", "delete gone"], adapter.Done);
        Assert.Equal(("updated", "m1", "u1"), (updated.Id, activity.ReplyToId, activity.Recipient.Id));
    }

    [Fact]
    public async Task AChannelThatExpectsRepliesGetsThemFromTheBufferAndTheAdapterSendsNothing()
    {
        var activity = SilentAdapter.Message();
        activity.DeliveryMode = DeliveryModes.ExpectReplies;
        using var turn = new TurnContext(adapter, activity);

        await turn.SendActivityAsync("hello");

        Assert.Empty(adapter.Done);
        Assert.Equal("hello", Assert.Single(turn.BufferedReplyActivities).Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public void TheTurnStateFindsByTypeOrKeyAndRefusesASecondOfTheSame()
    {
        using var state = new TurnContextStateCollection();
        state.Add("text");
        state.Set<string>("none", null!);

        Assert.Equal("text", state.Get<string>());
        Assert.Null(state.Get<Activity>(typeof(string).FullName));
        Assert.Null(state.Get<string>("absent"));
        Assert.True(state.ContainsKey("NONE"));
        Assert.Throws<ArgumentException>(() => state.Add("again"));
        Assert.Throws<ArgumentNullException>(() => state.Add<string>("x", null!));
    }

    [Fact]
    public async Task ATurnThatIsOverCannotBeUsed()
    {
        var turn = new TurnContext(adapter, SilentAdapter.Message());
        turn.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => turn.SendActivityAsync("x"));
        Assert.Throws<ObjectDisposedException>(() => turn.TurnState.Get<string>());
    }

    [Fact]
    public async Task BlankTextAndNoActivitiesAreErrors()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());

        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.SendActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentException>(() => turn.SendActivitiesAsync([]));
        await Assert.ThrowsAsync<ArgumentNullException>(() => turn.DeleteActivityAsync(" "));
    }

    [Theory]
    [InlineData("fr-FR", "1,5")]
    [InlineData("en-US", "1.5")]
    public async Task TheTurnRunsInTheCultureOfTheActivityAndNotInItsUiCulture(string locale, string printed)
    {
        var activity = SilentAdapter.Message();
        activity.Locale = locale;
        using var turn = new TurnContext(adapter, activity);
        var ui = CultureInfo.CurrentUICulture;
        string? seen = null;

        await adapter.RunAsync(turn, (_, _) =>
        {
            seen = 1.5.ToString(provider: null);
            Assert.Equal(ui, CultureInfo.CurrentUICulture);
            return Task.CompletedTask;
        });

        Assert.Equal(printed, seen);
        Assert.Equal(locale, turn.Locale);
    }

    [Fact]
    public async Task ALocaleThatIsNoCultureIsPassedOver()
    {
        var activity = SilentAdapter.Message();
        activity.Locale = "no such culture!";
        using var turn = new TurnContext(adapter, activity);
        var ran = false;

        await adapter.RunAsync(turn, (_, _) => Task.FromResult(ran = true));

        Assert.True(ran);
    }

    [Fact]
    public async Task AnErrorGoesToTheHandlerOrElseToTheCaller()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());
        await Assert.ThrowsAsync<FormatException>(() => adapter.RunAsync(turn, (_, _) => throw new FormatException()));
        Exception? seen = null;
        adapter.OnTurnError = (_, e) => Task.FromResult(seen = e);

        await adapter.RunAsync(turn, (_, _) => throw new FormatException());

        Assert.IsType<FormatException>(seen);
    }

    [Fact]
    public async Task MiddlewareRunsInTheOrderInWhichItWasAddedAroundTheBot()
    {
        adapter.Use(new Named("a", adapter.Done)).Use(new Named("b", adapter.Done));
        using var turn = new TurnContext(adapter, SilentAdapter.Message());

        await adapter.RunAsync(turn, (_, _) =>
        {
            adapter.Done.Add("bot");
            return Task.CompletedTask;
        });

        Assert.Equal(["a", "b", "bot", "/b", "/a"], adapter.Done);
    }

    [Fact]
    public async Task WhatGoesStraightToTheAdapterIsNoResponseAndPassesHandlersBy()
    {
        using var turn = new TurnContext(adapter, SilentAdapter.Message());

        await adapter.RunAsync(turn, async (seen, token) =>
        {
            seen.OnSendActivities((_, _, next) =>
            {
                adapter.Done.Add("handler");
                return next();
            });

            await seen.Adapter.SendActivitiesAsync(seen, [new Activity(ActivityTypes.Typing)], token);
            Assert.False(seen.Responded);
            await seen.SendActivityAsync("hello", cancellationToken: token);
            Assert.True(seen.Responded);
        });

        Assert.Equal(["send typing", "handler", "send hello"], adapter.Done);
    }

    private sealed class Named(string name, List<string> log) : IMiddleware
    {
        public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            log.Add(name);
            await next(cancellationToken);
            log.Add("/" + name);
        }
    }
}
