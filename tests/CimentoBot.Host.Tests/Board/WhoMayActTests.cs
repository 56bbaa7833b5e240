using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>What is refused at the board, and that nothing changes then.</summary>
public sealed class WhoMayActTests
{
    [Fact]
    public async Task WhoIsInNoRosterIsRefusedAlsoWithTheCardInHand()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));

        await RefusedAsync(team, code, team.Stranger("stranger"), 403, "membres de l’équipe");
    }

    [Theory]
    [InlineData("guest", null)]
    [InlineData("user", "00000000-0000-0000-0000-00000000ffff")]
    public async Task AGuestOrSomebodyOfAnotherTenantIsRefused(string role, string? tenant)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        team.Connector.Members.Add(new("29:visitor", "visitor", role, tenant));

        await RefusedAsync(team, code, team.InThread("visitor"), 403, "membres de l’équipe");
    }

    [Theory]
    [InlineData("pagedmembers", 200)]
    [InlineData("members", 409)]
    public async Task WhereTeamsDoesNotListTheTeamItIsAskedForTheOneWhoActs(string silent, int status)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        team.Connector.Answer = request => request.Path.Value!.Contains(silent, StringComparison.Ordinal) ? Microsoft.AspNetCore.Http.Results.StatusCode(403) : null;

        Assert.Equal(status, (await GiveAsync(team.InThread("member"), code)).ReplyStatus);
    }

    [Fact]
    public async Task WhoLeftTheTeamIsRefusedFromThenOn()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var leaver = team.InThread("leaver");
        Assert.Equal(200, (await GiveAsync(leaver, code)).ReplyStatus);

        team.Connector.Members.Remove(team.Connector.Members.First(member => member.Name == "leaver"));
        var left = leaver.Person.Activity("conversationUpdate", team.Connector.ServiceUrl);
        left["membersRemoved"] = new JsonArray(leaver.Person.AsJson());
        Assert.Equal(200, (await leaver.PostAsync(left)).Status);

        await RefusedAsync(team, code, leaver, 403, "membres de l’équipe", opinions: 1);
    }

    [Fact]
    public async Task ACardOfAnotherCaseOrInAnotherPlaceChangesNothing()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var member = team.InThread("member");
        var notPresented = await TeamOfTheTest.InterviewAsync(clinician);

        await RefusedAsync(team, code, member, 403, "n’est pas présenté dans ce canal", data: new() { ["case"] = notPresented });
        await RefusedAsync(team, code, team.InThread("member", conversation: "19:elsewhere@thread.tacv2;messageid=7"), 403, "n’est pas présenté dans ce canal");
        await RefusedAsync(team, code, team.InThread("member", conversation: TeamOfTheTest.Channel + ";messageid=7"), 409, "copie", data: new() { ["revision"] = 1 });
        await RefusedAsync(team, code, member, 409, "version antérieure", data: new() { ["revision"] = 7 });
    }

    [Fact]
    public async Task ACardOfAnEarlierVersionIsRefusedOnceTheCaseHasChanged()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var old = CardReading.Action(team.Post!.Card!, "Action.Execute", "board.opinion")!["data"]!.AsObject();
        await clinician.SendTextAsync("modifier plaquettes");
        await clinician.SubmitAsync("answer", new Dictionary<string, string> { ["patient.plateletsPerMm3"] = "90 000" });
        await clinician.SendTextAsync("terminer");
        await team.SettleAsync();

        await RefusedAsync(team, code, team.InThread("member"), 409, "version antérieure", data: (JsonObject)old.DeepClone());
        Assert.Equal(200, (await GiveAsync(team.InThread("member"), code)).ReplyStatus);
    }

    [Fact]
    public async Task OnePersonOnTwoDevicesHasOneOpinionTheLast()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var (phone, desktop) = (team.InThread("member"), team.InThread("member"));

        await Task.WhenAll(GiveAsync(phone, code, "favourable"), GiveAsync(desktop, code, "favourable"));
        await GiveAsync(phone, code, "unfavourable");
        await team.SettleAsync();

        Assert.Contains("Avis (1)", team.Card, StringComparison.Ordinal);
        Assert.Contains("Favorable : 0 · Favorable sous conditions : 0 · Défavorable : 1", team.Card, StringComparison.Ordinal);
        Assert.Equal(2, (await team.Boards.FindAsync(code, CancellationToken.None))!.Opinions.Length);
    }

    [Fact]
    public async Task ACaseIsClosedOnceAndAnActionDeliveredTwiceIsNoSecondOne()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var (owner, another) = (team.InThread("owner", "owner"), team.InThread("another", "owner"));
        JsonObject Closing(string decision) => new() { ["case"] = code, ["decision"] = decision };

        Assert.Equal(200, (await owner.InvokeValueAsync("board.close", Closing("accepted"))).ReplyStatus);
        Assert.Equal(200, (await owner.InvokeValueAsync("board.close", Closing("accepted"))).ReplyStatus);
        Assert.Equal(409, (await another.InvokeValueAsync("board.close", Closing("postponed"))).ReplyStatus);
        Assert.Single((await team.Boards.FindAsync(code, CancellationToken.None))!.Closings);

        Assert.Equal(409, (await GiveAsync(another, code)).ReplyStatus);
        Assert.Equal(403, (await team.InThread("member").InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        Assert.Equal(200, (await another.InvokeValueAsync("board.reopen", new() { ["case"] = code })).ReplyStatus);
        Assert.Equal(200, (await GiveAsync(another, code)).ReplyStatus);
        Assert.Equal(200, (await another.InvokeValueAsync("board.close", Closing("postponed"))).ReplyStatus);
        Assert.Equal(2, (await team.Boards.FindAsync(code, CancellationToken.None))!.Closings.Length);
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("acceptedWithConditions")]
    public async Task ADayOnWhichAHoldCanNoLongerBeMetIsNotAcceptedAndTheEarliestOneIsSaid(string decision)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var owner = team.InThread("owner", "owner");
        Task<Turn> CloseAsync(string day) =>
            owner.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = decision, ["reason"] = "resources", ["plannedAt"] = day });

        var refused = await CloseAsync("2026-12-04");
        Assert.Equal(400, refused.ReplyStatus);
        Assert.Contains("samedi 5 décembre 2026", (string)refused.Reply!["value"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(400, (await CloseAsync("2026-11-29")).ReplyStatus);
        Assert.Empty((await team.Boards.FindAsync(code, CancellationToken.None))!.Closings);
        Assert.Equal(200, (await CloseAsync("2026-12-05")).ReplyStatus);
    }

    [Fact]
    public async Task WhereTheHospitalSaysSoEveryMemberMayClose()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Board:Closers", "members"));
        var code = await team.PresentedAsync(team.Chat("clinician"));

        Assert.Equal(200, (await team.InThread("member").InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "accepted" })).ReplyStatus);
    }

    [Theory]
    [InlineData("Revoir avec Mme Exemple", 400)]
    [InlineData("appeler le 06 12 34 56 78", 400)]
    public async Task ACommentThatNamesSomebodyIsRefusedAndKeptNowhere(string comment, int status)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));

        var turn = await GiveAsync(team.InThread("member"), code, comment: comment);
        Assert.Equal(status, turn.ReplyStatus);
        Assert.Empty((await team.Boards.FindAsync(code, CancellationToken.None))!.Opinions);
        Assert.False(await team.StoresAsync(comment));
    }

    [Fact]
    public async Task AFormulaALineBreakAMentionAndALinkAreShownAsTheyWereTyped()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));

        await GiveAsync(team.InThread("member"), code, comment: "=1+1\r\n<at>Tous</at> [ici](https://example.org) **gras**");
        await team.SettleAsync();

        Assert.Contains(@"=1+1 \\<at\\>Tous\\</at\\> \\[ici\\](https://example.org) \\*\\*gras\\*\\*", team.Post!.Card!.ToJsonString(Readable), StringComparison.Ordinal);
        Assert.DoesNotContain("mention", team.Post.Activity.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseWaitsWhileItsChannelIsGoneAndGoesOnWhenItIsThereAgain()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var member = team.InThread("member");
        Assert.Equal(200, (await GiveAsync(member, code)).ReplyStatus);

        await team.TellAsync(member, "installationUpdate", activity => activity["action"] = "add");
        await team.TellAsync(member, "conversationUpdate", activity => activity["channelData"]!["eventType"] = "channelDeleted");
        await RefusedAsync(team, code, member, 409, "suspendu", opinions: 1, data: new() { ["opinion"] = "unfavourable" });

        await team.TellAsync(member, "conversationUpdate", activity => activity["channelData"]!["eventType"] = "channelRestored");
        Assert.Equal(200, (await GiveAsync(member, code, "unfavourable")).ReplyStatus);

        await team.TellAsync(member, "installationUpdate", activity => activity["action"] = "remove");
        Assert.Equal(BoardStage.Suspended, (await team.Boards.FindAsync(code, CancellationToken.None))!.Stage);
        await team.TellAsync(member, "installationUpdate", activity => activity["action"] = "add");
        Assert.Equal(BoardStage.Discussed, (await team.Boards.FindAsync(code, CancellationToken.None))!.Stage);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task WhereTeamsDoesNotListTheChannelsThoseThatAreKnownGoOnAndWhoAddedTheBotIsWelcomed(int refusal)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var member = team.InThread("member");
        await team.TellAsync(member, "installationUpdate", activity => activity["action"] = "add");
        await team.TellAsync(member, "installationUpdate", activity => activity["action"] = "remove");
        team.Connector.Answer = request =>
        {
            request.HttpContext.Response.Headers.RetryAfter = "3600";
            return request.Path.StartsWithSegments("/v3/teams", StringComparison.Ordinal) ? Microsoft.AspNetCore.Http.Results.StatusCode(refusal) : null;
        };
        var channel = team.InThread("member", conversation: TeamOfTheTest.Channel);

        await team.TellAsync(channel, "installationUpdate", activity => activity["action"] = "add");

        Assert.Equal(BoardStage.Posted, (await team.Boards.FindAsync(code, CancellationToken.None))!.Stage);
        Assert.StartsWith("**CimentoBot** prépare les dossiers", (string?)Assert.Single(channel.Received).Activity["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALikeMakesTheCardBeSentAgainAsItIs()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        await team.PresentedAsync(team.Chat("clinician"));
        var (member, before) = (team.InThread("member"), team.Connector.Deliveries.Count(delivery => delivery.IsUpdate));

        await team.TellAsync(member, "messageReaction", activity => activity["reactionsAdded"] = new JsonArray(new JsonObject { ["type"] = "like" }));
        await team.SettleAsync();

        Assert.Contains(team.Connector.Deliveries.Where(delivery => delivery.IsUpdate).Skip(before), delivery => delivery.ActivityId == team.Post!.ActivityId);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static Task<Turn> GiveAsync(BotConversation member, string code, string opinion = "favourable", string comment = "") =>
        member.InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = opinion, ["comment"] = comment });

    private static async Task RefusedAsync(
        TeamOfTheTest team, string code, BotConversation member, int status, string because, int opinions = 0, JsonObject? data = null)
    {
        data ??= [];
        data["opinion"] ??= "favourable";
        data["case"] ??= code;
        var turn = await member.InvokeValueAsync("board.opinion", data);
        Assert.Equal(status, turn.ReplyStatus);
        Assert.Equal("application/vnd.microsoft.error", (string)turn.Reply!["type"]!);
        Assert.Contains(because, (string)turn.Reply["value"]!["message"]!, StringComparison.Ordinal);
        Assert.Equal(opinions, (await team.Boards.FindAsync(code, CancellationToken.None))!.Opinions.Length);
    }
}
