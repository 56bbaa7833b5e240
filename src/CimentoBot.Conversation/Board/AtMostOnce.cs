using CimentoBot.Conversation.Ports;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Makes what a row of the outbox asks for in Teams, at most once: it is noted as begun before it leaves. Where that note stands already
/// an earlier attempt ended before it knew; where the answer is lost nobody knows either. Then it is not made again by itself.
/// </summary>
internal sealed class AtMostOnce(IOutbox outbox, string holder, IReadOnlyList<OutboxMessage> messages)
{
    private readonly IReadOnlyList<Guid> ids = [.. messages.Select(message => message.Id)];
    private readonly string? begunBefore = messages.Select(message => message.Begun).FirstOrDefault(begun => begun is not null);

    /// <summary>Whether an earlier attempt ended before it knew what became of what it had begun.</summary>
    public bool WasBegun => begunBefore is not null;

    /// <summary>Whether something was begun of which nobody knows whether it arrived.</summary>
    public bool IsUnanswered { get; private set; }

    /// <summary>Makes something in Teams and notes what came of it.</summary>
    /// <param name="what">What it is, unlike anything else that these messages make.</param>
    /// <param name="make">Makes it.</param>
    /// <param name="note">Writes down that it is made.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>False where it is not known whether it was made, now or by an earlier attempt.</returns>
    /// <exception cref="TimeoutException">Another has taken the messages over, or has begun the same and is still to learn what became of it; nothing was made.</exception>
    public async Task<bool> TryAsync<T>(string what, Func<Task<T>> make, Func<T, Task> note, CancellationToken cancellationToken)
    {
        if (begunBefore == what)
        {
            IsUnanswered = true;
            return false;
        }

        if (!await outbox.TryBeginAsync(holder, ids, what, cancellationToken))
        {
            throw new TimeoutException("The lease is over, or the same was begun for another message.");
        }

        T made;
        try
        {
            made = await make();
        }
        catch (Exception failure) when (SendFailures.MayHaveArrived(failure))
        {
            cancellationToken.ThrowIfCancellationRequested();
            IsUnanswered = true;
            return false;
        }
        catch
        {
            await outbox.TryBeginAsync(holder, ids, null, cancellationToken);
            throw;
        }

        // The mark goes with the row's end, not before: nothing else may be noted of what was made.
        await note(made);
        return true;
    }
}
