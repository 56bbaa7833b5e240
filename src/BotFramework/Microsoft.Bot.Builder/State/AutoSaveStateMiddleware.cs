namespace Microsoft.Bot.Builder;

/// <summary>Saves states after each turn that did not throw.</summary>
public class AutoSaveStateMiddleware : IMiddleware
{
    private readonly BotState[] states;

    public AutoSaveStateMiddleware(params BotState[] botStates)
    {
        states = botStates;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        await next(cancellationToken);
        await Task.WhenAll(states.Select(state => state.SaveChangesAsync(turnContext, false, cancellationToken)).ToList());
    }
}
