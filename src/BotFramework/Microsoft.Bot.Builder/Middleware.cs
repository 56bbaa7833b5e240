namespace Microsoft.Bot.Builder;

/// <summary>Stands in the way of every turn.</summary>
public interface IMiddleware
{
    Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default);
}

/// <summary>What comes after a middleware.</summary>
public delegate Task NextDelegate(CancellationToken cancellationToken);
