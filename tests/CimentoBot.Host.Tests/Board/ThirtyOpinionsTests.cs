using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;

namespace CimentoBot.Host.Tests.Board;

/// <summary>The whole board speaks at once.</summary>
public sealed partial class ThirtyOpinionsTests
{
    private const int People = 30;

    [Fact]
    public async Task ThirtyOpinionsOfTheSameSecondAreAllKeptAndShownByAFewRewritings()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var members = Enumerable.Range(1, People).Select(number => team.InThread($"member{number}", passesTime: false)).ToList();
        Assert.Equal(200, (await OpinionAsync(members[0], code, 0)).ReplyStatus);
        await team.SettleAsync();
        var before = Rewritings(team);

        var turns = await Task.WhenAll(members.Select((member, number) => OpinionAsync(member, code, number)));
        await team.PassAsync(TimeSpan.Zero);
        Assert.Equal(before, Rewritings(team));
        await team.SettleAsync();

        Assert.All(turns, turn => Assert.Equal(200, turn.ReplyStatus));
        Assert.Equal(People, (await team.Boards.FindAsync(code, CancellationToken.None))!.LastOpinions.Count());
        Assert.Equal([8, 8, 7, 7], Counts(team.Card));
        Assert.InRange(Rewritings(team) - before, 1, 2);
    }

    [Fact]
    public async Task NoneIsLostWhereEveryThirdCallToTeamsFails()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var code = await team.PresentedAsync(team.Chat("clinician"));
        var members = Enumerable.Range(1, People).Select(number => team.InThread($"member{number}", passesTime: false)).ToList();
        Assert.Equal(200, (await OpinionAsync(members[0], code, 0)).ReplyStatus);
        var calls = 0;
        team.Connector.Answer = request => HttpMethods.IsGet(request.Method) || Interlocked.Increment(ref calls) % 3 != 0 ? null : Results.StatusCode(StatusCodes.Status502BadGateway);

        foreach (var some in members.Select((member, number) => (Member: member, Number: number)).Chunk(5))
        {
            await Task.WhenAll(some.Select(one => OpinionAsync(one.Member, code, one.Number)));
            await team.SettleAsync();
        }

        await team.UntilAsync(team.Clock.GetUtcNow().AddMinutes(10));
        Assert.True(calls > 6, $"{calls} calls");
        Assert.Equal([8, 8, 7, 7], Counts(team.Card));
        Assert.Empty(await team.OutboxAsync());
    }

    [Fact]
    public async Task ThirtyCardsAreRewrittenAlthoughTeamsIsBusyForAMinute()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var codes = new List<string>();
        for (var number = 0; number < People; number++)
        {
            codes.Add(await team.PresentedAsync(clinician));
        }

        var member = team.InThread("member");
        foreach (var code in codes)
        {
            Assert.Equal(200, (await OpinionAsync(member, code, 0)).ReplyStatus);
        }

        var busyUntil = team.Clock.GetUtcNow() + TimeSpan.FromMinutes(1);
        team.Connector.Answer = request =>
        {
            if (HttpMethods.IsGet(request.Method) || team.Clock.GetUtcNow() >= busyUntil)
            {
                return null;
            }

            request.HttpContext.Response.Headers.RetryAfter = "60";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        };
        await team.SettleAsync();
        await team.UntilAsync(team.Clock.GetUtcNow().AddMinutes(20));

        Assert.Empty(await team.OutboxAsync());
        Assert.All(team.Posts, post => Assert.Equal([1, 0, 0, 0], Counts(TeamOfTheTest.Text(post.Card!))));
        Assert.Equal(People, team.Posts.Count);
    }

    private static Task<Turn> OpinionAsync(BotConversation member, string code, int number) => member.InvokeValueAsync("board.opinion", new JsonObject
    {
        ["case"] = code,
        ["opinion"] = new[] { "favourable", "favourableWithConditions", "unfavourable", "moreInformation" }[number % 4],
        ["specialty"] = "oncology",
        ["comment"] = $"avis {number.ToString(CultureInfo.InvariantCulture)}",
    });

    private static int[] Counts(string card) =>
        [.. Count().Match(card).Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];

    private static int Rewritings(TeamOfTheTest team) => team.Connector.Deliveries.Count(delivery => delivery.IsUpdate && delivery.ActivityId == team.Post!.ActivityId);

    [GeneratedRegex("Favorable : (?<yes>[0-9]+) · Favorable sous conditions : (?<if>[0-9]+) · Défavorable : (?<no>[0-9]+) · Informations à compléter : (?<ask>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Count();
}
