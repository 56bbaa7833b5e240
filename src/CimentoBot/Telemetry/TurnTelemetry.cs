using CimentoBot.Conversation.Ports;
using CimentoBot.Messages;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace CimentoBot.Telemetry;

/// <summary>Counts and times turns, and makes each a span of a trace. Neither says who spoke, where, or what.</summary>
internal sealed class TurnTelemetry(TimeProvider clock) : IMiddleware
{
    private static readonly string[] Kinds =
        [ActivityTypes.Message, ActivityTypes.Invoke, ActivityTypes.ConversationUpdate, ActivityTypes.InstallationUpdate, ActivityTypes.MessageReaction];

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        var kind = TurnAnswers.IsOwnTurn(activity) ? "own" : Kinds.FirstOrDefault(known => known == activity.Type, "other");
        var began = clock.GetTimestamp();
        using var span = Instruments.Source.StartActivity("turn");
        span?.SetTag("kind", kind);
        var failed = true;
        try
        {
            await next(cancellationToken);
            failed = false;
        }
        finally
        {
            span?.SetStatus(failed ? System.Diagnostics.ActivityStatusCode.Error : System.Diagnostics.ActivityStatusCode.Ok);
            Instruments.Turn(kind, failed, clock.GetElapsedTime(began));
        }
    }
}
