using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder.Dialogs;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>How an interview begins: by the word, by the word and a line, or by a line that says several things.</summary>
public sealed partial class CimentoBotDialog
{
    /// <summary>
    /// Begins an interview with what its line states. While one is under way, or without the word, a line that says less than several
    /// things begins none: «nouveau traitement : Plavix» is an answer.
    /// </summary>
    private async Task<DialogTurnResult> BeginAsync(
        DialogContext dc, CaseFile? file, Command? command, string text, Language language, CancellationToken cancellationToken)
    {
        var typed = command?.Argument ?? text;
        var line = quick.Read(typed);
        var isUnderWay = file is { Status: CaseStatus.Open };
        var isAsked = command is not null && (typed.Length == 0 || !isUnderWay);
        if (!isAsked && line.Statements < QuickLine.Several)
        {
            return isUnderWay
                ? await ContinueAsync(dc, file, file!, cancellationToken)
                : await SayAsync(dc, Say.NoInterview, language, cancellationToken);
        }

        if (command is null)
        {
            language = await desk.LanguageAsync(dc.Context, file: null, line.Language, cancellationToken);
        }

        if (line.Refused is { } identity)
        {
            return await SayAsync(dc, identity, language, cancellationToken);
        }

        // Said once it is kept, and once the case is in hand: what is typed next is of this one.
        var (opened, understood) = await quick.OpenAsync(dc.Context, line, language, cancellationToken);
        await TakeUpAsync(dc, opened, cancellationToken);
        if (understood is not null)
        {
            await dc.Context.SayAsync(TypedEcho.Of(understood, [], language), cancellationToken);
        }

        return await dc.BeginDialogAsync(InitialDialogId, opened.Code, cancellationToken);
    }

    private async Task<DialogTurnResult> ResumeAsync(DialogContext dc, CaseFile? file, string argument, Language language, CancellationToken cancellationToken)
    {
        if (argument.Length > 0)
        {
            file = CaseCode.In(argument) is { } code ? await desk.FindAsync(dc.Context, code, cancellationToken) : null;
            if (file is null || file.Owner != Desk.UserOf(dc.Context.Activity))
            {
                return await SayAsync(dc, Say.NoSuchCase, language, cancellationToken);
            }
        }

        return file is null
            ? await SayAsync(dc, Say.NoInterview, language, cancellationToken)
            : await RunAsync(dc, file with { Conversation = dc.Context.Activity.Conversation.Id }, cancellationToken);
    }
}
