using System.Text.Json.Nodes;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The message extension: who finds which cases, from anywhere, and what is put into the conversation.</summary>
public sealed class CaseSharingTests
{
    private const string GroupChat = "19:anywhere@thread.v2";

    [Fact]
    public async Task OnesOwnFinishedCasesAreFoundByAnyPartOfTheirCode()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        await clinician.SendTextAsync("nouveau");
        var here = Elsewhere(team, clinician);

        foreach (var typed in new[] { null, "", code, code.ToLowerInvariant(), code[3..], $" {code[4..6]} " })
        {
            Assert.Equal([code], Codes(await SearchAsync(team, here, typed)));
        }

        Assert.Contains("Aucun dossier terminé de ce code", Said(await SearchAsync(team, here, "CB-????")), StringComparison.Ordinal);
        Assert.Contains("Aucun dossier terminé de ce code", Said(await SearchAsync(team, here, new string('2', 5000))), StringComparison.Ordinal);
        Assert.Contains("Aucun dossier terminé, parmi", Said(await SearchAsync(team, Elsewhere(team, team.Chat("another")), "")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsSharedIsTheVerdictOfTheDayWithNothingToPressAndThePreviewSaysOnlyWhereItStands()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);

        var found = Assert.Single(Results(await SearchAsync(team, Elsewhere(team, clinician), code)));
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string)found["contentType"]!);
        var card = found["content"]!.AsObject();
        var lines = TeamOfTheTest.Text(card).TrimStart();
        Assert.StartsWith("Éligible sous conditions", lines, StringComparison.Ordinal);
        Assert.Contains("Copie du lundi 30 novembre 2026", lines, StringComparison.Ordinal);
        Assert.Contains("Pas encore présenté", lines, StringComparison.Ordinal);
        Assert.DoesNotContain(CardReading.Actions(card), action => (string)action["type"]! is "Action.Execute" or "Action.Submit");

        var preview = found["preview"]!;
        Assert.Equal("application/vnd.microsoft.card.thumbnail", (string)preview["contentType"]!);
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["title"] = code, ["text"] = "entretien terminé" }, preview["content"]), preview.ToJsonString());
    }

    [Fact]
    public async Task ABoardsCasesAreFoundByItsMembersOnlyAndCarryNobodysWords()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedOnAsync(TeamOfTheTest.Session, "Une question ovale ?", team.Chat("clinician"));
        var member = team.InThread("member");
        await member.InvokeValueAsync("board.opinion", new() { ["case"] = code, ["opinion"] = "favourable", ["comment"] = "Un avis ovale." });
        team.Connector.Members.Add(new("29:guest", "guest", "guest", null));
        team.Connector.Members.Add(new("29:foreigner", "foreigner", "user", "00000000-0000-0000-0000-00000000ffff"));

        var found = Assert.Single(Results(await SearchAsync(team, Elsewhere(team, member), "")));
        Assert.Contains("RCP du jeudi 3 décembre 2026", TeamOfTheTest.Text(found["content"]!.AsObject()), StringComparison.Ordinal);
        Assert.DoesNotContain("ovale", found.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("devant la RCP — RCP du jeudi 3 décembre 2026", ((string)found["preview"]!["content"]!["text"]!).Replace('\u00a0', ' '));

        foreach (var outsider in new[] { team.Stranger("stranger"), team.InThread("guest"), team.InThread("foreigner") })
        {
            Assert.Contains("Aucun dossier", Said(await SearchAsync(team, Elsewhere(team, outsider), code)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoLeftTheTeamFindsNothingFromThenOn()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var leaver = team.InThread("leaver");
        var here = Elsewhere(team, leaver);
        Assert.Equal([code], Codes(await SearchAsync(team, here, code)));

        team.Connector.Members.Remove(team.Connector.Members.First(member => member.Name == "leaver"));
        await team.TellAsync(leaver, "conversationUpdate", activity => activity["membersRemoved"] = new JsonArray(leaver.Person.AsJson()));

        Assert.Contains("Aucun dossier", Said(await SearchAsync(team, here, code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheRosterIsTheChannelsOwnAndWhereTeamsDoesNotSayTheAnswerIsNo()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var member = team.InThread("member");
        var here = Elsewhere(team, member);

        // A private channel: those of its team are not all in it.
        team.Connector.Answer = request => request.Path.Value!.EndsWith("/pagedmembers", StringComparison.Ordinal)
            ? Microsoft.AspNetCore.Http.Results.Json(new { members = request.Path.Value.Contains(TeamOfTheTest.Channel, StringComparison.Ordinal) ? Array.Empty<object>() : [new { id = member.Person.Id, aadObjectId = member.Person.ObjectId }] })
            : null;
        Assert.Contains("Aucun dossier", Said(await SearchAsync(team, here, code)), StringComparison.Ordinal);

        team.Clock.Advance(TimeSpan.FromMinutes(2));
        team.Connector.Answer = _ => null;
        Assert.Equal([code], Codes(await SearchAsync(team, here, code)));

        team.Connector.Answer = request => request.Path.Value!.Contains("members", StringComparison.Ordinal) ? Microsoft.AspNetCore.Http.Results.StatusCode(403) : null;
        Assert.Equal([code], Codes(await SearchAsync(team, here, code)));
        team.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Contains("Aucun dossier", Said(await SearchAsync(team, here, code)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task PagesFollowOneAnotherWithoutGapOrRepetitionAndNeverHoldMoreThanEight()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var codes = new List<string>();
        for (var number = 0; number < 10; number++)
        {
            await clinician.SendTextAsync("nouveau");
            await clinician.SendTextAsync("terminer");
            codes.Add((string)CardReading.Action(clinician.CardWith("case.post")!, "Action.Execute", "case.post")!["data"]!["case"]!);
            team.Clock.Advance(TimeSpan.FromDays(1));
        }

        codes.Reverse();
        var here = Elsewhere(team, clinician);
        Assert.Equal(codes[..8], Codes(await SearchAsync(team, here, "", new JsonObject { ["skip"] = 0, ["count"] = 25 })));
        Assert.Equal(codes[8..], Codes(await SearchAsync(team, here, "", new JsonObject { ["skip"] = 8, ["count"] = 25 })));
        Assert.Equal(codes[2..5], Codes(await SearchAsync(team, here, "", new JsonObject { ["skip"] = 2, ["count"] = 3 })));
        Assert.Equal(codes[..1], Codes(await SearchAsync(team, here, "", new JsonObject { ["skip"] = -5, ["count"] = -5 })));
        Assert.Empty(Codes(await SearchAsync(team, here, "", new JsonObject { ["skip"] = int.MaxValue })));
    }

    [Fact]
    public async Task WhileTheGuidelineIsSuspendedNothingIsShared()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        await team.RestartAsync(("Guideline:Suspended", "seuil à revoir"));

        Assert.Equal(
            "Recommandation suspendue, aucun verdict n’est donné : seuil à revoir",
            Said(await SearchAsync(team, Elsewhere(team, team.Chat("clinician")), code)));
    }

    [Theory]
    [InlineData("null", 400)]
    [InlineData("\"text\"", 400)]
    [InlineData("""{ "parameters": 5 }""", 400)]
    [InlineData("""{ "parameters": [null] }""", 400)]
    [InlineData("""{ "queryOptions": { "skip": "many" } }""", 400)]
    [InlineData("""{ "queryOptions": { "skip": 99999999999 } }""", 400)]
    [InlineData("{}", 200)]
    [InlineData("""{ "parameters": [{ "name": "code", "value": { "a": 1 } }, { "value": "x" }, {}] }""", 200)]
    public async Task WhatIsNoSearchIsRefusedAndAStrangeOneFindsNothing(string value, int status)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var activity = Invoke(team, team.Chat("clinician"));
        activity["value"] = JsonNode.Parse(value);

        var turn = await team.Chat("clinician").PostAsync(activity);
        Assert.Equal(status, turn.Status);
        Assert.True(status != 200 || Said(turn).StartsWith("Aucun dossier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASearchLeavesNothingBehindAndSaysNothingInTheConversation()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        var here = Elsewhere(team, clinician);

        var turn = await SearchAsync(team, here, code);

        Assert.Single(Results(turn));
        Assert.Empty(turn.Deliveries);
        Assert.False(await team.StoresAsync(GroupChat));
        Assert.False(await team.StoresAsync("composeExtension"));
    }

    [Fact]
    public async Task ASearchOverTheLimitOrThatFailsIsAnsweredAmongTheResults()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:TurnsPerMinute:User", "1"));
        var here = Elsewhere(team, team.Chat("clinician"));
        await SearchAsync(team, here, "");
        Assert.StartsWith("Trop de messages", Said(await SearchAsync(team, here, "")), StringComparison.Ordinal);

        await using var failing = await RunningHost.StartAsync(bot: new BotOfTheTest(_ => throw new InvalidOperationException("A failure of the test's.")));
        using var response = await failing.PostAsync("/api/messages", ActivityJson.Search().ToJsonString());
        Assert.Contains("problème technique", Said(new(200, await response.Content.ReadAsStringAsync(), [])), StringComparison.Ordinal);
    }

    /// <summary>The same person in a chat that the bot is not in.</summary>
    private static BotConversation Elsewhere(TeamOfTheTest team, BotConversation person) => team.Talking(person.Person with { Conversation = GroupChat });

    private static Task<Turn> SearchAsync(TeamOfTheTest team, BotConversation who, string? typed, JsonObject? options = null)
    {
        var activity = Invoke(team, who);
        var parameter = typed is null
            ? new JsonObject { ["name"] = "initialRun", ["value"] = "true" }
            : new JsonObject { ["name"] = "code", ["value"] = typed };
        activity["value"] = new JsonObject { ["commandId"] = "case", ["parameters"] = new JsonArray(parameter), ["queryOptions"] = options ?? new JsonObject { ["skip"] = 0, ["count"] = 25 } };
        return who.PostAsync(activity);
    }

    private static JsonObject Invoke(TeamOfTheTest team, BotConversation who)
    {
        var activity = who.Person.Activity("invoke", team.Connector.ServiceUrl);
        activity["name"] = "composeExtension/query";
        if (who.Person.Conversation == GroupChat)
        {
            activity["conversation"]!["conversationType"] = "groupChat";
            activity["channelData"]!.AsObject().Remove("team");
            activity["channelData"]!.AsObject().Remove("channel");
        }

        return activity;
    }

    private static JsonNode Extension(Turn turn)
    {
        Assert.Equal(200, turn.Status);
        return turn.Reply!["composeExtension"]!;
    }

    private static IReadOnlyList<JsonNode> Results(Turn turn)
    {
        var extension = Extension(turn);
        Assert.Equal(("result", "list"), ((string)extension["type"]!, (string)extension["attachmentLayout"]!));
        return [.. extension["attachments"]!.AsArray().Select(attachment => attachment!)];
    }

    private static IEnumerable<string> Codes(Turn turn) => Results(turn).Select(found => (string)found["preview"]!["content"]!["title"]!);

    private static string Said(Turn turn)
    {
        var extension = Extension(turn);
        Assert.Equal("message", (string)extension["type"]!);
        Assert.Null(extension["attachments"]);
        return (string)extension["text"]!;
    }
}
