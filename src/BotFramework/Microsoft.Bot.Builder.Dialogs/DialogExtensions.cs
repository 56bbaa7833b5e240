using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a whole conversation.</summary>
public static class DialogExtensions
{
    // Officially the memory of dialogs, put into the turn once: a second run in the same turn is an ArgumentException.
    private const string MemoryKey = "Microsoft.Bot.Builder.Dialogs.Memory.DialogStateManager";

    /// <summary>Continues the stack; when it is empty, begins the dialog, whatever the activity is.</summary>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor)
        {
            TelemetryClient = turnContext.TurnState.Get<IBotTelemetryClient>() ?? dialog.TelemetryClient ?? NullBotTelemetryClient.Instance,
        };
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        foreach (var (key, service) in turnContext.TurnState)
        {
            dc.Services[key] = service;
        }

        turnContext.TurnState.Add(MemoryKey, new object());
        while (!await RunOrHandleErrorAsync(dc, dialog.Id, cancellationToken))
        {
            // A dialog handled the error: the stack goes on from where it now is.
        }
    }

    private static async Task<bool> RunOrHandleErrorAsync(DialogContext dc, string dialogId, CancellationToken cancellationToken)
    {
        try
        {
            var result = await dc.ContinueDialogAsync(cancellationToken);
            if (result.Status == DialogTurnStatus.Empty)
            {
                await dc.BeginDialogAsync(dialogId, null, cancellationToken);
            }

            await TraceStateAsync(dc, cancellationToken);
            return true;
        }
        catch (Exception e)
        {
            if (!await IsHandledAsync(dc, e, cancellationToken))
            {
                throw;
            }

            return false;
        }
    }

    private static async Task<bool> IsHandledAsync(DialogContext dc, Exception error, CancellationToken cancellationToken)
    {
        try
        {
            return await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken);
        }
        catch (Exception another)
        {
            throw new AggregateException("Unable to emit the error as a DialogEvent.", another, error);
        }
    }

    // The memory scopes that the official trace shows are empty unless registered.
    private static Task<ResourceResponse> TraceStateAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var trace = Activity.CreateTraceActivity(
            "BotState", "https://www.botframework.com/schemas/botState", new Dictionary<string, object>(), "Bot State");
        return dc.Context.SendActivityAsync(trace, cancellationToken);
    }
}
