namespace CimentoBot.Conversation.Ports;

/// <summary>A message that is to leave: written in the transaction of the change that it tells of, sent afterwards.</summary>
/// <param name="Id">Unique.</param>
/// <param name="Subject">What it is about: a case's code or a channel's id.</param>
/// <param name="Kind">What is to be done.</param>
/// <param name="DueAt">Not before.</param>
/// <param name="Attempts">How often sending failed.</param>
/// <param name="Name">Of messages with the same name one is sent, ever; null = each is.</param>
/// <param name="Begun">What was begun to be made in Teams for it, without a word since on whether it arrived; null = nothing.</param>
public sealed record OutboxMessage(Guid Id, string Subject, string Kind, DateTimeOffset DueAt, int Attempts = 0, string? Name = null, string? Begun = null)
{
    public static OutboxMessage New(string subject, string kind, DateTimeOffset dueAt, string? name = null) =>
        new(Guid.CreateVersion7(dueAt), subject, kind, dueAt, Name: name);
}

/// <summary>Who sends messages, and until when nobody else does. It ends by time when whoever holds it has gone.</summary>
/// <param name="Holder">Unlike anybody else.</param>
/// <param name="Until">The moment from which others may send them.</param>
public sealed record OutboxLease(string Holder, DateTimeOffset Until);

/// <summary>The messages that are to leave. Most are written by the stores, beside the change that they tell of.</summary>
public interface IOutbox
{
    /// <summary>Adds messages that no change goes with.</summary>
    Task AddAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken);

    /// <summary>Messages that are due and not sent, oldest first.</summary>
    Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, int atMost, CancellationToken cancellationToken);

    /// <summary>The same of one kind only.</summary>
    Task<IReadOnlyList<OutboxMessage>> DueAsync(DateTimeOffset now, string kind, int atMost, CancellationToken cancellationToken);

    /// <summary>When the next message is due; null where none waits.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Leases messages that are due and not sent, oldest first; of one kind only, or of any. Where a message about a subject is leased,
    /// nobody else gets another about it: what is said of one subject is said by one sender, in order.
    /// </summary>
    Task<IReadOnlyList<OutboxMessage>> TakeAsync(OutboxLease lease, string? kind, int atMost, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Sending takes longer: what the holder has is theirs until then.</summary>
    Task RenewAsync(OutboxLease lease, CancellationToken cancellationToken);

    /// <summary>
    /// Notes what is about to be made in Teams, before it leaves; null = it certainly did not arrive. False where
    /// another holds one of the messages by now, or the same was begun for another one about the subject that is still to be tried again; then nothing may leave.
    /// </summary>
    Task<bool> TryBeginAsync(string holder, IReadOnlyList<Guid> ids, string? what, CancellationToken cancellationToken);

    /// <summary>The messages are over, and nobody knows whether what was begun arrived.</summary>
    Task MarkUnansweredAsync(IReadOnlyList<Guid> ids, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The messages have left, or there is nothing to be sent any more.</summary>
    Task MarkSentAsync(IReadOnlyList<Guid> ids, DateTimeOffset sentAt, CancellationToken cancellationToken);

    /// <summary>Sending failed: one attempt more, by anybody, and again at <paramref name="dueAt"/>. What another holds by now is left to them.</summary>
    Task PostponeAsync(string holder, IReadOnlyList<Guid> ids, DateTimeOffset dueAt, CancellationToken cancellationToken);
}
