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

    /// <summary>The database is away, full or cannot be written. What asked for the end of a transaction may still have been kept.</summary>
    private static readonly Phrase Unkept = new(
        "CimentoBot n’accède pas à sa base de données : ce dernier envoi n’a peut-être pas été enregistré, ce qui était déjà confirmé l’est. Renvoyez-le dans une minute, ou tapez « reprendre ».",
        "CimentoBot cannot use its database: what you just sent may not have been kept; what was confirmed before it is. Send it again in a minute, or type “resume”.");

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
            await ApologiseAsync(turnContext, Failures.IsOfStorage(failure) ? Unkept : Apology);
        }
#pragma warning disable CA1031 // Whatever stops the apology, the turn's own failure is what counts, and it is logged.
        catch (Exception second)
#pragma warning restore CA1031
        {
            Failures.Log(logger, second);
        }
    }

    private async Task ApologiseAsync(ITurnContext turnContext, Phrase apology)
    {
        var text = apology.In(TurnAnswers.LanguageOf(turnContext.Activity, language));
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
