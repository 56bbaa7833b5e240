using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Ports;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using CimentoBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Instances;

/// <summary>What Teams delivers again acts once, whichever instance it comes to, and however late.</summary>
public sealed class RepeatedDeliveryTests
{
    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task AMessageOpensOneCaseHoweverOftenItComes(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = People(instances, "clinician");
        var message = here.Person.Activity("message", instances.Team.Connector.ServiceUrl);
        message["text"] = "nouveau";

        var first = await here.PostAsync(message);
        Assert.NotEmpty(first.Deliveries);
        await AgainAsync(instances, here, there, message, turn => Assert.Empty(turn.Deliveries));
        Assert.Single(await CasesAsync(instances));
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task AMessageThatComesToBothAtOnceIsAnsweredByOne(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = People(instances, "clinician");
        for (var round = 1; round <= 5; round++)
        {
            var message = here.Person.Activity("message", instances.Team.Connector.ServiceUrl);
            message["text"] = "nouveau";
            var answers = await instances.PassAsync(Task.WhenAll(here.PostAsync(message), there.PostAsync(message), here.PostAsync(message)));

            Assert.All(answers, answer => Assert.Equal(200, answer.Status));
            Assert.Equal(round, (await CasesAsync(instances)).Count);
        }
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task ATurnThatTeamsHasStoppedWaitingForGoesOnAndComesOnce(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = People(instances, "clinician");
        var message = here.Person.Activity("message", instances.Team.Connector.ServiceUrl);
        message["text"] = "nouveau";
        var gate = instances.Hold(request => request.Method == "POST");
        await StopWaitingAsync();

        var again = there.PostAsync(message);
        gate.Open();
        Assert.Equal(200, (await instances.PassAsync(again)).Status);

        Assert.Single(await CasesAsync(instances));
        Assert.Single(here.Messages, delivery => delivery.Card is not null);

        async Task StopWaitingAsync()
        {
            using var patience = new CancellationTokenSource();
            using var content = JsonContent.Create((JsonNode)message);
            var losing = LosePatienceAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                await instances.First.Client.PostAsync(new Uri("/api/messages", UriKind.Relative), content, patience.Token));
            await losing;

            async Task LosePatienceAsync()
            {
                await gate.Reached;
                await patience.CancelAsync();
            }
        }
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task ASubmitIsTakenOnceAndTheStepDoesNotMoveOn(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (here, there) = People(instances, "clinician");
        await here.SendTextAsync("nouveau");
        var submit = here.Person.Activity("message", instances.Team.Connector.ServiceUrl);
        submit["value"] = CardReading.Data(here.CardWith("answer")!, CardReading.Action(here.CardWith("answer")!, "Action.Submit", "answer")!, TypicalCase.Facts);

        Assert.NotEmpty((await here.PostAsync(submit)).Deliveries);
        var before = Assert.Single(await CasesAsync(instances));
        await AgainAsync(instances, here, there, submit, turn => Assert.Empty(turn.Deliveries));

        Assert.Equal(before, Assert.Single(await CasesAsync(instances)));
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task AnOpinionIsGivenOnceAndAnsweredWithTheSameCard(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (team, code, here, there) = await PresentedAsync(instances);
        var opinion = Opinion(here, team, code, "favourable");

        var first = await here.PostAsync(opinion);
        Assert.Equal(200, first.ReplyStatus);
        var another = await here.PostAsync(Opinion(here, team, code, "unfavourable"));
        Assert.NotEqual(first.Body, another.Body);

        // Again, after the same person has changed their mind: the change stands.
        Assert.Equal(first.Body, (await there.PostAsync(opinion)).Body);
        Assert.Equal(first.Body, (await here.PostAsync(opinion)).Body);
        Assert.Equal(2, (await team.FindAsync(code)).Opinions.Length);
        team.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(200, (await there.PostAsync(opinion)).ReplyStatus);
        Assert.Equal(2, (await team.FindAsync(code)).Opinions.Length);
    }

    [SkippableTheory]
    [InlineData(StorageProvider.Sqlite)]
    [InlineData(StorageProvider.Postgres)]
    public async Task AnActionThatComesToBothAtOnceActsOnceAndBothGetTheAnswer(StorageProvider provider)
    {
        await using var instances = await TwoInstances.StartAsync(provider);
        var (team, code, here, there) = await PresentedAsync(instances);
        var opinion = Opinion(here, team, code, "favourable");

        var answers = await instances.PassAsync(Task.WhenAll(here.PostAsync(opinion), there.PostAsync(opinion)));

        Assert.All(answers, answer => Assert.Equal(200, answer.ReplyStatus));
        Assert.Equal(answers[0].Body, answers[1].Body);
        Assert.Single((await team.FindAsync(code)).Opinions);
    }

    /// <summary>A case in the channel, and an oncologist whom a load balancer leads to one instance and to the other.</summary>
    private static async Task<(TeamOfTheTest Team, string Code, BotConversation Here, BotConversation There)> PresentedAsync(TwoInstances instances)
    {
        var code = await instances.Team.PresentedAsync(instances.Team.Chat("clinician"));
        var here = instances.Team.InThread("oncologist");
        return (instances.Team, code, here, instances.Team.At(instances.Second, here));
    }

    private static (BotConversation Here, BotConversation There) People(TwoInstances instances, string name)
    {
        var here = instances.Team.Chat(name);
        return (here, instances.Team.At(instances.Second, here));
    }

    private static JsonObject Opinion(BotConversation member, TeamOfTheTest team, string code, string opinion)
    {
        var activity = member.Person.Activity("invoke", team.Connector.ServiceUrl);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "board.opinion",
                ["data"] = new JsonObject { ["case"] = code, ["opinion"] = opinion, ["specialty"] = "oncology" },
            },
        };
        return activity;
    }

    /// <summary>The second time elsewhere, the third time here, and both a day later.</summary>
    private static async Task AgainAsync(TwoInstances instances, BotConversation here, BotConversation there, JsonObject activity, Action<Turn> check)
    {
        foreach (var after in new[] { TimeSpan.Zero, TimeSpan.FromDays(1) })
        {
            instances.Team.Clock.Advance(after);
            foreach (var person in new[] { there, here })
            {
                var turn = await person.PostAsync(activity);
                Assert.Equal(200, turn.Status);
                check(turn);
            }
        }
    }

    private static Task<IReadOnlyList<StoredCase>> CasesAsync(TwoInstances instances) =>
        instances.Second.Services.GetRequiredService<ICaseStore>().ListAfterAsync("", 100, CancellationToken.None);
}
