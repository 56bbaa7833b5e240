using System.Net;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Tests;

/// <summary>Answers that change while a post waits, or while its thread is to be told.</summary>
public sealed partial class BoardPosterTests
{
    /// <summary>A board is not shown the verdict of answers that were changed while Teams would not take the post.</summary>
    [Fact]
    public async Task APostThatHadToWaitTakesTheAnswersOfTheLastVerdictWithIt()
    {
        var code = await PresentedAsync();
        channel.OnFirstPost = () => throw Failure(HttpStatusCode.TooManyRequests, "");
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        await clinic.SayAsync("modifier plaquettes");
        await clinic.SayAsync("plaquettes : 90 G/L");
        await clinic.SayAsync("terminer");
        clinic.Clock.Advance(TimeSpan.FromMinutes(5));
        await poster.SendDueAsync(CancellationToken.None);
        await poster.SendDueAsync(CancellationToken.None);

        Assert.Equal(2, channel.Posts);
        var board = (await clinic.Boards.FindAsync(code, CancellationToken.None))!;
        Assert.Equal(90_000, board.Current.Facts.Find(Vocabulary.Platelets));
        Assert.Equal((await FindAsync(code)).FactsFingerprint, (await FindAsync(code)).Post!.Shown);
    }

    /// <summary>The instance that took it ended; the answers were changed and presented again before another took it up: it may stand there already.</summary>
    [Fact]
    public async Task APostThatMayStandThereIsNotMadeAgainForOtherAnswers()
    {
        var code = await PresentedAsync();
        var now = clinic.Clock.GetUtcNow();
        var taken = await clinic.Outbox.TakeAsync(new("gone", now.AddMinutes(1)), null, 10, now, CancellationToken.None);
        Assert.True(await clinic.Outbox.TryBeginAsync("gone", [.. taken.Select(message => message.Id)], "post 19:rcp@thread.tacv2 2026-12-03 0 ", CancellationToken.None));
        await clinic.SayAsync("modifier plaquettes");
        await clinic.SayAsync("plaquettes : 90 G/L");
        await clinic.SayAsync("terminer");
        await PresentAsync(code, "2026-12-03");

        clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        await NewPoster().SendDueAsync(CancellationToken.None);
        Assert.Equal(0, channel.Posts);
        Assert.NotNull((await FindAsync(code)).Post!.Unanswered);
    }

    /// <summary>The message is rewritten, the sentence beneath it refused for now: the next attempt finds nothing to rewrite and still has something to say.</summary>
    [Fact]
    public async Task AThreadThatCouldNotBeToldWhatChangedIsToldLaterAndOnce()
    {
        await PresentedAsync();
        var poster = NewPoster();
        await poster.SendDueAsync(CancellationToken.None);
        await clinic.SayAsync("modifier plaquettes");
        await clinic.SayAsync("plaquettes : 90 G/L");
        await clinic.SayAsync("terminer");
        channel.OnSaid = () => throw Failure(HttpStatusCode.TooManyRequests, "");
        await poster.SendDueAsync(CancellationToken.None);
        Assert.Empty(channel.Said);

        channel.OnSaid = () => Task.CompletedTask;
        for (var attempts = 0; attempts < 3; attempts++)
        {
            clinic.Clock.Advance(TimeSpan.FromMinutes(5));
            await poster.SendDueAsync(CancellationToken.None);
        }

        Assert.Contains("a changé depuis sa présentation", Assert.Single(channel.Said), StringComparison.Ordinal);
    }
}
