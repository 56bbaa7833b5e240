namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>Dialogs behind one id, with a stack of their own in the component's state. It ends when that stack is empty.</summary>
public class ComponentDialog : DialogContainer
{
    public const string PersistedDialogState = "dialogs";

    private bool initialized;

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
        await EnterAsync(outerDc);
        var result = await OnBeginDialogAsync(CreateChildContext(outerDc), options, cancellationToken);
        if (result.Status != DialogTurnStatus.Waiting)
        {
            return await EndComponentAsync(outerDc, result.Result, cancellationToken);
        }

        TelemetryClient.TrackView(Id);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext outerDc, CancellationToken cancellationToken = default)
    {
        await EnterAsync(outerDc);
        var result = await OnContinueDialogAsync(CreateChildContext(outerDc), cancellationToken);
        return result.Status == DialogTurnStatus.Waiting
            ? EndOfTurn
            : await EndComponentAsync(outerDc, result.Result, cancellationToken);
    }

    /// <summary>Somebody else's dialog ended above this one: its own active dialog asks again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext outerDc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(result, nameof(result));
        await EnterAsync(outerDc);
        await RepromptDialogAsync(outerDc.Context, outerDc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await new DialogContext(Dialogs, turnContext, StateOf(instance)).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await new DialogContext(Dialogs, turnContext, StateOf(instance)).CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    public ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override DialogContext CreateChildContext(DialogContext dc) => new(Dialogs, dc, StateOf(dc.ActiveDialog));

    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (!initialized)
        {
            initialized = true;
            await OnInitializeAsync(outerDc);
        }
    }

    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId, options, cancellationToken);

    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc, CancellationToken cancellationToken = default) =>
        innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc, object result, CancellationToken cancellationToken) =>
        outerDc.EndDialogAsync(result, cancellationToken);

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

    private async Task EnterAsync(DialogContext outerDc)
    {
        await EnsureInitializedAsync(outerDc);
        await CheckForVersionChangeAsync(outerDc);
    }
}

/// <summary>How a view of a dialog is told.</summary>
internal static class TelemetryViews
{
    public static void TrackView(this IBotTelemetryClient client, string dialogId)
    {
        if (client is IBotPageViewTelemetryClient pages)
        {
            pages.TrackPageView(dialogId);
        }
        else
        {
            client.TrackTrace($"Dialog View: {dialogId}", Severity.Information, null);
        }
    }
}
