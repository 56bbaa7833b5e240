using System.Globalization;
using CimentoBot.Conversation.Ports;
using CimentoBot.Storage;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Schema;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace CimentoBot.Conversation.Tests;

/// <summary>What Teams delivers again acts once, and messages of one conversation come one after another.</summary>
public sealed class DeliveriesTests : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("cimentobot-deliveries-");
    private readonly FakeTimeProvider clock = new(Clinic.Morning);
    private readonly List<ServiceProvider> instances = [];
    private readonly List<string> answered = [];
    private readonly List<Activity> sent = [];

    /// <summary>Whether the instance that has a turn under way lives on the test's clock.</summary>
    private bool isAlive = true;

    private string DatabaseFile => Path.Combine(folder.FullName, "bot.db");

    [Fact]
    public async Task AMessageThatIsDeliveredAgainIsAnsweredOnceAlsoAfterARestart()
    {
        await DeliverAsync(New(), "1");
        await DeliverAsync(New(), "2");
        await DeliverAsync(New(), "1");
        await DeliverAsync(New(), "1", conversation: "another");
        clock.Advance(TimeSpan.FromDays(1));
        await DeliverAsync(New(), "1");

        Assert.Equal(["chat 1", "chat 2", "another 1"], answered);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task AMessageThatIsDeliveredAgainWhileItIsAnsweredWaitsAndIsPassedOver()
    {
        var (first, second) = (New(), New());
        var slow = new TaskCompletionSource();
        var answering = DeliverAsync(first, "1", slow.Task);

        var hereAgain = DeliverAsync(first, "1");
        var thereAgain = DeliverAsync(second, "1");
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.Empty(answered);
        slow.SetResult();
        await answering;
        await hereAgain;
        await PassAsync(thereAgain);

        Assert.Equal(["chat 1"], answered);
        Assert.Empty(sent);
    }

    [Fact]
    public async Task AMessageWhoseTurnFailedMayBeDeliveredAgain()
    {
        var deliveries = New();
        await Assert.ThrowsAsync<InvalidOperationException>(() => DeliverAsync(deliveries, "1", Task.FromException(new InvalidOperationException())));
        await DeliverAsync(deliveries, "1");

        Assert.Equal(["chat 1"], answered);
    }

    [Fact]
    public async Task AMessageThatWasBeingAnsweredByAnInstanceThatHasGoneIsAnsweredByAnother()
    {
        isAlive = false;
        _ = DeliverAsync(New(new FakeTimeProvider(Clinic.Morning)), "1", new TaskCompletionSource().Task);

        var again = DeliverAsync(New(), "1");
        await PassAsync(again);

        Assert.Equal(["chat 1"], answered);
        Assert.InRange(clock.GetUtcNow() - Clinic.Morning, Deliveries.Length, Deliveries.Length + Deliveries.Patience);
    }

    [Fact]
    public async Task ATurnThatTakesLongKeepsItsPlace()
    {
        var slow = new TaskCompletionSource();
        var answering = DeliverAsync(New(), "1", slow.Task);
        for (var second = 0; second < 90; second++)
        {
            await AdvanceAsync();
        }

        await PassAsync(DeliverAsync(New(), "2"));
        Assert.Empty(answered);
        slow.SetResult();
        await answering;
        Assert.Equal(["chat 1"], answered);
    }

    [Theory]
    [InlineData(ActivityTypes.ConversationUpdate, "1")]
    [InlineData(ActivityTypes.MessageReaction, "1")]
    [InlineData(ActivityTypes.Message, "")]
    [InlineData(ActivityTypes.Message, null)]
    [InlineData(ActivityTypes.Invoke, null)]
    public async Task WhatDoesNoHarmTwiceOrHasNoIdIsAnsweredEachTime(string type, string? id)
    {
        var deliveries = New();
        await DeliverAsync(deliveries, id, type: type);
        await DeliverAsync(deliveries, id, type: type);

        Assert.Equal(2, answered.Count);
    }

    [Fact]
    public async Task OfTwoMessagesAtOnceTheSecondWaitsForTheFirst()
    {
        var deliveries = New();
        var slow = new TaskCompletionSource();
        var first = DeliverAsync(deliveries, "1", slow.Task);
        var second = DeliverAsync(deliveries, "2");
        await DeliverAsync(deliveries, "3", conversation: "another");

        slow.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(["another 3", "chat 1", "chat 2"], answered);
    }

    [Theory]
    [InlineData("fr-FR", "Un autre message de cette conversation")]
    [InlineData("en-GB", "Another message of this conversation")]
    public async Task AMessageThatWaitedTooLongIsRefusedAndMayComeAgain(string locale, string says)
    {
        var deliveries = New();
        var slow = new TaskCompletionSource();
        var first = DeliverAsync(deliveries, "1", slow.Task);

        await PassAsync(DeliverAsync(deliveries, "2", locale: locale));
        Assert.StartsWith(says, Assert.Single(sent).Text, StringComparison.Ordinal);
        slow.SetResult();
        await first;
        await DeliverAsync(deliveries, "2");

        Assert.Equal(["chat 1", "chat 2"], answered);
    }

    [Fact]
    public async Task ACardsActionThatIsDeliveredAgainGetsTheSameAnswerForAnHourAndLaterThatItWasTaken()
    {
        await DeliverAsync(New(), "1", type: ActivityTypes.Invoke);
        await DeliverAsync(New(), "1", type: ActivityTypes.Invoke);

        Assert.Equal(["chat 1"], answered);
        var (first, again) = (Answer(sent[0]), Answer(sent[1]));
        Assert.True(JToken.DeepEquals(first, again), $"{first}\n{again}");
        Assert.Equal("2026-11-30T08:00:00+01:00", (string?)again["Body"]!["value"]!["at"]);

        clock.Advance(TimeSpan.FromHours(25));
        await New().ForgetAsync(CancellationToken.None);
        await DeliverAsync(New(), "1", type: ActivityTypes.Invoke);
        Assert.Equal(["chat 1"], answered);
        var late = Answer(sent[2]);
        Assert.Equal((200, 200), ((int)late["Status"]!, (int)late["Body"]!["statusCode"]!));
        Assert.Equal("Cette action a déjà été prise en compte.", (string?)late["Body"]!["value"]);
    }

    [Fact]
    public async Task ActionsThatSayDifferentThingsUnderOneIdAllAct()
    {
        var deliveries = New();
        await DeliverAsync(deliveries, "1", type: ActivityTypes.Invoke, value: new JObject { ["verb"] = "a" });
        await DeliverAsync(deliveries, "1", type: ActivityTypes.Invoke, value: new JObject { ["verb"] = "b" });

        Assert.Equal(2, answered.Count);
    }

    [Fact]
    public async Task AnActionThatIsStillUnderWayAfterAllThatTimeSaysSoBeneathTheCard()
    {
        var slow = new TaskCompletionSource();
        var first = DeliverAsync(New(), "1", slow.Task, type: ActivityTypes.Invoke);
        await PassAsync(DeliverAsync(New(), "1", type: ActivityTypes.Invoke));

        var refused = Answer(Assert.Single(sent));
        Assert.Equal((200, 409), ((int)refused["Status"]!, (int)refused["Body"]!["statusCode"]!));
        slow.SetResult();
        await first;
        Assert.Equal(["chat 1"], answered);
    }

    [Fact]
    public async Task AfterAWeekADeliveryIsForgotten()
    {
        await DeliverAsync(New(), "1");
        clock.Advance(TimeSpan.FromDays(7));
        await New().ForgetAsync(CancellationToken.None);
        await DeliverAsync(New(), "1");
        Assert.Single(answered);

        clock.Advance(TimeSpan.FromMinutes(1));
        await New().ForgetAsync(CancellationToken.None);
        await DeliverAsync(New(), "1");
        Assert.Equal(2, answered.Count);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        folder.Delete(recursive: true);
    }

    private static JObject Answer(Activity activity) => JObject.FromObject(activity.Value, new() { DateParseHandling = Newtonsoft.Json.DateParseHandling.None });

    /// <summary>Lets time pass until that is over.</summary>
    private async Task PassAsync(Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(5))) != work)
        {
            await AdvanceAsync();
        }

        await work;
    }

    /// <summary>A second, once the turn under way, if its instance is alive, has said that it is.</summary>
    private async Task AdvanceAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = "SELECT until FROM turns";
        while (isAlive && await ask.ExecuteScalarAsync() is string until
            && DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) - clock.GetUtcNow() <= Deliveries.Length - TimeSpan.FromSeconds(10))
        {
            await Task.Yield();
        }

        clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>Another instance, or the same after a restart.</summary>
    private Deliveries New(TimeProvider? its = null)
    {
        var instance = new ServiceCollection()
            .AddLogging()
            .AddSingleton(its ?? clock)
            .AddCimentoStorage(new() { ConnectionString = $"Data Source={DatabaseFile}" })
            .AddCimentoConversation(new BotSettings { Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"] })
            .BuildServiceProvider();
        instances.Add(instance);
        return instance.GetRequiredService<Deliveries>();
    }

    private Task DeliverAsync(
        Deliveries deliveries, string? id, Task? work = null, string conversation = "chat", string type = ActivityTypes.Message, string locale = "fr-FR", JObject? value = null)
    {
        var activity = new Activity(type) { Id = id, ChannelId = "msteams", Locale = locale, Conversation = new ConversationAccount { Id = conversation }, Value = value };
        var turn = new TurnContext(new TestAdapter(), activity);
        turn.OnSendActivities(async (_, activities, next) =>
        {
            sent.AddRange(activities);
            if (activities[0].Type == ActivityTypesEx.InvokeResponse)
            {
                // As the adapter for Teams does.
                turn.TurnState.Add(BotAdapter.InvokeResponseKey, activities[0]);
            }

            return await next();
        });
        return deliveries.OnceAsync(
            turn,
            async () =>
            {
                await (work ?? Task.CompletedTask);
                answered.Add($"{conversation} {id}");
                if (type == ActivityTypes.Invoke)
                {
                    var body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "card", Value = new JObject { ["at"] = "2026-11-30T08:00:00+01:00" } };
                    await turn.SendActivityAsync(new Activity(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = 200, Body = body } });
                }
            },
            CancellationToken.None);
    }
}
