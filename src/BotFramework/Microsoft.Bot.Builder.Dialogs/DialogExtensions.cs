using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Runs a dialog as a whole conversation.</summary>
public static class DialogExtensions
{
    // Officially the memory of dialogs, put into the turn once: a second run in the same turn is an ArgumentException.
    private const string MemoryKey = "Microsoft.Bot.Builder.Dialogs.Memory.DialogStateManager";

    /// <summary>Continues the stack; when it is empty, begins the dialog, whatever the activity is. An empty trace of memory ends the turn.</summary>
    public static async Task RunAsync(
        this Dialog dialog, ITurnContext turnContext, IStatePropertyAccessor<DialogState> accessor, CancellationToken cancellationToken)
    {
        var dialogs = new DialogSet(accessor).Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        turnContext.TurnState.Add(MemoryKey, new object());
        var result = await dc.ContinueDialogAsync(cancellationToken);
        if (result.Status == DialogTurnStatus.Empty)
        {
            await dc.BeginDialogAsync(dialog.Id, null, cancellationToken);
        }

        var trace = Activity.CreateTraceActivity(
            "BotState", "https://www.botframework.com/schemas/botState", new Dictionary<string, object>(), "Bot State");
        await turnContext.SendActivityAsync(trace, cancellationToken);
    }
}
