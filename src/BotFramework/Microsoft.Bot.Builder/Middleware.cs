using System.Collections;

namespace Microsoft.Bot.Builder;

/// <summary>Stands in the way of every turn.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>What comes after a middleware.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);

/// <summary>Middleware in the order in which it was added, each around all that follow.</summary>
public class MiddlewareSet : IMiddleware, IEnumerable<IMiddleware>
{
    private readonly List<IMiddleware> members = [];

    public MiddlewareSet Use(IMiddleware middleware)
    {
        members.Add(middleware ?? throw new ArgumentNullException(nameof(middleware)));
        return this;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken)
    {
        await ReceiveActivityWithStatusAsync(turnContext, null, cancellationToken);
        await next(cancellationToken);
    }

    public Task ReceiveActivityWithStatusAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        return From(0, cancellationToken);

        Task From(int index, CancellationToken token) => index == members.Count
            ? callback?.Invoke(turnContext, token) ?? Task.CompletedTask
            : members[index].OnTurnAsync(turnContext, rest => From(index + 1, rest), token);
    }

    public IEnumerator<IMiddleware> GetEnumerator() => members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
