using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Xunit.Abstractions;

namespace CimentoBot.Host.Tests;

/// <summary>The door, over a socket, with keys that are really published and signatures that are really made.</summary>
public sealed class RefusalTests(ITestOutputHelper output)
{
    [Fact]
    public async Task WhatIsAlmostGoodIsRefusedAndLearnsNothing()
    {
        var bot = new BotOfTheTest();
        using var stranger = new ChannelKey("stranger", ["msteams"]);
        using var silent = new ChannelKey("silent", null);
        using var webchatOnly = new ChannelKey("webchat", ["webchat"]);
        await using var teams = await TeamsOfTheTest.StartAsync();
        teams.Publish(teams.Key, silent, webchatOnly);
        await using var host = await RunningHost.StartAsync(teams.Settings, bot);
        var wrong = new List<string>();

        Assert.Equal(200, (await SendAsync(host.Port, Refusals.Good(teams))).Status);
        var refusals = Refusals.Of(teams, stranger, silent, webchatOnly).ToList();
        foreach (var (name, status, request) in refusals)
        {
            var began = TimeProvider.System.GetTimestamp();
            var answer = await SendAsync(host.Port, request);
            var milliseconds = TimeProvider.System.GetElapsedTime(began).TotalMilliseconds;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-52} {answer.Status}  {milliseconds,7:F1} ms"));
            if (answer.Status != status || answer.Body.Length > 0)
            {
                wrong.Add($"{name}: {answer.Status} instead of {status}, body '{answer.Body}'");
            }
        }

        var counts = refusals.CountBy(refusal => refusal.Status).OrderBy(count => count.Key).Select(count => $"{count.Value} × {count.Key}");
        output.WriteLine($"{refusals.Count} refusals: {string.Join(", ", counts)}");
        Assert.Empty(wrong);
        Assert.Equal(1, bot.Turns);
        Assert.Equal(200, (await SendAsync(host.Port, Refusals.Good(teams))).Status);
    }

    [Fact]
    public async Task ClocksMayDifferByFiveMinutesAndServiceUrlsByTheirCase()
    {
        await using var teams = await TeamsOfTheTest.StartAsync();
        await using var host = await RunningHost.StartAsync(teams.Settings);
        var body = ActivityJson.Message().ToJsonString();

        Assert.Equal(200, await StatusAsync(host, body, teams.Token(
            claims => (claims["nbf"], claims["exp"]) = (TeamsOfTheTest.InSeconds(-600), TeamsOfTheTest.InSeconds(-240)))));
        Assert.Equal(200, await StatusAsync(host, body, teams.Token(claims => claims["nbf"] = TeamsOfTheTest.InSeconds(240))));
        Assert.Equal(200, await StatusAsync(host, body, teams.Token(claims => claims["serviceurl"] = TeamsOfTheTest.ServiceUrl.ToUpperInvariant())));
    }

    [Fact]
    public async Task WithoutAnIdentityATokenIsForNobody()
    {
        await using var teams = await TeamsOfTheTest.StartAsync();
        await using var host = await RunningHost.StartAsync();

        Assert.Equal(401, await StatusAsync(host, ActivityJson.Message().ToJsonString(), teams.Token()));
        Assert.Equal(200, (await SendAsync(host.Port, new(ActivityJson.Message().ToJsonString()))).Status);
    }

    private static async Task<int> StatusAsync(RunningHost host, string body, string token) =>
        (await SendAsync(host.Port, new(body, $"Bearer {token}"))).Status;

    /// <summary>Sends it byte for byte: no client tidies its headers.</summary>
    private static async Task<(int Status, string Body)> SendAsync(int port, RawRequest request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", port);
        var body = Encoding.UTF8.GetBytes(request.Body);
        var head = new StringBuilder($"{request.Line} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {request.ContentType}\r\nContent-Length: {body.Length}\r\n");
        foreach (var value in request.Authorization)
        {
            head.Append(CultureInfo.InvariantCulture, $"Authorization: {value}\r\n");
        }

        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
        await client.GetStream().WriteAsync(body);
        using var reader = new StreamReader(client.GetStream());
        var answer = (await reader.ReadToEndAsync()).Split("\r\n\r\n", 2);
        return (int.Parse(answer[0].Split(' ')[1], CultureInfo.InvariantCulture), answer[1] == "0\r\n\r\n" ? "" : answer[1]);
    }
}
