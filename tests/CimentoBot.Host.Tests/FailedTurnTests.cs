using System.Net;
using System.Text.Json;
using Microsoft.Bot.Builder;

namespace CimentoBot.Host.Tests;

public sealed class FailedTurnTests
{
    private const string Typed = "Mme Martin, née le 3 mars";

    [Theory]
    [InlineData("fr-FR", "Rien n’est perdu", "reprendre")]
    [InlineData("en-US", "Nothing was lost", "resume")]
    [InlineData("de-DE", "Rien n’est perdu", "reprendre")]
    public async Task AFailedTurnSaysSoOnceInTheLanguageOfTheActivity(string locale, string says, string command)
    {
        await using var host = await RunningHost.StartAsync(bot: Failing());

        using var response = await host.PostAsync("/api/messages", ActivityJson.Message(Typed, locale).ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        var text = Assert.Single(json.RootElement.GetProperty("activities").EnumerateArray()).GetProperty("text").GetString();
        Assert.Contains(says, text, StringComparison.Ordinal);
        Assert.Contains(command, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedCardActionIsAnsweredWithAnErrorBeneathTheCard()
    {
        await using var host = await RunningHost.StartAsync(bot: Failing());

        using var response = await host.PostAsync("/api/messages", ActivityJson.Invoke().ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(500, json.RootElement.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.error", json.RootElement.GetProperty("type").GetString());
        Assert.Contains("reprendre", json.RootElement.GetProperty("value").GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NothingThatWasTypedGoesIntoTheLog()
    {
        await using var host = await RunningHost.StartAsync(bot: Failing());

        using var response = await host.PostAsync("/api/messages", ActivityJson.Message(Typed).ToJsonString());
        using var refused = await host.PostAsync("/api/messages", ActivityJson.Message(Typed).ToJsonString()[..^1]);
        using var unreachable = await host.PostAsync("/api/messages", WithoutInlineReplies());

        Assert.Equal(HttpStatusCode.OK, unreachable.StatusCode);
        Assert.Contains(host.Log.Lines, line => line.Contains(nameof(InvalidOperationException), StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("Martin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFailureOfATurnThatTheBotBeganItselfReachesWhoBeganIt()
    {
        await using var host = await RunningHost.StartAsync();
        var adapter = (BotAdapter)host.Services.GetService(typeof(BotAdapter))!;
        var reference = new Microsoft.Bot.Schema.ConversationReference
        {
            ServiceUrl = "http://127.0.0.1:9/",
            ChannelId = "msteams",
            Conversation = new() { Id = "chat" },
        };

        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.ContinueConversationAsync(
            "", reference, (_, _) => throw new InvalidOperationException(), CancellationToken.None));
    }

    private static string WithoutInlineReplies()
    {
        var message = ActivityJson.Message(Typed);
        message.Remove("deliveryMode");
        return message.ToJsonString();
    }

    private static BotOfTheTest Failing() => new(_ => throw new InvalidOperationException($"cannot understand '{Typed}'"));
}
