using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace CimentoBot.Host.Tests;

public sealed class MessageDoorTests
{
    private const string Path = "/api/messages";

    private static readonly Dictionary<string, string?> WithIdentity = new(StringComparer.Ordinal)
    {
        ["MicrosoftAppId"] = "00000000-0000-0000-0000-00000000b071",
        ["MicrosoftAppPassword"] = "secret",
    };

    private static readonly Dictionary<string, string?> ForOneTenant = new(StringComparer.Ordinal) { ["Bot:AllowedTenants"] = ActivityJson.Tenant };

    public static TheoryData<string> BadActivities => new()
    {
        { "" },
        { "{" },
        { "[]" },
        { "\"hello\"" },
        { Without("type") },
        { With("type", "") },
        { With("type", 5) },
        { Without("serviceUrl") },
        { With("serviceUrl", "not an address") },
        { With("serviceUrl", "file:///etc/passwd") },
        { Without("conversation") },
        { With("conversation", new JsonObject()) },
        { Without("from") },
        { With("from", new JsonObject { ["id"] = "" }) },
        { With("value", JsonNode.Parse("""{ "a": [{ "$type": "System.Object" }] }""")) },
        { With("$type", "System.Object") },
        { With("value", JsonNode.Parse("""{ "\u0024type": "System.Object" }""")) },
        { With("value", Deep(70)) },
        { With("Conversation", new JsonObject { ["id"] = "another" }) },
        { ActivityJson.Message().ToJsonString().Replace("\"type\":", "\"type\":\"event\",\"type\":", StringComparison.Ordinal) },
    };

    [Fact]
    public async Task AMessageReachesTheBot()
    {
        var bot = new BotOfTheTest();
        await using var host = await RunningHost.StartAsync(bot: bot);

        using var response = await host.PostAsync(Path, ActivityJson.Message().ToJsonString());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, bot.Turns);
    }

    [Theory]
    [MemberData(nameof(BadActivities))]
    public async Task WhatIsNoActivityIsRefusedBeforeTheBot(string body)
    {
        var bot = new BotOfTheTest();
        await using var host = await RunningHost.StartAsync(bot: bot);

        using var response = await host.PostAsync(Path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(0, bot.Turns);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task OnlyPostIsTaken(string method)
    {
        await using var host = await RunningHost.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Path);

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("POST", Assert.Single(response.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task OnlyJsonIsTaken(string type)
    {
        await using var host = await RunningHost.StartAsync();
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(ActivityJson.Message().ToJsonString()));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        using var response = await host.PostAsync(Path, content);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Theory]
    [InlineData(256 * 1024, false, HttpStatusCode.OK)]
    [InlineData(256 * 1024, true, HttpStatusCode.OK)]
    [InlineData((256 * 1024) + 1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData((256 * 1024) + 1, true, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(5_000_000, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task ALongBodyIsRefusedChunkedOrNot(int length, bool chunked, HttpStatusCode status)
    {
        await using var host = await RunningHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(ActivityJson.Message().ToJsonString().PadRight(length), Encoding.UTF8, "application/json"),
        };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30")]
    [InlineData("Bearer e30.e30.")]
    [InlineData("Bearer e30.e30.AAAA")]
    [InlineData("Bearer WzFd.e30.AAAA")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJpc3MiOiJodHRwczovL2FwaS5ib3RmcmFtZXdvcmsuY29tIn0x.")]
    public async Task WithAnIdentityAnAbsentOrUnreadableTokenIsUnauthorized(string? authorization)
    {
        var bot = new BotOfTheTest();
        await using var host = await RunningHost.StartAsync(WithIdentity, bot);
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(ActivityJson.Message().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        if (authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task AnotherTenantIsForbiddenWhateverItSends()
    {
        var bot = new BotOfTheTest();
        await using var host = await RunningHost.StartAsync(ForOneTenant, bot);
        foreach (var activity in new[] { ActivityJson.Message(), ActivityJson.Invoke(), ActivityJson.Search() })
        {
            activity["conversation"]!["tenantId"] = "22222222-2222-2222-2222-222222222222";

            using var response = await host.PostAsync(Path, activity.ToJsonString());

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(0, bot.Turns);
    }

    [Fact]
    public async Task ATenantIsFoundInTheConversationOrInTheChannelsData()
    {
        await using var host = await RunningHost.StartAsync(ForOneTenant);
        var both = ActivityJson.Message();
        var conversationOnly = ActivityJson.Message();
        conversationOnly.Remove("channelData");
        var channelDataOnly = ActivityJson.Message();
        channelDataOnly["conversation"]!.AsObject().Remove("tenantId");
        var none = ActivityJson.Message();
        none.Remove("channelData");
        none["conversation"]!.AsObject().Remove("tenantId");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, both));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, conversationOnly));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, channelDataOnly));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(host, none));
    }

    [SkippableFact]
    public async Task WithoutAnIdentityOnlyThisMachineIsAnswered()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses.Select(unicast => unicast.Address))
            .FirstOrDefault(address => address.AddressFamily is AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Skip.If(address is null, "this machine has no address but loopback");
        await using var host = await RunningHost.StartAsync(new Dictionary<string, string?>(StringComparer.Ordinal) { ["urls"] = "http://0.0.0.0:0" });
        using var content = new StringContent(ActivityJson.Message().ToJsonString(), Encoding.UTF8, "application/json");

        using var fromOutside = await host.Client.PostAsync(new Uri($"http://{address}:{host.Port}{Path}"), content);

        Assert.Equal(HttpStatusCode.Forbidden, fromOutside.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(host, ActivityJson.Message()));
    }

    [Fact]
    public async Task APageOfAnotherSiteThatResolvesToThisMachineIsForbidden()
    {
        await using var host = await RunningHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(ActivityJson.Message().ToJsonString(), Encoding.UTF8, "application/json"),
        };
        request.Headers.Host = "rebound.example";

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static async Task<HttpStatusCode> StatusAsync(RunningHost host, JsonObject activity)
    {
        using var response = await host.PostAsync(Path, activity.ToJsonString());
        return response.StatusCode;
    }

    private static string Without(string member)
    {
        var activity = ActivityJson.Message();
        activity.Remove(member);
        return activity.ToJsonString();
    }

    private static string With(string member, JsonNode? value)
    {
        var activity = ActivityJson.Message();
        activity[member] = value;
        return activity.ToJsonString();
    }

    private static JsonObject Deep(int levels) => levels == 0 ? new JsonObject() : new JsonObject { ["a"] = Deep(levels - 1) };
}
