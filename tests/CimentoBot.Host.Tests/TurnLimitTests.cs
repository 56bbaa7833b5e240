using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests;

public sealed class TurnLimitTests
{
    private readonly FakeTimeProvider clock = new();
    private readonly BotOfTheTest bot = new();

    [Theory]
    [InlineData("fr-FR", "Trop de messages en une minute")]
    [InlineData("en-GB", "Too many messages within a minute")]
    [InlineData("de-DE", "Trop de messages en une minute")]
    public async Task AMessageOverTheLimitIsAnsweredOnceAMinuteInItsLanguage(string locale, string says)
    {
        await using var host = await StartAsync(user: 2);

        Assert.Equal([null, null, says, null, null], await SendAsync(host, 5, locale));
        Assert.Equal(2, bot.Turns);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal([null, null, says], await SendAsync(host, 3, locale));
        Assert.Equal(4, bot.Turns);

        async Task<List<string?>> SendAsync(RunningHost to, int times, string language)
        {
            var answers = new List<string?>();
            for (var time = 0; time < times; time++)
            {
                var answer = await AnswerAsync(to, ActivityJson.Message(locale: language));
                answers.Add(answer?.StartsWith(says, StringComparison.Ordinal) is true ? says : answer);
            }

            return answers;
        }
    }

    [Fact]
    public async Task ACardsActionOverTheLimitIsAlwaysAnsweredBeneathTheCard()
    {
        await using var host = await StartAsync(user: 1);
        await AnswerAsync(host, ActivityJson.Message());

        for (var time = 0; time < 2; time++)
        {
            using var response = await host.PostAsync("/api/messages", ActivityJson.Invoke().ToJsonString());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
            Assert.Equal(429, (int)body["statusCode"]!);
            Assert.Equal("application/vnd.microsoft.error", (string)body["type"]!);
            Assert.StartsWith("Trop de messages", (string)body["value"]!["message"]!, StringComparison.Ordinal);
        }

        Assert.Equal(1, bot.Turns);
    }

    [Fact]
    public async Task OtherActivitiesOverTheLimitArePassedOver()
    {
        await using var host = await StartAsync(user: 1);
        await AnswerAsync(host, ActivityJson.Message());
        var update = ActivityJson.Message();
        update["type"] = "conversationUpdate";

        Assert.Null(await AnswerAsync(host, update));
        Assert.Equal(1, bot.Turns);
    }

    [Fact]
    public async Task OneUsersLimitIsNotAnothersAndATenantsIsEverybodys()
    {
        await using var host = await StartAsync(user: 2, tenant: 3);

        Assert.Null(await FromAsync(host, "first"));
        Assert.Null(await FromAsync(host, "first"));
        Assert.NotNull(await FromAsync(host, "first"));
        Assert.Null(await FromAsync(host, "second"));
        Assert.NotNull(await FromAsync(host, "second"));
        Assert.NotNull(await FromAsync(host, "third"));
        Assert.Null(await FromAsync(host, "first", "33333333-3333-3333-3333-333333333333"));
        Assert.Equal(4, bot.Turns);
    }

    [Fact]
    public async Task WithoutAnIdentityNothingIsLimitedUnlessItIsSet()
    {
        await using var host = await RunningHost.StartAsync(bot: bot);

        for (var time = 0; time < 130; time++)
        {
            Assert.Null(await AnswerAsync(host, ActivityJson.Message()));
        }
    }

    [Fact]
    public async Task NobodyUsesUpAnothersTurnsWithActivitiesThatAreNotTheirs()
    {
        await using var teams = await TeamsOfTheTest.StartAsync();
        var settings = teams.Settings;
        settings["Bot:TurnsPerMinute:User"] = "1";
        await using var host = await RunningHost.StartAsync(settings, bot);
        for (var time = 0; time < 3; time++)
        {
            using var refused = await host.PostAsync(ActivityJson.Message(), teams.Token()[..^8]);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        }

        using var response = await host.PostAsync(ActivityJson.Message(), teams.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, bot.Turns);
    }

    private static Task<string?> FromAsync(RunningHost host, string user, string tenant = ActivityJson.Tenant)
    {
        var message = ActivityJson.Message();
        message["from"]!["id"] = user;
        message["conversation"]!["tenantId"] = tenant;
        return AnswerAsync(host, message);
    }

    /// <summary>The text of the one answer; null when there is none.</summary>
    private static async Task<string?> AnswerAsync(RunningHost host, JsonObject activity)
    {
        using var response = await host.PostAsync("/api/messages", activity.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        return (string?)body!["activities"]!.AsArray().SingleOrDefault()?["text"];
    }

    private Task<RunningHost> StartAsync(int user, int tenant = 0) => RunningHost.StartAsync(
        new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["Bot:TurnsPerMinute:User"] = $"{user}",
            ["Bot:TurnsPerMinute:Tenant"] = $"{tenant}",
        },
        bot,
        services => services.AddSingleton<TimeProvider>(clock));
}
