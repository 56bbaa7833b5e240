namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs behind one id, with a stack of their own in the component's state. It ends when that stack is empty.</summary>
public class ComponentDialog : DialogContainer
{
    private const string PersistedDialogState = "dialogs";

    public ComponentDialog(string dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>What begins first: the first that was added, unless set.</summary>
    public string InitialDialogId { get; set; }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext outerDc, object options = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(options, nameof(options));
        ArgumentNullException.ThrowIfNull(outerDc);
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var result = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken);
        return result.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await outerDc.EndDialogAsync(result.Result, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        var result = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken);
        return result.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await outerDc.EndDialogAsync(result.Result, cancellationToken);
    }

    /// <summary>Somebody else's dialog ended above this one: its own active dialog asks again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(result, nameof(result));
        await CheckForVersionChangeAsync(outerDc, cancellationToken);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        new DialogContext(Dialogs, turnContext, StateOf(instance)).RepromptDialogAsync(cancellationToken);

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await new DialogContext(Dialogs, turnContext, StateOf(instance)).CancelAllDialogsAsync(cancellationToken);
        }
    }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    private DialogContext CreateChildContext(DialogContext dc) => new(Dialogs, dc, StateOf(dc.ActiveDialog));

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    private static DialogState StateOf(DialogInstance instance)
    {
        if (!instance.State.TryGetValue(PersistedDialogState, out var kept))
        {
            kept = instance.State[PersistedDialogState] = new DialogState();
        }

        var state = kept as DialogState;
        state.DialogStack ??= new List<DialogInstance>();
        return state;
    }
}
