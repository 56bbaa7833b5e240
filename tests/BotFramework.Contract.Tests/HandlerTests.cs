using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

public class HandlerTests
{
    private readonly Recording bot = new();

    [Theory]
    [InlineData("""{"type":"message"}""", "message")]
    [InlineData("""{"type":"event","name":"x"}""", "event x")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""", "")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"u1"}]}""", "")]
    [InlineData("""{"type":"messageReaction","reactionsAdded":[{"type":"like"}]}""", "")]
    [InlineData("""{"type":"strange"}""", "")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""", "installed")]
    [InlineData("""{"type":"installationUpdate","action":"add-upgrade"}""", "installed")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"b1"}],"channelId":"emulator"}""", "")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"b1"},{"id":"u1"}],"channelId":"emulator"}""", "added b1,u1")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"b1"}]}""", "teams added b1;added b1")]
    public async Task EachKindOfActivityGoesToItsMethod(string json, string expected)
    {
        var activity = JObject.Parse(json);
        activity["channelId"] ??= "msteams";
        activity["recipient"] = new JObject { ["id"] = "b1" };
        using var turn = new TurnContext(new SilentAdapter(), activity.ToObject<Activity>()!);

        await bot.OnTurnAsync(turn);

        Assert.Equal(expected, string.Join(';', bot.Log));
    }

    [Theory]
    [InlineData("application/vnd.microsoft.readReceipt")]
    [InlineData("application/vnd.microsoft.meetingStart")]
    public async Task AnEventOfTeamsWithoutAValueIsAnErrorOfTheTurn(string name)
    {
        var json = $$"""{"type":"event","id":"e1","name":"{{name}}","channelId":"msteams","recipient":{"id":"b1"} }""";
        using var turn = new TurnContext(new SilentAdapter(), JObject.Parse(json).ToObject<Activity>()!);

        await Assert.ThrowsAsync<ArgumentNullException>(() => bot.OnTurnAsync(turn));
    }

    [Theory]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"ok","data":{"a":1}}}""", 200, "ok")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Execute","verb":"other"}}""", 501, null)]
    [InlineData("adaptiveCard/action", "null", 400, "Missing value property")]
    [InlineData("adaptiveCard/action", "\"text\"", 400, "Value property is not properly formed")]
    [InlineData("adaptiveCard/action", """{"action":1}""", 400, "Value property is not properly formed")]
    [InlineData("adaptiveCard/action", "{}", 400, "Missing action property")]
    [InlineData("adaptiveCard/action", """{"action":{"type":"Action.Submit"}}""", 400, "The action 'Action.Submit'is not supported.")]
    [InlineData("application/search", "null", 400, "Missing value property for search")]
    [InlineData("application/search", """{"kind":"search"}""", 400, "Missing queryText property for search")]
    [InlineData("application/search", """{"queryText":"q"}""", 501, null)]
    [InlineData("task/fetch", "{}", 501, null)]
    [InlineData("task/fetch", "\"text\"", 400, "expected type 'String'")]
    [InlineData("signin/verifyState", "{}", 501, null)]
    [InlineData("anything", "{}", 501, null)]
    public async Task AnInvokeIsAnsweredByItsMethodOrRefused(string name, string value, int status, string? says)
    {
        var answer = await new Wire().InvokeAsync(bot, Wire.Invoke(name, value));

        Assert.Equal(status, answer.Status);
        Assert.Contains(says ?? string.Empty, answer.Body, StringComparison.Ordinal);
        Assert.Equal(says == null, answer.Body.Length == 0);
    }

    [Fact]
    public async Task AMalformedCardActionGetsTheErrorBodyOfAdaptiveCards()
    {
        var answer = await new Wire().InvokeAsync(bot, Wire.Invoke("adaptiveCard/action", "null"));

        Assert.True(JToken.DeepEquals(
            JObject.Parse(
                """
                {"statusCode":400,"type":"application/vnd.microsoft.error",
                 "value":{"code":"BadRequest","message":"Missing value property"}}
                """),
            JObject.Parse(answer.Body)));
    }

    [Fact]
    public async Task AMemberWhoCameToATeamIsAskedForFirstAndOneWhoIsNotFoundIsTakenAsAnnounced()
    {
        var wire = new Wire()
            .Answering("GET /v3/conversations/team%3A1/members/u1", """{"id":"u1","name":"Anna","email":"a@x.org","userRole":"user"}""")
            .Answering(
                "GET /v3/conversations/team%3A1/members/u2", """{"error":{"code":"ConversationNotFound"}}""", HttpStatusCode.NotFound);

        await wire.InvokeAsync(bot, Update("""[{"id":"b1"},{"id":"u1"},{"id":"u2","name":"Bert"}]"""));

        Assert.Equal(["teams added b1,u1:Anna,u2:Bert", "added b1,u1,u2"], bot.Log);
        Assert.Equal(2, wire.Calls.Count);
    }

    [Fact]
    public async Task ARosterThatIsRefusedIsAnErrorOfTheTurn()
    {
        var wire = new Wire().Answering(
            "GET /v3/conversations/team%3A1/members/u1", """{"error":{"code":"Throttled","message":"m"}}""", HttpStatusCode.TooManyRequests);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => wire.InvokeAsync(bot, Update("""[{"id":"u1"}]""")));

        Assert.Equal("Operation returned an invalid status code 'TooManyRequests'", e.Message);
        Assert.Equal(("Throttled", HttpStatusCode.TooManyRequests), (e.Body.Error.Code, e.Response.StatusCode));
    }

    private static string Update(string membersAdded) =>
        $$"""
        {"type":"conversationUpdate","id":"m1","channelId":"msteams","serviceUrl":"{{Wire.ServiceUrl}}","recipient":{"id":"b1"},
         "conversation":{"id":"c1"},"membersAdded":{{membersAdded}},"channelData":{"team":{"id":"team:1"} } }
        """;

    private sealed class Recording : TeamsActivityHandler
    {
        public List<string> Log { get; } = [];

        protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken) =>
            Add("message");

        protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
        {
            Log.Add("event " + turnContext.Activity.Name);
            return base.OnEventActivityAsync(turnContext, cancellationToken);
        }

        protected override Task OnInstallationUpdateAddAsync(
            ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Add("installed");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken) => Add("added " + string.Join(',', membersAdded.Select(member => member.Id)));

        protected override Task OnTeamsMembersAddedAsync(
            IList<TeamsChannelAccount> teamsMembersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext,
            CancellationToken cancellationToken)
        {
            Log.Add("teams added " + string.Join(
                ',', teamsMembersAdded.Select(member => member.Name == null ? member.Id : $"{member.Id}:{member.Name}")));
            return base.OnTeamsMembersAddedAsync(teamsMembersAdded, teamInfo, turnContext, cancellationToken);
        }

        protected override Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
            ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
            invokeValue.Action.Verb == "ok"
                ? Task.FromResult(new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = "ok" })
                : base.OnAdaptiveCardInvokeAsync(turnContext, invokeValue, cancellationToken);

        private Task Add(string entry)
        {
            Log.Add(entry);
            return Task.CompletedTask;
        }
    }
}
