using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Tests;

/// <summary>What one instance made and had no time to note is not made by the next.</summary>
public sealed class AtMostOnceTests : IDisposable
{
    private readonly Clinic clinic = new();
    private int made;

    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task WhatWasMadeIsNotMadeAgainWhereTheInstanceEndedBeforeTheRowWasOver()
    {
        await clinic.Outbox.AddAsync([OutboxMessage.New("19:rcp", "kind", clinic.Clock.GetUtcNow())], None);

        Assert.True(await MakeAsync("first", await TakeAsync("first")));
        clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.False(await MakeAsync("second", await TakeAsync("second")));

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task NothingIsMadeByWhoseLeaseIsOver()
    {
        await clinic.Outbox.AddAsync([OutboxMessage.New("19:rcp", "kind", clinic.Clock.GetUtcNow())], None);
        var taken = await TakeAsync("first");
        clinic.Clock.Advance(TimeSpan.FromMinutes(2));
        var again = await TakeAsync("second");

        await Assert.ThrowsAsync<TimeoutException>(() => MakeAsync("first", taken));
        Assert.Equal(0, made);
        Assert.True(await MakeAsync("second", again));
    }

    public void Dispose() => clinic.Dispose();

    private Task<bool> MakeAsync(string holder, IReadOnlyList<OutboxMessage> messages) =>
        new AtMostOnce(clinic.Outbox, holder, messages).TryAsync("message", () => Task.FromResult(++made), _ => Task.CompletedTask, None);

    private Task<IReadOnlyList<OutboxMessage>> TakeAsync(string holder)
    {
        var now = clinic.Clock.GetUtcNow();
        return clinic.Outbox.TakeAsync(new(holder, now.AddMinutes(1)), null, 10, now, None);
    }
}
