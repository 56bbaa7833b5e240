using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CimentoBot.Host.Tests;

public sealed class KeyRollOverTests
{
    [Fact]
    public async Task AfterARollOverTheNewKeyIsTakenAndTheOldOneIsNot()
    {
        using var second = new ChannelKey("second", ["msteams"]);
        await using var teams = await TeamsOfTheTest.StartAsync();
        await using var host = await RunningHost.StartAsync(teams.Settings);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, teams.Token()));
        teams.Publish(second);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, teams.Token(key: second)));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, teams.Token()));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, teams.Token(key: second)));
    }

    [Fact]
    public async Task StrangersCannotMakeTheBotReadKeysMoreOftenThanEveryFiveMinutes()
    {
        var clock = new FakeTimeProvider();
        using var stranger = new ChannelKey("stranger", ["msteams"]);
        using var second = new ChannelKey("second", ["msteams"]);
        await using var teams = await TeamsOfTheTest.StartAsync();
        await using var host = await RunningHost.StartAsync(teams.Settings, configure: services => services.AddSingleton<TimeProvider>(clock));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, teams.Token()));
        var once = teams.Readings;

        for (var attempt = 0; attempt < 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, teams.Token(key: stranger)));
        }

        var again = teams.Readings;
        Assert.InRange(again - once, 1, once);
        teams.Publish(second);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, teams.Token(key: second)));
        Assert.Equal(again, teams.Readings);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, teams.Token(key: second)));
        Assert.InRange(teams.Readings - again, 1, once);
    }

    [Fact]
    public async Task WhileKeysCannotBeReadTheKnownOnesStayAndUnknownOnesAreRefused()
    {
        using var stranger = new ChannelKey("stranger", ["msteams"]);
        var teams = await TeamsOfTheTest.StartAsync();
        await using var host = await RunningHost.StartAsync(teams.Settings);
        var (good, strange) = (teams.Token(), teams.Token(key: stranger));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, good));
        await teams.DisposeAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(host, strange));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, good));
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, string token)
    {
        using var response = await host.PostAsync(ActivityJson.Message(), token);
        return response.StatusCode;
    }
}
