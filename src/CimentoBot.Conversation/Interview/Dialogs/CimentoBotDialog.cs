using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Privacy;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>
/// Every message goes through here: commands work at any point, cards are checked against the store before they change
/// anything, and the rest belongs to the interview.
/// </summary>
public sealed partial class CimentoBotDialog : ComponentDialog
{
    private const int LongestMessage = 4_000;

    private readonly Desk desk;
    private readonly Replies replies;
    private readonly WhyReply why;
    private readonly OwnData ownData;
    private readonly QuickStart quick;

    public CimentoBotDialog(
        Desk desk, CaseDesk cases, BoardDesk board, ReminderDesk reminders, BoardDirectory directory, ChannelDesk channels, OwnData ownData)
        : base(nameof(CimentoBotDialog))
    {
        this.desk = desk;
        replies = new(desk, cases, board, reminders, directory, channels);
        why = new(desk);
        this.ownData = ownData;
        quick = new(desk);
        AddDialog(new InterviewDialog(desk, cases));
        InitialDialogId = nameof(InterviewDialog);
    }

    protected override Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object options, CancellationToken cancellationToken = default) =>
        RouteAsync(innerDc, cancellationToken);

    protected override Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        RouteAsync(innerDc, cancellationToken);

    private async Task<DialogTurnResult> RouteAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var turn = dc.Context;
        var (file, unreadable) = await ActiveAsync(dc, cancellationToken);
        var text = (turn.Activity.Text ?? "").Replace("&nbsp;", " ", StringComparison.Ordinal).Trim();
        var command = Command.Read(text);
        var language = await desk.LanguageAsync(turn, file, command?.Language, cancellationToken);
        if (unreadable is not null)
        {
            await turn.SayAsync(Say.Unreadable(unreadable), language, cancellationToken);
        }

        try
        {
            return await RouteAsync(dc, file, text, command, language, cancellationToken);
        }
        catch (CaseChangedException)
        {
            // The stack may have got ahead of the case.
            await dc.CancelAllDialogsAsync(cancellationToken);
            return await SayAsync(dc, Say.Stale, language, cancellationToken);
        }
        catch (CaseUnreadableException failure)
        {
            return await SayAsync(dc, Say.Unreadable(failure.Code), language, cancellationToken);
        }
    }

    private async Task<DialogTurnResult> RouteAsync(
        DialogContext dc, CaseFile? file, string text, Command? command, Language language, CancellationToken cancellationToken)
    {
        var submission = CardSubmission.Read(dc.Context.Activity);
        if (submission is not null && Verbs.IsForBoards(submission.Verb))
        {
            await replies.BoardAsync(dc.Context, submission, language, cancellationToken);
            return Stay(dc);
        }

        if (!Desk.IsPrivate(dc.Context.Activity) && command?.IsForChannels is not true)
        {
            return await SayAsync(dc, Say.PrivateOnly, language, cancellationToken);
        }

        if (submission is not null)
        {
            return await SubmitAsync(dc, file, submission, language, cancellationToken);
        }

        if (text.Length > LongestMessage)
        {
            return await SayAsync(dc, Say.TooLong, language, cancellationToken);
        }

        if (command is not null)
        {
            return await ObeyAsync(dc, file, command, language, cancellationToken);
        }

        if (text.Length == 0)
        {
            var isPicture = dc.Context.Activity.Attachments is { Count: > 0 };
            return await SayAsync(dc, isPicture ? Say.TextOnly : Say.Empty, language, cancellationToken);
        }

        return file is { Status: CaseStatus.Open }
            ? await ContinueAsync(dc, file, file, cancellationToken)
            : await BeginAsync(dc, file, command, text, language, cancellationToken);
    }

    private async Task<DialogTurnResult> SubmitAsync(
        DialogContext dc, CaseFile? active, CardSubmission submission, Language language, CancellationToken cancellationToken)
    {
        var turn = dc.Context;
        if (submission.Verb.StartsWith("case.", StringComparison.Ordinal))
        {
            await replies.CaseAsync(turn, submission, language, cancellationToken);
            return Stay(dc);
        }

        var file = await desk.FindAsync(turn, submission.Case, cancellationToken);
        if (file is null || file.Owner != Desk.UserOf(turn.Activity) || file.Conversation != turn.Activity.Conversation.Id)
        {
            return await SayAsync(dc, Say.NotYours, language, cancellationToken);
        }

        if (submission.Verb != Verbs.Resume && (submission.Step != file.Step || submission.Revision != file.Revision))
        {
            return await SayAsync(dc, Say.Stale, file.Language, cancellationToken);
        }

        return submission.Verb switch
        {
            Verbs.Answer when file.Step != Itinerary.Verdict => await ContinueAsync(dc, active, file, cancellationToken),
            Verbs.Back => await MoveAsync(dc, file, Moves.Back(file, desk.Bedside), Say.FirstStep, cancellationToken),
            Verbs.Finish => await FinishAsync(dc, file, cancellationToken),
            Verbs.Restart => await RunAsync(dc, file.Emptied(), cancellationToken),
            Verbs.Resume => await RunAsync(dc, file, cancellationToken),
            Verbs.Edit when Itinerary.Find(submission.Section) is { } section => await RunAsync(dc, Itinerary.Reopen(file, section, desk.Bedside), cancellationToken),
            _ => await SayAsync(dc, Say.Stale, file.Language, cancellationToken),
        };
    }

    private async Task<DialogTurnResult> ObeyAsync(
        DialogContext dc, CaseFile? file, Command command, Language language, CancellationToken cancellationToken)
    {
        var turn = dc.Context;
        switch (command.Kind)
        {
            case CommandKind.New:
                return await BeginAsync(dc, file, command, command.Argument, language, cancellationToken);
            case CommandKind.Resume:
                return await ResumeAsync(dc, file, command.Argument, language, cancellationToken);
            case CommandKind.ChooseLanguage:
                return await ChooseLanguageAsync(dc, file, command.Argument, language, cancellationToken);
            case CommandKind.Help or CommandKind.Hello:
                await replies.GreetAsync(turn, command.Kind, language, cancellationToken);
                return Stay(dc);
            case CommandKind.Cases:
                await replies.CasesAsync(turn, language, cancellationToken);
                return Stay(dc);
            case CommandKind.Why:
                await why.SayAsync(turn, file, command.Argument, language, cancellationToken);
                return Stay(dc);
            case CommandKind.Post:
                await replies.PostAsync(turn, command.Argument, language, cancellationToken);
                return Stay(dc);
            case CommandKind.Export or CommandKind.Forget:
                return await ownData.AnswerAsync(turn, command, language, cancellationToken) ? await dc.CancelAllDialogsAsync(cancellationToken) : Stay(dc);
            case var board when command.IsForBoards:
                await replies.BoardAsync(turn, board, command.Argument, language, cancellationToken);
                return Stay(dc);
        }

        if (file is null or { Status: CaseStatus.Cancelled })
        {
            return await SayAsync(dc, Say.NoInterview, language, cancellationToken);
        }

        return await ObeyOnCaseAsync(dc, file, command, cancellationToken);
    }

    private async Task<DialogTurnResult> ObeyOnCaseAsync(DialogContext dc, CaseFile file, Command command, CancellationToken cancellationToken)
    {
        if (file.Status is CaseStatus.Finished && command.Kind is not (CommandKind.Text or CommandKind.Edit or CommandKind.Restart or CommandKind.Finish))
        {
            return await SayAsync(dc, Say.NoInterview, file.Language, cancellationToken);
        }

        switch (command.Kind)
        {
            case CommandKind.Text:
                await replies.TextAsync(dc.Context, file, cancellationToken);
                return Stay(dc);
            case CommandKind.Back:
                return await MoveAsync(dc, file, Moves.Back(file, desk.Bedside), Say.FirstStep, cancellationToken);
            case CommandKind.Finish:
                return await FinishAsync(dc, file, cancellationToken);
            case CommandKind.Restart:
                return await RunAsync(dc, file.Emptied(), cancellationToken);
            case CommandKind.Next:
                return await RunAsync(dc, Moves.Next(file, desk.Bedside), cancellationToken);
            case CommandKind.Edit:
                return await MoveAsync(dc, file, Moves.Edit(file, command.Argument, desk.Bedside), Say.WhichAnswer, cancellationToken);
            default:
                await desk.SaveAsync(dc.Context, file with { Status = CaseStatus.Cancelled }, cancellationToken);
                await dc.CancelAllDialogsAsync(cancellationToken);
                return await SayAsync(dc, Say.Cancelled, file.Language, cancellationToken);
        }
    }

    private async Task<DialogTurnResult> ChooseLanguageAsync(
        DialogContext dc, CaseFile? file, string argument, Language language, CancellationToken cancellationToken)
    {
        if (Command.LanguageIn(argument) is not { } known)
        {
            return await SayAsync(dc, Say.WhichLanguage, language, cancellationToken);
        }

        await desk.ChooseLanguageAsync(dc.Context, known, cancellationToken);
        await dc.Context.SayAsync(Say.LanguageSet, known, cancellationToken);
        return file is { Status: CaseStatus.Open }
            ? await RunAsync(dc, file with { Language = known }, cancellationToken)
            : Stay(dc);
    }

    /// <summary>
    /// Hands the message to the step that is shown, putting the interview back on the stack where the stack has lost it. A turn that failed, or was
    /// killed, before it kept its stack has left another case there, which must not be given these answers; one that had shown nothing yet is made up for.
    /// </summary>
    private async Task<DialogTurnResult> ContinueAsync(DialogContext dc, CaseFile? active, CaseFile file, CancellationToken cancellationToken)
    {
        if (InterviewDialog.CaseOf(dc) != file.Code || active?.Code != file.Code || file.Status is not CaseStatus.Open || !Itinerary.Waits(file.Step))
        {
            if (file.Status is not CaseStatus.Open)
            {
                await desk.SaveAsync(dc.Context, file with { Status = CaseStatus.Open }, cancellationToken);
            }

            await desk.SetActiveAsync(dc.Context, file.Code, cancellationToken);
            await dc.CancelAllDialogsAsync(cancellationToken);
            if (Itinerary.Waits(file.Step))
            {
                Silence.Keep(dc.Context);
            }

            await dc.BeginDialogAsync(InitialDialogId, file.Code, cancellationToken);
            Silence.Break(dc.Context);
        }

        return await dc.ContinueDialogAsync(cancellationToken);
    }

    /// <summary>The verdict now; while the guideline is suspended the card that waits stays as it is.</summary>
    private async Task<DialogTurnResult> FinishAsync(DialogContext dc, CaseFile file, CancellationToken cancellationToken)
    {
        file = Interviewer.WithDrafts(file, desk.Bedside) with { Ended = true, Wanted = null };
        if (desk.Bedside is not { IsSuspended: true, Suspended: var reason })
        {
            return await RunAsync(dc, file, cancellationToken);
        }

        await TakeUpAsync(dc, file, cancellationToken);
        return await SayAsync(dc, SuspensionWords.Notice(reason), file.Language, cancellationToken);
    }

    private async Task<DialogTurnResult> MoveAsync(
        DialogContext dc, CaseFile file, CaseFile? moved, Phrase nowhere, CancellationToken cancellationToken) => moved is null
        ? await SayAsync(dc, nowhere, file.Language, cancellationToken)
        : await RunAsync(dc, moved, cancellationToken);

    /// <summary>Saves a changed case and lets the interview show what comes next.</summary>
    private async Task<DialogTurnResult> RunAsync(DialogContext dc, CaseFile file, CancellationToken cancellationToken)
    {
        await TakeUpAsync(dc, file, cancellationToken);
        return await dc.BeginDialogAsync(InitialDialogId, file.Code, cancellationToken);
    }

    private static async Task<DialogTurnResult> SayAsync(DialogContext dc, Phrase phrase, Language language, CancellationToken cancellationToken)
    {
        await dc.Context.SayAsync(phrase, language, cancellationToken);
        return Stay(dc);
    }

    /// <summary>The interview, if there is one, waits where it was.</summary>
    private static DialogTurnResult Stay(DialogContext dc) =>
        dc.ActiveDialog is null ? new(DialogTurnStatus.Complete) : EndOfTurn;
}
