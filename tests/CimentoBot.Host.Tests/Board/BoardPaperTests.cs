using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Tour;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The calendar is offered once all have agreed, follows changes and takes back what no longer holds.</summary>
public sealed partial class BoardPaperTests
{
    [Fact]
    public async Task TheCalendarIsOfferedOnceTheBoardAndBothSignatoriesHaveAgreedAndTakenBackWithTheDecision()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:PublicUrl", "http://cimentobot.example"));
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var owner = team.InThread("owner", "owner");
        Assert.Null(Link(clinician, "holds.ics"));
        Assert.NotNull(Link(clinician, "print"));

        await CloseAsync(owner, code, "accepted");
        await SignAsync(owner, code, "anaesthesia", "agreed");
        await team.SettleAsync();
        Assert.Null(Link(clinician, "holds.ics"));

        await SignAsync(owner, code, "prescriber", "agreed");
        await team.SettleAsync();
        Assert.Contains("convenu", Card(clinician), StringComparison.Ordinal);
        Assert.Contains("sort de Teams", Card(clinician), StringComparison.Ordinal);
        var link = Link(clinician, "holds.ics")!;
        var first = await team.Host.ReadAsync(link);
        Assert.Contains("METHOD:PUBLISH", first, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261209", first, StringComparison.Ordinal);
        Assert.DoesNotContain("object-", first, StringComparison.Ordinal);

        await owner.InvokeValueAsync("board.reopen", new JsonObject { ["case"] = code });
        await CloseAsync(owner, code, "refused", "patientWish");
        var last = await team.Host.ReadAsync(link);
        Assert.Contains("METHOD:CANCEL", last, StringComparison.Ordinal);
        Assert.True(Sequence(last) > Sequence(first), $"{Sequence(last)} after {Sequence(first)}");
    }

    [Fact]
    public async Task AStopThatThePrescriberRefusesIsNoAgreementAndRulesOutAccepting()
    {
        await using var team = await TeamOfTheTest.StartAsync(("Bot:PublicUrl", "http://cimentobot.example"));
        var clinician = team.Chat("clinician");
        var code = await team.PresentedAsync(clinician);
        var owner = team.InThread("owner", "owner");
        await SignAsync(owner, code, "anaesthesia", "agreed");
        await SignAsync(owner, code, "prescriber", "refused", "stent récent");

        Assert.Equal(400, (await owner.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = "accepted" })).ReplyStatus);
        await CloseAsync(owner, code, "acceptedWithConditions");
        await team.SettleAsync();
        Assert.Contains("Prescripteur : Arrêt refusé — stent récent", team.Card, StringComparison.Ordinal);
        Assert.Null(Link(clinician, "holds.ics"));
    }

    private static async Task CloseAsync(BotConversation member, string code, string decision, string? reason = null) => Assert.Equal(
        200, (await member.InvokeValueAsync("board.close", new() { ["case"] = code, ["decision"] = decision, ["reason"] = reason ?? "" })).ReplyStatus);

    private static async Task SignAsync(BotConversation member, string code, string role, string outcome, string reason = "") => Assert.Equal(
        200, (await member.InvokeValueAsync("board.signoff", new() { ["case"] = code, ["role"] = role, ["outcome"] = outcome, ["reason"] = reason })).ReplyStatus);

    private static string Card(BotConversation clinician) => clinician.Messages.Last(message => message.Card is not null).Card!.ToJsonString(Readable);

    private static readonly System.Text.Json.JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Link(BotConversation clinician, string paper) =>
        Address().Matches(Card(clinician)).Select(match => match.Groups["path"].Value).FirstOrDefault(path => path.EndsWith(paper, StringComparison.Ordinal));

    private static int Sequence(string calendar) =>
        int.Parse(SequenceLine().Match(calendar).Groups["number"].Value, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"http://cimentobot\.example(?<path>/c/[^)]+)\)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();

    [GeneratedRegex("^SEQUENCE:(?<number>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1000)]
    private static partial Regex SequenceLine();
}
