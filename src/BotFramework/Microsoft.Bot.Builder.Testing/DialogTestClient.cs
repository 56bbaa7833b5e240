using Microsoft.Bot.Builder.Adapters;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace Microsoft.Bot.Builder.Testing;

/// <summary>Talks to a dialog; keeps its state in memory and saves it after each turn, before middleware of the test.</summary>
public class DialogTestClient
{
    private readonly TestAdapter adapter;
    private readonly BotCallbackHandler callback;

    public DialogTestClient(
        string channelId, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
        : this(new TestAdapter(channelId), targetDialog, initialDialogOptions, middlewares, conversationState)
    {
    }

    public DialogTestClient(
        TestAdapter testAdapter, Dialog targetDialog, object initialDialogOptions = null, IEnumerable<IMiddleware> middlewares = null,
        ConversationState conversationState = null)
    {
        ConversationState = conversationState ?? new ConversationState(new MemoryStorage());
        adapter = testAdapter.Use(new AutoSaveStateMiddleware(ConversationState));
        foreach (var middleware in middlewares ?? [])
        {
            adapter.Use(middleware);
        }

        var stack = ConversationState.CreateProperty<DialogState>("DialogState");
        callback = (turnContext, cancellationToken) =>
            RunAsync(targetDialog, initialDialogOptions, stack, turnContext, cancellationToken);
    }

    /// <summary>Of the last turn.</summary>
    public DialogContext DialogContext { get; private set; }

    /// <summary>Of the last turn; holds the dialog's result when it is complete.</summary>
    public DialogTurnResult DialogTurnResult { get; private set; }

    public ConversationState ConversationState { get; }

    /// <summary>Sends, and gives the first reply, null when there is none.</summary>
    public virtual async Task<T> SendActivityAsync<T>(Activity activity, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.ProcessActivityAsync(activity, callback, cancellationToken);
        return GetNextReply<T>();
    }

    public virtual async Task<T> SendActivityAsync<T>(string text, CancellationToken cancellationToken = default)
        where T : IActivity
    {
        await adapter.SendTextToBotAsync(text, callback, cancellationToken);
        return GetNextReply<T>();
    }

    public virtual T GetNextReply<T>()
        where T : IActivity => (T)adapter.GetNextReply();

    private async Task RunAsync(
        Dialog dialog, object options, IStatePropertyAccessor<DialogState> stack, ITurnContext turnContext,
        CancellationToken cancellationToken)
    {
        await stack.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        var dialogs = new DialogSet(stack);
        dialogs.Add(dialog);
        DialogContext = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        DialogTurnResult = await DialogContext.ContinueDialogAsync(cancellationToken);
        if (DialogTurnResult.Status == DialogTurnStatus.Empty)
        {
            DialogTurnResult = await DialogContext.BeginDialogAsync(dialog.Id, options, cancellationToken);
        }
    }
}
