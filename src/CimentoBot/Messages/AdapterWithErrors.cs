using System.Runtime.ExceptionServices;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Telemetry;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace CimentoBot.Messages;

/// <summary>The adapter. A turn that fails says so once, in one sentence, and nothing that was typed goes into the log.</summary>
internal sealed class AdapterWithErrors : CloudAdapter
{
    private const string CardAction = "adaptiveCard/action";

    private static readonly Phrase Apology = new(
        "Désolé, un problème technique est survenu. Rien n’est perdu : tapez « reprendre » pour continuer.",
        "Sorry, something went wrong on our side. Nothing was lost: type “resume” to go on.");

    private readonly Language language;
    private readonly ILogger logger;

    public AdapterWithErrors(
        BotFrameworkAuthentication authentication, TurnTelemetry telemetry, TurnLimitMiddleware limits, TypingMiddleware typing, BotSettings settings, ILogger<AdapterWithErrors> logger)
        : base(authentication)
    {
        // The official adapter writes the ids of chats into the logger that it is given: it is given none.
        Use(telemetry);
        Use(limits);
        Use(typing);
        language = settings.DefaultLanguage;
        this.logger = logger;
        OnTurnError = AnswerAsync;
    }

    private async Task AnswerAsync(ITurnContext turnContext, Exception failure)
    {
        if (TurnAnswers.IsOwnTurn(turnContext.Activity))
        {
            // Nobody wrote; who began the turn must learn that it failed, and try again later.
            ExceptionDispatchInfo.Throw(failure);
        }

        Failures.Log(logger, failure);
        try
        {
            await ApologiseAsync(turnContext);
        }
#pragma warning disable CA1031 // Whatever stops the apology, the turn's own failure is what counts, and it is logged.
        catch (Exception second)
#pragma warning restore CA1031
        {
            Failures.Log(logger, second);
        }
    }

    private async Task ApologiseAsync(ITurnContext turnContext)
    {
        var text = Apology.In(TurnAnswers.LanguageOf(turnContext.Activity, language));
        if (turnContext.Activity is not { Type: ActivityTypes.Invoke, Name: CardAction or CaseSharing.InvokeName })
        {
            await turnContext.SendActivityAsync(MessageFactory.Text(text));
        }
        else if (turnContext.TurnState.Get<Activity>(InvokeResponseKey) is null)
        {
            // A message would be a second answer.
            await turnContext.SendActivityAsync(
                TurnAnswers.InPlace(turnContext.Activity, StatusCodes.Status500InternalServerError, "InternalServerError", text));
        }
    }
}
