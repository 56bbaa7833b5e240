using CimentoBot.Conversation.Ports;

namespace CimentoBot.Storage.Tests;

public sealed class TurnBookTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 30, 15, TimeSpan.FromHours(1));

    private static CancellationToken None => CancellationToken.None;

    [SkippableTheory]
    [EachDatabase]
    public async Task OneTurnAtATimeIsInAPlaceAndThenTheNext(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var other = storage.Another();

        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, First));
        Assert.Equal(TurnOutcome.Occupied, await EnterAsync(other, Second));
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(other, Second with { Place = "another" }));
        await storage.Turns.LeaveAsync(First, null, Start, None);
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(other, Second));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ADeliveryThatIsUnderWayIsKnownAndOneThatActedBringsItsAnswerBack(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        var other = storage.Another();
        await EnterAsync(storage, First);
        var again = First with { Holder = "again" };

        Assert.Equal(TurnOutcome.UnderWay, await EnterAsync(other, again));
        await storage.Turns.LeaveAsync(First, "the answer", Start, None);

        Assert.Equal(new(TurnOutcome.Repeated, "the answer"), await other.Turns.EnterAsync(again, Start, Start.AddSeconds(30), None));
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(other, Second));
        Assert.Equal(TurnOutcome.Repeated, await EnterAsync(storage, again));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task APlaceThatWasTakenByAClockAheadIsFreeOnceTheClockIsPutBack(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First, Start.AddDays(1));

        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, Second));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AClockThatDiffersBySecondsTakesNobodysPlace(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First, Start.AddSeconds(20));

        Assert.Equal(TurnOutcome.Occupied, await EnterAsync(storage, Second));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AFailedTurnMayBeDeliveredAgain(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First);
        await storage.Turns.AbandonAsync(First, None);

        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, First with { Holder = "again" }));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task APlaceIsFreeWhenItsTimeIsUpAndTheOneWhoHadItDoesNotDisturbTheNext(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First);

        Assert.Equal(TurnOutcome.Occupied, await EnterAsync(storage, Second, Start.AddSeconds(29)));
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, Second, Start.AddSeconds(30)));
        await storage.Turns.RenewAsync(First, Start.AddHours(1), None);
        await storage.Turns.AbandonAsync(First, None);
        Assert.Equal(TurnOutcome.Occupied, await EnterAsync(storage, Third, Start.AddSeconds(59)));
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, Third, Start.AddSeconds(60)));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task ATurnThatTakesLongerKeepsItsPlace(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First);
        await storage.Turns.RenewAsync(First, Start.AddMinutes(5), None);

        Assert.Equal(TurnOutcome.Occupied, await EnterAsync(storage, Second, Start.AddMinutes(4)));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task AnswersAreForgottenBeforeDeliveriesAre(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        await EnterAsync(storage, First);
        await storage.Turns.LeaveAsync(First, "the answer", Start, None);

        await storage.Turns.ForgetAsync(Start, Start, None);
        Assert.Equal(new(TurnOutcome.Repeated, "the answer"), await storage.Turns.EnterAsync(First, Start, Start, None));
        await storage.Turns.ForgetAsync(Start.AddTicks(1), Start, None);
        Assert.Equal(new(TurnOutcome.Repeated), await storage.Turns.EnterAsync(First, Start, Start, None));
        await storage.Turns.ForgetAsync(Start.AddTicks(1), Start.AddTicks(1), None);
        Assert.Equal(TurnOutcome.Entered, await EnterAsync(storage, First));
    }

    [SkippableTheory]
    [EachDatabase]
    public async Task OfManyWhoComeAtOnceOneEntersAndADeliveryActsOnce(StorageProvider provider)
    {
        await using var storage = new StorageOfTheTest(provider);
        StorageOfTheTest[] instances = [storage, storage.Another()];
        var inside = 0;
        var acted = 0;

        await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            var (instance, ticket) = (instances[number % 2], new TurnTicket("chat", $"delivery {number % 4}", $"holder {number}"));
            while (true)
            {
                switch (await EnterAsync(instance, ticket))
                {
                    case TurnOutcome.Repeated:
                        return;
                    case TurnOutcome.Entered:
                        Assert.Equal(1, Interlocked.Increment(ref inside));
                        acted++;
                        Interlocked.Decrement(ref inside);
                        await instance.Turns.LeaveAsync(ticket, null, Start, None);
                        return;
                    default:
                        break;
                }
            }
        })));

        Assert.Equal(4, acted);
        Assert.Equal(0L, await storage.AskAsync("SELECT COUNT(*) FROM turns"));
    }

    private static TurnTicket First => new("chat", "first", "one");

    private static TurnTicket Second => new("chat", "second", "two");

    private static TurnTicket Third => new("chat", "third", "three");

    private static async Task<TurnOutcome> EnterAsync(StorageOfTheTest storage, TurnTicket ticket, DateTimeOffset? now = null) =>
        (await storage.Turns.EnterAsync(ticket, now ?? Start, (now ?? Start).AddSeconds(30), None)).Outcome;
}
