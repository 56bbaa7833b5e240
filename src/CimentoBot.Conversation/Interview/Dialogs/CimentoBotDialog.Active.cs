using Microsoft.Bot.Builder.Dialogs;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Which case is worked on.</summary>
public sealed partial class CimentoBotDialog
{
    /// <summary>The case that is worked on. One that cannot be read is put aside, so that its owner can go on with others.</summary>
    private async Task<(CaseFile? File, string? Unreadable)> ActiveAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        try
        {
            return (await desk.ActiveAsync(dc.Context, cancellationToken), null);
        }
        catch (CaseUnreadableException failure)
        {
            await desk.SetActiveAsync(dc.Context, "", cancellationToken);
            await dc.CancelAllDialogsAsync(cancellationToken);
            return (null, failure.Code);
        }
    }
}
