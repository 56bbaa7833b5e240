using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using IMiddleware = Microsoft.Bot.Builder.IMiddleware;

namespace CimentoBot.Messages;

/// <summary>
/// Stands before the bot and behind the door, so that nobody can use up another's turns with activities that are not theirs. A
/// message over the limit is answered once a minute, a card's action and a search always, in place of what they asked for; anything else is passed over.
/// </summary>
internal sealed class TurnLimitMiddleware(TurnLimits limits, BotSettings settings, ILogger<TurnLimitMiddleware> logger) : IMiddleware
{
    private static readonly Phrase TooMany = new(
        "Trop de messages en une minute : celui-ci n’a pas été lu. Attendez un instant, puis envoyez-le de nouveau.",
        "Too many messages within a minute: this one was not read. Wait a moment, then send it again.");

    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var activity = turnContext.Activity;
        if (TurnAnswers.IsOwnTurn(activity))
        {
            return next(cancellationToken);
        }

        var admission = limits.Admit(Tenants.NamedBy(activity).FirstOrDefault() ?? "", activity.From?.Id ?? "");
        if (admission is Admission.Admitted)
        {
            return next(cancellationToken);
        }

        Instruments.Refusal("limit", StatusCodes.Status429TooManyRequests);
        if (admission is Admission.RefusedFirst)
        {
            logger.LogWarning("A user, or a tenant's users together, sent more turns within a minute than Bot:TurnsPerMinute allows.");
        }

        var text = TooMany.In(TurnAnswers.LanguageOf(activity, settings.DefaultLanguage));
        return (activity.Type, admission) switch
        {
            (ActivityTypes.Invoke, _) => turnContext.SendActivityAsync(
                TurnAnswers.InPlace(activity, StatusCodes.Status429TooManyRequests, "TooManyRequests", text), cancellationToken),
            (ActivityTypes.Message, Admission.RefusedFirst) => turnContext.SendActivityAsync(MessageFactory.Text(text), cancellationToken),
            _ => Task.CompletedTask,
        };
    }
}
