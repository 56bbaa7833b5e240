using System.Diagnostics;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A part of a conversation. It is built once; what it remembers is in its <see cref="DialogInstance"/>.</summary>
[DebuggerDisplay("{Id}")]
public abstract class Dialog
{
    /// <summary>The dialog waits for the next activity.</summary>
    public static readonly DialogTurnResult EndOfTurn = new(DialogTurnStatus.Waiting);

    [JsonProperty("id")]
    private string id;

    public Dialog(string dialogId = null)
    {
        Id = dialogId;
    }

    /// <summary>Given, or else the name of the type.</summary>
    [JsonIgnore]
    public string Id
    {
        get => id ??= GetType().Name;
        set => id = value;
    }

    public abstract Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object options = null, CancellationToken cancellationToken = default);

    /// <summary>A dialog that does not say otherwise ends when it is continued.</summary>
    public virtual Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) =>
        dc.EndDialogAsync(null, cancellationToken);

    /// <summary>A dialog that does not say otherwise ends with the result of the one it began.</summary>
    public virtual Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object result = null, CancellationToken cancellationToken = default)
    {
        Misplaced.Refuse(result, nameof(result));
        return dc.EndDialogAsync(result, cancellationToken);
    }

    public virtual Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    public virtual Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    public virtual string GetVersion() => Id;
}

/// <summary>Optional arguments invite a token in the wrong place.</summary>
internal static class Misplaced
{
    public static void Refuse(object argument, string name)
    {
        if (argument is CancellationToken)
        {
            throw new ArgumentException($"{name} cannot be a cancellation token");
        }
    }
}
