namespace CimentoBot.Conversation.Ports;

/// <summary>A turn that wants to begin.</summary>
/// <param name="Place">Where one turn at a time may be.</param>
/// <param name="Delivery">What began it: the same when it is delivered again, and nothing else's.</param>
/// <param name="Holder">Who asks, unlike anybody else.</param>
public sealed record TurnTicket(string Place, string Delivery, string Holder);

/// <summary>What becomes of a turn that wants to begin.</summary>
public enum TurnOutcome
{
    /// <summary>It may run. It has the place until it leaves, or until the time is up.</summary>
    Entered,

    /// <summary>The same delivery has acted already.</summary>
    Repeated,

    /// <summary>The same delivery is acting now.</summary>
    UnderWay,

    /// <summary>Another turn is there.</summary>
    Occupied,
}

/// <param name="Outcome">What becomes of it.</param>
/// <param name="Answer">What the delivery was answered, as far as it is kept.</param>
public sealed record TurnEntry(TurnOutcome Outcome, string? Answer = null);

/// <summary>One turn at a time in one place, and each delivery acts once, whichever instance it comes to.</summary>
public interface ITurnBook
{
    /// <summary>Asks for the place, which is then the ticket's until a moment.</summary>
    Task<TurnEntry> EnterAsync(TurnTicket ticket, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The turn takes longer.</summary>
    Task RenewAsync(TurnTicket ticket, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>The delivery has acted, and was answered so; the place is free.</summary>
    Task LeaveAsync(TurnTicket ticket, string? answer, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The turn failed: the place is free, and the delivery may come again.</summary>
    Task AbandonAsync(TurnTicket ticket, CancellationToken cancellationToken);

    /// <summary>Forgets the answers to deliveries that acted before a moment, and those that acted before another altogether.</summary>
    Task ForgetAsync(DateTimeOffset answersBefore, DateTimeOffset allBefore, CancellationToken cancellationToken);
}
