using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
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

    /// <summary>The case is the one that is worked on. A finished one stays so where nothing but its verdict is to come.</summary>
    private async Task TakeUpAsync(DialogContext dc, CaseFile file, CancellationToken cancellationToken)
    {
        var isOver = file.Status is CaseStatus.Finished && Itinerary.Next(file, desk.Bedside) == Itinerary.Verdict;
        await desk.SaveAsync(dc.Context, isOver ? file : file with { Status = CaseStatus.Open }, cancellationToken);
        await desk.SetActiveAsync(dc.Context, file.Code, cancellationToken);
        await dc.CancelAllDialogsAsync(cancellationToken);
    }
}
