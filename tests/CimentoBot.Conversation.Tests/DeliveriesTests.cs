using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Tests;

/// <summary>A message that Teams delivers again acts once.</summary>
public sealed class DeliveriesTests
{
    private readonly MemoryStorage storage = new();
    private readonly List<string> answered = [];

    [Fact]
    public async Task AMessageThatIsDeliveredAgainIsAnsweredOnceAlsoAfterARestart()
    {
        await DeliverAsync(New(), "1");
        await DeliverAsync(New(), "2");
        await DeliverAsync(New(), "1");
        await DeliverAsync(New(), "1", conversation: "another");

        Assert.Equal(["chat 1", "chat 2", "another 1"], answered);
    }

    [Fact]
    public async Task AMessageThatIsDeliveredAgainWhileItIsAnsweredIsPassedOver()
    {
        var deliveries = New();
        var slow = new TaskCompletionSource();
        var first = DeliverAsync(deliveries, "1", slow.Task);

        await DeliverAsync(deliveries, "1");
        Assert.Empty(answered);
        slow.SetResult();
        await first;
        await DeliverAsync(deliveries, "1");

        Assert.Equal(["chat 1"], answered);
    }

    [Fact]
    public async Task AMessageWhoseTurnFailedMayBeDeliveredAgain()
    {
        var deliveries = New();
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(deliveries, "1", Task.FromException(new InvalidOperationException())));
        await DeliverAsync(deliveries, "1");

        Assert.Equal(["chat 1"], answered);
    }

    [Theory]
    [InlineData(ActivityTypes.Invoke, "1")]
    [InlineData(ActivityTypes.ConversationUpdate, "1")]
    [InlineData(ActivityTypes.Message, "")]
    [InlineData(ActivityTypes.Message, null)]
    public async Task WhatIsNoMessageOrHasNoIdIsAnsweredEachTime(string type, string? id)
    {
        var deliveries = New();
        await DeliverAsync(deliveries, id, type: type);
        await DeliverAsync(deliveries, id, type: type);

        Assert.Equal(2, answered.Count);
    }

    [Fact]
    public async Task TheLastTwoHundredAreKept()
    {
        for (var id = 1; id <= 201; id++)
        {
            await DeliverAsync(New(), $"{id}");
        }

        await DeliverAsync(New(), "2");
        Assert.Equal(201, answered.Count);
        await DeliverAsync(New(), "1");
        Assert.Equal(202, answered.Count);
    }

    private Deliveries New() => new(new ConversationState(storage));

    private Task DeliverAsync(Deliveries deliveries, string? id, Task? work = null, string conversation = "chat", string type = ActivityTypes.Message)
    {
        var activity = new Activity(type) { Id = id, ChannelId = "msteams", Conversation = new ConversationAccount { Id = conversation } };
        var turn = new TurnContext(new TestAdapter(), activity);
        return deliveries.OnceAsync(
            turn,
            async () =>
            {
                await (work ?? Task.CompletedTask);
                answered.Add($"{conversation} {id}");
            },
            CancellationToken.None);
    }
}
