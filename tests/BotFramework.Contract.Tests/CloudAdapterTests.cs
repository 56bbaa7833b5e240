using System.Net;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace BotFramework.Contract.Tests;

public class CloudAdapterTests
{
    private readonly Wire wire = new();

    [Fact]
    public async Task AMessageIsAnsweredWith200AndNoBodyWhenItsTurnHasEnded()
    {
        var ended = false;

        var answer = await Wire.SendAsync(wire.Adapter(), Wire.Message(), async (_, token) =>
        {
            await Task.Delay(50, token);
            ended = true;
        });

        Assert.Equal(new Wire.Answer(200, string.Empty, null), answer);
        Assert.True(ended);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    public async Task WhatIsNoActivityIsA400WithoutABody(string body)
    {
        Assert.Equal(new Wire.Answer(400, string.Empty, null), await Wire.SendAsync(wire.Adapter(), body));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    public async Task AnyOtherMethodIsA405(string method)
    {
        Assert.Equal(405, (await Wire.SendAsync(wire.Adapter(), Wire.Message(), method: method)).Status);
    }

    [Fact]
    public async Task AnInvokeThatNobodyAnswersIsA501()
    {
        Assert.Equal(501, (await Wire.SendAsync(wire.Adapter(), Wire.Invoke("x", "{}"))).Status);
    }

    [Fact]
    public async Task AnAnswerPrintsWithoutNullsAndAnAnonymousObjectPrintsAsNothing()
    {
        var answer = await Wire.SendAsync(wire.Adapter(), Wire.Invoke("x", "{}"), (turn, token) => turn.SendActivityAsync(
            new Activity(ActivityTypesEx.InvokeResponse)
            {
                Value = new InvokeResponse { Status = 202, Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Value = new { a = 1 } } },
            },
            token));

        Assert.Equal((202, "application/json"), (answer.Status, answer.ContentType));
        Assert.Equal(
            "{\n  \"statusCode\": 200,\n  \"value\": {}\n}", answer.Body.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task ExpectedRepliesComeInlineAndNothingIsSent()
    {
        var answer = await Wire.SendAsync(
            wire.Adapter(),
            Wire.Message(more: ",\"deliveryMode\":\"expectReplies\""),
            (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));

        var reply = (JObject)Assert.Single(JObject.Parse(answer.Body)["activities"]!);
        Assert.Equal((200, "hello", "m1"), (answer.Status, reply.Value<string>("text"), reply.Value<string>("replyToId")));
        Assert.Empty(wire.Calls);
    }

    [Fact]
    public async Task AReplyIsPostedToTheActivityItRepliesToAndAnonymously()
    {
        await Wire.SendAsync(wire.Adapter(), Wire.Message(), (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));

        var call = Assert.Single(wire.Calls);
        Assert.Equal(("POST", "/v3/conversations/c1/activities/m1", null), (call.Method, call.Path, call.Authorization));
        Assert.Equal(
            """{"type":"message","serviceUrl":"https://connector.test/","channelId":"msteams","from":{"id":"b1","name":"Bot"},"conversation":{"id":"c1"},"recipient":{"id":"u1","name":"User"},"text":"hello","inputHint":"acceptingInput","replyToId":"m1"}""",
            call.Body!.ToString(Newtonsoft.Json.Formatting.None));
    }

    [Fact]
    public async Task WithoutAnIdThereIsNothingToReplyTo()
    {
        var message = Wire.Message().Replace("\"id\":\"m1\",", "", StringComparison.Ordinal);

        await Wire.SendAsync(wire.Adapter(), message, (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token));

        Assert.Equal("/v3/conversations/c1/activities", Assert.Single(wire.Calls).Path);
    }

    [Fact]
    public async Task AConnectorPrintsByTheContractsThatItIsGiven()
    {
        var contracts = new DefaultContractResolver { NamingStrategy = new SnakeCaseNamingStrategy(false, overrideSpecifiedNames: true) };

        await Wire.SendAsync(wire.Adapter(), Wire.Message(), (turn, token) =>
        {
            turn.TurnState.Get<IConnectorClient>().SerializationSettings.ContractResolver = contracts;
            return turn.SendActivityAsync("hello", cancellationToken: token);
        });

        Assert.Equal(Wire.ServiceUrl, Assert.Single(wire.Calls).Body!.Value<string>("service_url"));
    }

    [Fact]
    public async Task UpdatesAndDeletionsAreMadeAtTheirActivity()
    {
        await Wire.SendAsync(wire.Adapter(), Wire.Message(), async (turn, token) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "a/1", Text = "new" }, token);
            await turn.DeleteActivityAsync("a2", token);
        });

        Assert.Equal(
            ["PUT /v3/conversations/c1/activities/a%2F1", "DELETE /v3/conversations/c1/activities/a2"],
            wire.Calls.Select(call => $"{call.Method} {call.Path}"));
        Assert.Equal("m1", wire.Calls.First().Body!.Value<string>("replyToId"));
    }

    [Fact]
    public async Task TracesStayHereAndADelayWaits()
    {
        await Wire.SendAsync(wire.Adapter(), Wire.Message(), (turn, token) => turn.SendActivitiesAsync(
            [Activity.CreateTraceActivity("t"), new Activity(ActivityTypesEx.Delay) { Value = 10 }], token));

        Assert.Empty(wire.Calls);
    }

    [Fact]
    public async Task ARefusedCallIsAnErrorWithTheConnectorsReason()
    {
        wire.Answering(
            "POST /v3/conversations/c1/activities/m1", """{"error":{"code":"BotDisabledByAdmin","message":"m"}}""", HttpStatusCode.Forbidden);

        var e = await Assert.ThrowsAsync<ErrorResponseException>(() => Wire.SendAsync(
            wire.Adapter(), Wire.Message(), (turn, token) => turn.SendActivityAsync("hello", cancellationToken: token)));

        Assert.Equal(("BotDisabledByAdmin", HttpStatusCode.Forbidden), (e.Body.Error.Code, e.Response.StatusCode));
        Assert.Contains("BotDisabledByAdmin", e.Response.Content, StringComparison.Ordinal);
        Assert.StartsWith("application/json", Assert.Single(e.Response.Headers["Content-Type"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 200)]
    [InlineData(false, 501)]
    public async Task AnErrorThatIsHandledLeavesTheAnswerOfAnUnansweredTurn(bool isMessage, int status)
    {
        var adapter = wire.Adapter();
        adapter.OnTurnError = (_, _) => Task.CompletedTask;

        var answer = await Wire.SendAsync(
            adapter, isMessage ? Wire.Message() : Wire.Invoke("x", "{}"), (_, _) => throw new FormatException());

        Assert.Equal(status, answer.Status);
    }

    [Fact]
    public async Task WithAnApplicationIdARequestWithoutATokenIsA401()
    {
        var adapter = wire.Adapter(("MicrosoftAppId", "app"), ("MicrosoftAppPassword", "secret"));

        Assert.Equal(401, (await Wire.SendAsync(adapter, Wire.Message())).Status);
        Assert.Equal(401, (await Wire.SendAsync(adapter, Wire.Message(), authorization: "Basic abc")).Status);
    }

    [Fact]
    public async Task ABearerThatIsNoTokenIsAnErrorThatTheHostMustAnswer()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(
            () => Wire.SendAsync(wire.Adapter(), Wire.Message(), authorization: "Bearer garbage"));
    }

    [Fact]
    public async Task AMessageWithoutAServiceUrlIsAnErrorThatTheHostMustAnswer()
    {
        var message = Wire.Message().Replace("serviceUrl", "noServiceUrl", StringComparison.Ordinal);

        await Assert.ThrowsAnyAsync<Exception>(() => Wire.SendAsync(wire.Adapter(), message));
    }

    [Fact]
    public async Task TheContentTypeIsNotAsked()
    {
        Assert.Equal(200, (await Wire.SendAsync(wire.Adapter(), Wire.Message(), contentType: "text/plain")).Status);
    }

    [Fact]
    public async Task TheTurnStateHoldsWhatABotNeedsToSpeak()
    {
        await Wire.SendAsync(wire.Adapter(), Wire.Message(more: ",\"callerId\":\"forged\""), (turn, _) =>
        {
            Assert.Equal(new Uri(Wire.ServiceUrl), turn.TurnState.Get<IConnectorClient>().BaseUri);
            Assert.NotNull(turn.TurnState.Get<ConnectorFactory>());
            Assert.NotNull(turn.TurnState.Get<BotCallbackHandler>());
            Assert.NotNull(turn.TurnState.Get<System.Security.Principal.IIdentity>(BotAdapter.BotIdentityKey));
            Assert.Equal("https://api.botframework.com", turn.TurnState.Get<string>(BotAdapter.OAuthScopeKey));
            Assert.Null(turn.Activity.CallerId);
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task AConversationIsContinuedAsAnEventInItsLocaleAndItsFirstMessageRepliesToThatEvent()
    {
        var reference = SilentAdapter.Message().GetConversationReference();
        reference.Locale = "fr-FR";
        Activity? seen = null;
        string? number = null;

        await wire.Adapter().ContinueConversationAsync(
            string.Empty,
            reference,
            (turn, token) =>
            {
                seen = turn.Activity;
                number = 1.5.ToString(provider: null);
                return turn.SendActivityAsync("news", cancellationToken: token);
            },
            CancellationToken.None);

        Assert.Equal(("event", "ContinueConversation", "1,5"), (seen!.Type, seen.Name, number));
        Assert.Equal($"/v3/conversations/c1/activities/{seen.Id}", Assert.Single(wire.Calls).Path);
    }

    [Theory]
    [InlineData("""{"id":"19:ch;messageid=7","activityId":"7"}""", true)]
    [InlineData("""{"id":"19:ch;messageid=7"}""", false)]
    public async Task AThreadInAChannelIsACreatedConversationAndATurnInIt(string created, bool isNamed)
    {
        wire.Answering("POST /v3/conversations", created);
        var channel = new TeamsChannelData { Channel = new ChannelInfo("19:ch") };
        var parameters = new ConversationParameters
        {
            IsGroup = true,
            Bot = new ChannelAccount("b1"),
            Activity = MessageFactory.Text("case"),
            ChannelData = channel,
        };
        Activity? seen = null;

        await wire.Adapter().CreateConversationAsync(
            string.Empty, "msteams", Wire.ServiceUrl, null, parameters, (turn, _) => Task.FromResult(seen = turn.Activity), CancellationToken.None);

        var call = Assert.Single(wire.Calls);
        Assert.Equal(("POST", "/v3/conversations", true), (call.Method, call.Path, call.Body!.Value<bool>("isGroup")));
        Assert.Equal(
            ("19:ch", "case"), (call.Body["channelData"]!["channel"]!.Value<string>("id"), call.Body["activity"]!.Value<string>("text")));
        Assert.Equal(
            ("event", "CreateConversation", "19:ch;messageid=7", "b1"), (seen!.Type, seen.Name, seen.Conversation.Id, seen.Recipient.Id));
        Assert.Same(channel, seen.ChannelData);
        Assert.True(isNamed ? seen.Id == "7" : Guid.TryParse(seen.Id, out _));
    }
}
