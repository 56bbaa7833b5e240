using System.Globalization;
using System.Text.Json.Nodes;
using CimentoBot.Conversation.Board;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Faults;

/// <summary>The machine's clock is put forward or back by a day while people work.</summary>
public sealed class ClockJumpTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task AnInterviewAndItsBoardGoOnWhenTheClockJumpsByADay(int days)
    {
        JumpingClock? clock = null;
        await using var team = await TeamOfTheTest.StartAsync(services =>
        {
            clock = new((TimeProvider)services.Last(service => service.ServiceType == typeof(TimeProvider)).ImplementationInstance!);
            services.AddSingleton<TimeProvider>(clock);
        });
        var clinician = team.Chat("clinician");
        await clinician.SendTextAsync("nouveau");
        await clinician.SubmitAsync("answer", TypicalCase.Facts);

        clock!.Ahead += TimeSpan.FromDays(days);
        for (var cards = 0; clinician.CardWith("case.post") is null; cards++)
        {
            Assert.InRange(cards, 0, 12);
            Assert.NotEmpty((await clinician.SubmitAsync("answer", TypicalCase.Facts)).Replies);
        }

        var code = (string)CardReading.Action(clinician.CardWith("case.post")!, "Action.Execute", "case.post")!["data"]!["case"]!;
        await team.PresentAsync(clinician, code, TeamOfTheTest.Session);
        var first = await GiveAsync(team, "oncologist", "favourable", code);
        clock!.Ahead += TimeSpan.FromDays(days);
        var second = await GiveAsync(team, "oncologist", "unfavourable", code);
        await team.SettleAsync();

        Assert.Equal((200, 200), (first, second));
        Assert.Single(team.Posts);
        var board = (await team.Host.Services.GetRequiredService<BoardCases>().FindAsync(code, CancellationToken.None))!;
        Assert.Equal(2, board.Opinions.Length);
        Assert.Equal("Unfavourable", Assert.Single(board.LastOpinions).Value.ToString());
    }

    [Fact]
    public async Task ALeaseThatWasTakenADayAheadHoldsUpNothingOnceTheClockIsRight()
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        var code = await TeamOfTheTest.InterviewAsync(clinician);
        await clinician.InvokeValueAsync("case.post", new JsonObject { ["case"] = code, ["board"] = TeamOfTheTest.Channel, ["session"] = TeamOfTheTest.Session, ["question"] = "" });

        // A day ahead the bot ended in the middle of the post: its lease stands.
        var until = team.Clock.GetUtcNow().AddDays(1).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        await using (var connection = new SqliteConnection($"Data Source={team.DatabaseFile};Pooling=False"))
        {
            Assert.Equal(1, await connection.ExecuteAsync("UPDATE outbox SET leased_by = 'gone', leased_until = @until WHERE subject = @code", new { until, code }));
        }

        await team.SettleAsync();

        Assert.Single(team.Posts);
    }

    private static async Task<int> GiveAsync(TeamOfTheTest team, string name, string opinion, string code) => (await team.InThread(name).InvokeValueAsync(
        "board.opinion", new JsonObject { ["case"] = code, ["opinion"] = opinion, ["specialty"] = "oncology", ["comment"] = "" })).ReplyStatus;

    /// <summary>What the hour is jumps; how much time has passed does not, and waiting goes on as it was.</summary>
    private sealed class JumpingClock(TimeProvider steady) : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override long TimestampFrequency => steady.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => steady.GetUtcNow() + Ahead;

        public override long GetTimestamp() => steady.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => steady.CreateTimer(callback, state, dueTime, period);
    }
}
