using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Microsoft.Rest;
using Newtonsoft.Json;

namespace BotFramework.Contract.Tests;

/// <summary>What a bot asks Teams: who is in a conversation, and which channels a team has.</summary>
public class TeamsQuestionTests
{
    private const string OfTeam = ""","channelData":{"team":{"id":"team:1"}}""";
    private const string Channels = "/v3/teams/team%3A1/conversations";

    private readonly Wire wire = new();

    [Theory]
    [InlineData(null, null, "")]
    [InlineData(500, null, "?pageSize=500")]
    [InlineData(null, "", "?continuationToken=")]
    [InlineData(null, "a b/+&=é", "?continuationToken=a%20b%2F%2B%26%3D%C3%A9")]
    [InlineData(2, "next", "?pageSize=2&continuationToken=next")]
    public async Task APageOfARosterIsAskedForByItsSizeAndItsToken(int? size, string? token, string query)
    {
        await AskAsync(conversations => conversations.GetConversationPagedMembersAsync("19:a/b@x", size, token));

        var call = Assert.Single(wire.Calls);
        Assert.Equal(("GET", "/v3/conversations/19%3Aa%2Fb%40x/pagedmembers" + query), (call.Method, call.Path));
        Assert.Null(call.Body);
    }

    [Fact]
    public async Task APageHoldsItsMembersWithAllThatTeamsSaysOfThemAndTheTokenOfTheNext()
    {
        wire.Answering(
            "GET /v3/conversations/c1/pagedmembers",
            """{"continuationToken":"next","members":[{"id":"u1","name":"Anna","aadObjectId":"o1","userRole":"owner","tenantId":"t1"}]}""");
        HttpOperationResponse<PagedMembersResult>? answer = null;

        await AskAsync(async conversations => answer = await conversations.GetConversationPagedMembersWithHttpMessagesAsync("c1"));

        var member = Assert.Single(answer!.Body.Members);
        Assert.Equal(("next", "u1", "Anna", "o1"), (answer.Body.ContinuationToken, member.Id, member.Name, member.AadObjectId));
        Assert.Equal(("owner", "t1"), ((string?)member.Properties["userRole"], (string?)member.Properties["tenantId"]));
    }

    [Fact]
    public async Task TheLastPageHasNoToken()
    {
        wire.Answering("GET /v3/conversations/c1/pagedmembers", """{"members":[]}""");
        PagedMembersResult? page = null;

        await AskAsync(async conversations => page = await conversations.GetConversationPagedMembersAsync("c1"));

        Assert.Empty(page!.Members);
        Assert.Null(page.ContinuationToken);
    }

    [Fact]
    public void APageAndAListOfChannelsPrintTheNamesOfTheConnector()
    {
        var settings = new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore };

        Assert.Equal(
            """{"continuationToken":"next","members":[]}""",
            JsonConvert.SerializeObject(new PagedMembersResult { ContinuationToken = "next", Members = [] }, settings));
        Assert.Equal(
            """{"conversations":[{"id":"ch","name":"Board"}]}""",
            JsonConvert.SerializeObject(new ConversationList { Conversations = [new ChannelInfo("ch", "Board")] }, settings));
    }

    [Theory]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.Accepted)]
    public async Task APageThatIsRefusedIsNoErrorResponseExceptionAndItsReasonIsText(HttpStatusCode status)
    {
        wire.Answering("GET /v3/conversations/c1/pagedmembers", """{"error":{"code":"BotNotInConversationRoster"}}""", status);

        var e = await Assert.ThrowsAsync<HttpOperationException>(() => AskAsync(conversations => conversations.GetConversationPagedMembersAsync("c1")));

        Assert.Equal(($"Operation returned an invalid status code '{status}'", status), (e.Message, e.Response.StatusCode));
        Assert.Contains("BotNotInConversationRoster", e.Response.Content, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("team:1")]
    public async Task TheChannelsOfATeamAreAskedForByTheTeamThatIsNamedOrThatOfTheActivity(string? named)
    {
        wire.Answering("GET " + Channels, """{"conversations":[{"id":"team:1"},{"id":"ch","name":"Board","type":"private"}]}""");
        IList<ChannelInfo> channels = [];

        await InTurnAsync(async turn => channels = await TeamsInfo.GetTeamChannelsAsync(turn, named), more: named == null ? OfTeam : "");

        Assert.Equal([("team:1", null, null), ("ch", "Board", "private")], channels.Select(channel => (channel.Id, (string?)channel.Name, (string?)channel.Type)));
        Assert.Equal(("GET", Channels), Assert.Single(wire.Calls.Select(call => (call.Method, call.Path))));
    }

    [Fact]
    public async Task OutsideATeamThereAreNoChannelsToAskFor()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => InTurnAsync(turn => TeamsInfo.GetTeamChannelsAsync(turn)));

        Assert.Empty(wire.Calls);
    }

    [Fact]
    public async Task ChannelsAreAskedForByTheConnectorOfTheTurnWhichGoesOnSpeakingAfterwards()
    {
        wire.Answering("GET " + Channels, """{"conversations":[]}""");

        await InTurnAsync(
            async turn =>
            {
                await TeamsInfo.GetTeamChannelsAsync(turn);
                await turn.SendActivityAsync("hello");
            },
            OfTeam);

        Assert.Equal(["GET", "POST"], wire.Calls.Select(call => call.Method));
    }

    [Fact]
    public async Task ChannelsThatAreRefusedAreNoErrorResponseException()
    {
        wire.Answering("GET " + Channels, """{"error":{"code":"BotNotInConversationRoster"}}""", HttpStatusCode.Forbidden);

        var e = await Assert.ThrowsAsync<HttpOperationException>(() => InTurnAsync(turn => TeamsInfo.GetTeamChannelsAsync(turn), OfTeam));

        Assert.Equal(("Operation returned an invalid status code 'Forbidden'", HttpStatusCode.Forbidden), (e.Message, e.Response.StatusCode));
        Assert.Contains("BotNotInConversationRoster", e.Response.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ChannelsThatAreAskedForTooOftenAreAnErrorOfTheirOwn()
    {
        wire.Answering("GET " + Channels, "{}", HttpStatusCode.TooManyRequests);

        await Assert.ThrowsAsync<ThrottleException>(() => InTurnAsync(turn => TeamsInfo.GetTeamChannelsAsync(turn), OfTeam));

        Assert.Single(wire.Calls);
    }

    private Task<Wire.Answer> AskAsync(Func<IConversations, Task> ask) => InTurnAsync(turn => ask(turn.TurnState.Get<IConnectorClient>().Conversations));

    private Task<Wire.Answer> InTurnAsync(Func<ITurnContext, Task> ask, string more = "") =>
        Wire.SendAsync(wire.Adapter(), Wire.Message(more: more), (turn, _) => ask(turn));
}
