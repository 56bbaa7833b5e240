using CimentoBot.Conversation.Ports;
using Dapper;

namespace CimentoBot.Storage;

internal sealed class TurnBook(Database database) : ITurnBook
{
    private const string Free = "DELETE FROM turns WHERE place = @Place AND holder = @Holder";

    public Task<TurnEntry> EnterAsync(TurnTicket ticket, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            // First the place, then what acted before: whoever gives a place free has written down what they did.
            var taken = await transaction.ExecuteAsync(
                """
                INSERT INTO turns (place, delivery, holder, until) VALUES (@Place, @Delivery, @Holder, @until)
                ON CONFLICT (place) DO UPDATE SET delivery = excluded.delivery, holder = excluded.holder, until = excluded.until
                WHERE turns.until <= @now OR turns.until > @never
                """,
                new { ticket.Place, ticket.Delivery, ticket.Holder, now = Timestamp.Write(now), until = Timestamp.Write(until), never = Timestamp.Write(Timestamp.BeyondLeases(now, until)) },
                cancellationToken) == 1;
            var known = await transaction.Connection!.QuerySingleOrDefaultAsync<Known>(new CommandDefinition(
                "SELECT name, answer FROM deliveries WHERE name = @Delivery", new { ticket.Delivery }, transaction, cancellationToken: cancellationToken));
            if (known is not null)
            {
                await transaction.ExecuteAsync(Free, ticket, cancellationToken);
                return new TurnEntry(TurnOutcome.Repeated, known.Answer);
            }

            if (taken)
            {
                return new(TurnOutcome.Entered);
            }

            var other = await transaction.Connection!.QuerySingleOrDefaultAsync<string?>(new CommandDefinition(
                "SELECT delivery FROM turns WHERE place = @Place", new { ticket.Place }, transaction, cancellationToken: cancellationToken));
            return new(other == ticket.Delivery ? TurnOutcome.UnderWay : TurnOutcome.Occupied);
        },
        cancellationToken);

    public Task RenewAsync(TurnTicket ticket, DateTimeOffset until, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(
            "UPDATE turns SET until = @until WHERE place = @Place AND holder = @Holder",
            new { ticket.Place, ticket.Holder, until = Timestamp.Write(until) },
            cancellationToken),
        cancellationToken);

    public Task LeaveAsync(TurnTicket ticket, string? answer, DateTimeOffset now, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                "INSERT INTO deliveries (name, at, answer) VALUES (@Delivery, @at, @answer) ON CONFLICT (name) DO NOTHING",
                new { ticket.Delivery, at = Timestamp.Write(now), answer },
                cancellationToken);
            return await transaction.ExecuteAsync(Free, ticket, cancellationToken);
        },
        cancellationToken);

    public Task AbandonAsync(TurnTicket ticket, CancellationToken cancellationToken) => database.WriteAsync(
        transaction => transaction.ExecuteAsync(Free, ticket, cancellationToken), cancellationToken);

    public Task ForgetAsync(DateTimeOffset answersBefore, DateTimeOffset allBefore, CancellationToken cancellationToken) => database.WriteAsync(
        async transaction =>
        {
            await transaction.ExecuteAsync(
                "UPDATE deliveries SET answer = NULL WHERE answer IS NOT NULL AND at < @before", new { before = Timestamp.Write(answersBefore) }, cancellationToken);
            await transaction.ExecuteAsync("DELETE FROM deliveries WHERE at < @before", new { before = Timestamp.Write(allBefore) }, cancellationToken);
            return await transaction.ExecuteAsync("DELETE FROM turns WHERE until < @before", new { before = Timestamp.Write(answersBefore) }, cancellationToken);
        },
        cancellationToken);

    private sealed record Known(string Name, string? Answer);
}
