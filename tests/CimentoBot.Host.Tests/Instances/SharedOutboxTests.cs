using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>Two instances send from one outbox.</summary>
public sealed class SharedOutboxTests
{
    private const int Cases = 6;

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task WhatOneInstanceIsSendingTheOtherLeavesAlone(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var team = instances.Team;
        await AskForAPostAsync(team, "clinician");
        team.Clock.Advance(TimeSpan.FromSeconds(2));
        var gate = instances.Hold(IsPost);

        var sending = TwoInstances.SendAsync(instances.First);
        await gate.Reached;
        var next = await TwoInstances.SendAsync(instances.Second);
        Assert.Empty(team.Posts);
        Assert.Equal(team.Clock.GetUtcNow() + TimeSpan.FromSeconds(1), next);
        gate.Open();
        await instances.PassAsync(sending);

        Assert.Single(team.Posts);
        await instances.PassAsync(TwoInstances.SendAsync(instances.Second));
        Assert.Single(team.Posts);
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task ManyPostsThatTwoInstancesSendAtOnceStandThereOnceEach(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var team = instances.Team;
        for (var number = 0; number < Cases; number++)
        {
            await AskForAPostAsync(team, $"clinician {number}");
        }

        for (var looks = 0; looks < 3; looks++)
        {
            team.Clock.Advance(TimeSpan.FromSeconds(2));
            await instances.PassAsync(Task.WhenAll(TwoInstances.SendAsync(instances.First), TwoInstances.SendAsync(instances.Second)));
        }

        Assert.Equal(Cases, team.Posts.Count);
        Assert.Equal(Cases, team.Connector.Deliveries.Count(delivery => !delivery.IsUpdate && delivery.Card is not null
            && delivery.Conversation.StartsWith(TeamOfTheTest.Channel, StringComparison.Ordinal)));
        Assert.DoesNotContain(await team.OutboxAsync(), message => message.DueAt <= team.Clock.GetUtcNow());
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task WhatAnInstanceThatHasGoneHadTakenAnotherSendsWhenTheLeaseIsOver(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var team = instances.Team;
        await AskForAPostAsync(team, "clinician");
        team.Clock.Advance(TimeSpan.FromSeconds(2));
        var now = team.Clock.GetUtcNow();
        await instances.First.Services.GetRequiredService<IOutbox>().TakeAsync(
            new("gone", now + TimeSpan.FromMinutes(1)), null, 500, now, CancellationToken.None);

        await instances.PassAsync(TwoInstances.SendAsync(instances.Second));
        Assert.Empty(team.Posts);
        team.Clock.Advance(TimeSpan.FromMinutes(1));
        await instances.PassAsync(TwoInstances.SendAsync(instances.Second));

        Assert.Single(team.Posts);
    }

    private static bool IsPost(HttpRequest request) => request.Method == "POST" && request.Path == "/v3/conversations";

    private static async Task AskForAPostAsync(TeamOfTheTest team, string name)
    {
        var clinician = team.Chat(name);
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        var turn = await clinician.InvokeValueAsync(
            "case.post", new JsonObject { ["case"] = code, ["board"] = TeamOfTheTest.Channel, ["session"] = TeamOfTheTest.Session, ["question"] = "" });
        Assert.Equal(200, turn.ReplyStatus);
    }
}
