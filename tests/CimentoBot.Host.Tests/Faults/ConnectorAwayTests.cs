using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Host.Tests.Board;
using CimentoBot.Playground.Tour;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CimentoBot.Host.Tests.Faults;

/// <summary>A whole card is answered while Teams cannot be reached: the answers are kept, and the next step comes when it is asked for.</summary>
public sealed class ConnectorAwayTests
{
    public enum Ail
    {
        /// <summary>It answers that it cannot.</summary>
        Down,

        /// <summary>It answers after twelve seconds: later than the bot waits.</summary>
        Slow,

        /// <summary>It takes the request and says nothing.</summary>
        HalfOpen,

        /// <summary>It breaks the connection.</summary>
        Broken,
    }

    [Theory]
    [InlineData(Ail.Down)]
    [InlineData(Ail.Slow)]
    [InlineData(Ail.HalfOpen)]
    [InlineData(Ail.Broken)]
    public async Task AnAnswerIsKeptThoughTheNextCardCannotBeSent(Ail ail)
    {
        await using var team = await TeamOfTheTest.StartAsync();
        var clinician = team.Chat("clinician");
        await clinician.SendTextAsync("nouveau");
        var code = (string)CardReading.Action(clinician.CardWith("answer")!, "Action.Submit", "answer")!["data"]!["case"]!;

        team.Connector.Answer = _ => new Ailing(ail);
        var turn = await PassingAsync(team, clinician.SubmitAsync("answer", TypicalCase.Facts));
        Assert.Equal(200, turn.Status);
        Assert.Empty(turn.Deliveries);
        var kept = (await team.Host.Services.GetRequiredService<Desk>().Files.FindAsync(code, CancellationToken.None))!;
        Assert.Equal(TypicalCase.Facts["lesion.matrix"], kept.Facts.Find(Vocabulary.Matrix)!.ToString(), ignoreCase: true);

        team.Connector.Answer = _ => null;
        var resumed = await clinician.SendTextAsync("reprendre");
        Assert.Contains(resumed.Replies, reply => reply.Card is not null);
        for (var cards = 0; clinician.CardWith("case.post") is null; cards++)
        {
            Assert.InRange(cards, 0, 12);
            await clinician.SubmitAsync("answer", TypicalCase.Facts);
        }
    }

    /// <summary>Time passes until the turn is over: the bot waits on this clock for Teams.</summary>
    private static async Task<Turn> PassingAsync(TeamOfTheTest team, Task<Turn> turn)
    {
        while (await Task.WhenAny(turn, Task.Delay(TimeSpan.FromMilliseconds(20))) != turn)
        {
            team.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return await turn;
    }

    private sealed class Ailing(Ail ail) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            switch (ail)
            {
                case Ail.Down:
                    httpContext.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                    break;
                case Ail.Broken:
                    httpContext.Abort();
                    break;
                default:
                    // The bot goes first, by its own clock.
                    await Task.Delay(ail is Ail.Slow ? TimeSpan.FromSeconds(12) : Timeout.InfiniteTimeSpan, httpContext.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                    break;
            }
        }
    }
}
