using Microsoft.Bot.Schema;
using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog with dialogs of its own. Its version changes with theirs, which the next turn traces.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string dialogId = null)
        : base(dialogId)
    {
    }

    [JsonProperty("dialogs")]
    public DialogSet Dialogs { get; set; } = new DialogSet();

    /// <summary>Officially an event, which is traced when no dialog handles it.</summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var before = dc.ActiveDialog.Version;
        dc.ActiveDialog.Version = Dialogs.GetVersion();
        if (before != null && before != dc.ActiveDialog.Version)
        {
            var message = $"Unhandled dialog event: versionChanged. Active Dialog: {dc.ActiveDialog.Id}";
            await dc.Context.SendActivityAsync(Activity.CreateTraceActivity(message), cancellationToken);
        }
    }
}
