using System.Diagnostics;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>The dialogs of a turn: a stack, and the context around it when this is inside a component.</summary>
[DebuggerDisplay("{GetType().Name}[{ActiveDialog?.Id}]")]
public class DialogContext
{
    public DialogContext(DialogSet dialogs, ITurnContext turnContext, DialogState state)
    {
        Dialogs = dialogs ?? throw new ArgumentNullException(nameof(dialogs));
        Context = turnContext ?? throw new ArgumentNullException(nameof(turnContext));
        Stack = state.DialogStack;
    }

    public DialogContext(DialogSet dialogs, DialogContext parentDialogContext, DialogState state)
        : this(dialogs, parentDialogContext.Context, state)
    {
        Parent = parentDialogContext;
    }

    public DialogSet Dialogs { get; private set; }

    public ITurnContext Context { get; private set; }

    /// <summary>The first is the active one.</summary>
    public List<DialogInstance> Stack { get; private set; }

    public DialogContext Parent { get; set; }

    public DialogInstance ActiveDialog => Stack.Count > 0 ? Stack[0] : null;

    public Task<DialogTurnResult> BeginDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default) => ToldAsync(async () =>
        {
            if (string.IsNullOrEmpty(dialogId))
            {
                throw new ArgumentNullException(nameof(dialogId));
            }

            var dialog = FindDialog(dialogId) ?? throw new ArgumentException(
                $"DialogContext.BeginDialogAsync(): A dialog with an id of '{dialogId}' wasn't found."
                + " The dialog must be included in the current or parent DialogSet."
                + " For example, if subclassing a ComponentDialog you can call AddDialog() within your constructor.");
            Stack.Insert(0, new DialogInstance { Id = dialogId, State = new Dictionary<string, object>() });
            return await dialog.BeginDialogAsync(this, options, cancellationToken);
        });

    public Task<DialogTurnResult> ContinueDialogAsync(CancellationToken cancellationToken = default) => ToldAsync(async () =>
    {
        if (ActiveDialog == null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        var dialog = FindDialog(ActiveDialog.Id) ?? throw new InvalidOperationException(
            $"Failed to continue dialog. A dialog with id {ActiveDialog.Id} could not be found.");
        return await dialog.ContinueDialogAsync(this, cancellationToken);
    });

    /// <summary>Ends the active dialog and resumes the one below with its result.</summary>
    public Task<DialogTurnResult> EndDialogAsync(object result = null, CancellationToken cancellationToken = default) => ToldAsync(async () =>
    {
        if (result is CancellationToken)
        {
            throw new ArgumentException(
                $"{ActiveDialog.Id}.EndDialogAsync() You can't pass a cancellation token as the result of a dialog when calling EndDialog.");
        }

        await EndActiveDialogAsync(DialogReason.EndCalled, cancellationToken);
        if (ActiveDialog == null)
        {
            return new DialogTurnResult(DialogTurnStatus.Complete, result);
        }

        var dialog = FindDialog(ActiveDialog.Id) ?? throw new InvalidOperationException(
            $"DialogContext.EndDialogAsync(): Can't resume previous dialog. A dialog with an id of '{ActiveDialog.Id}' wasn't found.");
        return await dialog.ResumeDialogAsync(this, DialogReason.EndCalled, result, cancellationToken);
    });

    public Task<DialogTurnResult> CancelAllDialogsAsync(CancellationToken cancellationToken = default) => ToldAsync(async () =>
    {
        if (Stack.Count == 0 && Parent == null)
        {
            return new DialogTurnResult(DialogTurnStatus.Empty);
        }

        while (Stack.Count > 0)
        {
            await EndActiveDialogAsync(DialogReason.CancelCalled, CancellationToken.None);
        }

        return new DialogTurnResult(DialogTurnStatus.Cancelled);
    });

    /// <summary>Ends the active dialog and begins another in its place: nothing below hears of it.</summary>
    public Task<DialogTurnResult> ReplaceDialogAsync(
        string dialogId, object options = null, CancellationToken cancellationToken = default) => ToldAsync(async () =>
        {
            Misplaced.Refuse(options, nameof(options));
            await EndActiveDialogAsync(DialogReason.ReplaceCalled, cancellationToken);
            return await BeginDialogAsync(dialogId, options, cancellationToken);
        });

    public Task RepromptDialogAsync(CancellationToken cancellationToken = default) => ToldAsync(async () =>
    {
        if (ActiveDialog != null)
        {
            var dialog = FindDialog(ActiveDialog.Id) ?? throw new InvalidOperationException(
                $"DialogSet.RepromptDialogAsync(): Can't find A dialog with an id of '{ActiveDialog.Id}'.");
            await dialog.RepromptDialogAsync(Context, ActiveDialog, cancellationToken);
        }

        return true;
    });

    /// <summary>Here, then in the parents.</summary>
    public Dialog FindDialog(string dialogId) => Dialogs?.Find(dialogId) ?? Parent?.FindDialog(dialogId);

    private async Task EndActiveDialogAsync(DialogReason reason, CancellationToken cancellationToken)
    {
        var instance = ActiveDialog;
        if (instance != null)
        {
            await (Dialogs.Find(instance.Id)?.EndDialogAsync(Context, instance, reason, cancellationToken) ?? Task.CompletedTask);
            Stack.RemoveAt(0);
        }
    }

    /// <summary>An exception that leaves a context carries, in its data, which dialogs were active.</summary>
    private async Task<T> ToldAsync<T>(Func<Task<T>> step)
    {
        try
        {
            return await step();
        }
        catch (Exception e) when (!e.Data.Contains(nameof(DialogContext)))
        {
            var stack = new List<string>();
            for (var dc = this; dc != null; dc = dc.Parent)
            {
                stack.AddRange(dc.Stack.Select(instance => instance.Id));
            }

            e.Data.Add(nameof(DialogContext), new Dictionary<string, object>
            {
                [nameof(ActiveDialog)] = ActiveDialog?.Id,
                [nameof(Parent)] = Parent?.ActiveDialog?.Id,
                [nameof(Stack)] = stack,
            });
            throw;
        }
    }
}
