using AdaptiveCards;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>
/// One step of the interview: shows its card, takes answers from the card or typed, comes back with nothing lost when one is
/// bad, and ends when the step is done. It keeps a case code, not a card: the case file says what is shown.
/// </summary>
internal sealed class StepDialog(Desk desk) : Dialog(nameof(StepDialog))
{
    private const string CodeKey = "case";

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var code = (string)options!;
        dc.ActiveDialog.State[CodeKey] = code;
        if (Silence.Kept(dc.Context))
        {
            return EndOfTurn;
        }

        var file = (await desk.FindAsync(dc.Context, code, cancellationToken))!;
        var step = Itinerary.Next(file, desk.Bedside);
        if (Itinerary.Find(step) is { } section && Interviewer.DraftCompletes(file, section, desk.Bedside))
        {
            return await TakeAsync(dc, file with { Step = step }, section, file.Draft, cancellationToken);
        }

        await ShowAsync(dc.Context, file with { Step = step }, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var file = (await desk.FindAsync(dc.Context, (string)dc.ActiveDialog.State[CodeKey], cancellationToken))!;
        var submission = CardSubmission.Read(dc.Context.Activity);
        return (submission, Itinerary.Find(file.Step)) switch
        {
            ({ }, { } section) => await TakeAsync(dc, file, section, submission.Inputs, cancellationToken),
            ({ }, null) => await AcknowledgeAsync(dc, file, cancellationToken),
            (null, { } section) => await TypeAsync(dc, file, section, cancellationToken),
            (null, null) => await RemindAsync(dc, file, cancellationToken),
        };
    }

    /// <summary>The step that is shown is done, or comes back with its errors.</summary>
    private async Task<DialogTurnResult> TakeAsync(
        DialogContext dc, CaseFile file, Section section, IReadOnlyDictionary<string, string> answers, CancellationToken cancellationToken)
    {
        var (taken, good) = Interviewer.Submit(file, section, answers, desk.Bedside);
        if (!good)
        {
            await ShowAsync(dc.Context, taken, cancellationToken);
            return EndOfTurn;
        }

        var shown = taken.OpenCard;
        taken = await desk.SaveAsync(dc.Context, taken with { OpenCard = null }, cancellationToken);
        await dc.Context.RewriteAsync(
            shown, RecapCard.Of(taken, section, desk.Bedside, taken.Language), $"{Say.Answered.In(taken.Language)} — {taken.Code}", cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>The early decision and the review have no questions: going on is their answer.</summary>
    private async Task<DialogTurnResult> AcknowledgeAsync(DialogContext dc, CaseFile file, CancellationToken cancellationToken)
    {
        var shown = file.OpenCard;
        file = await desk.SaveAsync(dc.Context, Acknowledged(file) with { OpenCard = null }, cancellationToken);
        await dc.Context.RewriteAsync(
            shown, RecapCard.Acknowledged(file, desk.Bedside, file.Language), $"{Say.Answered.In(file.Language)} — {file.Code}", cancellationToken);
        return await dc.EndDialogAsync(null, cancellationToken);
    }

    /// <summary>A step without questions, passed.</summary>
    public static CaseFile Acknowledged(CaseFile file) => file.Step == Itinerary.Early
        ? file with { WentOn = true }
        : file with { Asked = file.Asked.Add(Itinerary.Review) };

    private async Task<DialogTurnResult> TypeAsync(DialogContext dc, CaseFile file, Section section, CancellationToken cancellationToken)
    {
        var (lines, goOn) = Command.SplitNext(dc.Context.Activity.Text ?? "");
        var typed = Interviewer.Type(file, lines, desk.Bedside);
        file = await desk.SaveAsync(dc.Context, typed.File, cancellationToken);
        // One that is answered again has all its answers from the start: a line that was not understood does not end it.
        var complete = (goOn && typed.Errors.Count == 0) || (typed.Understood.Count > 0 && Interviewer.IsAnswered(file, section, desk.Bedside));
        await dc.Context.SayAsync(TypedEcho.Of(typed, complete ? [] : Interviewer.Unanswered(file, section, desk.Bedside), file.Language), cancellationToken);
        return complete
            ? await TakeAsync(dc, file, section, Interviewer.AnswersOf(file, section, desk.Bedside), cancellationToken)
            : EndOfTurn;
    }

    /// <summary>The early decision and the review ask nothing, but a typed line still answers its fact.</summary>
    private async Task<DialogTurnResult> RemindAsync(DialogContext dc, CaseFile file, CancellationToken cancellationToken)
    {
        var typed = Interviewer.Type(file, dc.Context.Activity.Text ?? "", desk.Bedside);
        if (typed.Understood.Count > 0 || typed.File.Draft.Count > file.Draft.Count)
        {
            file = await desk.SaveAsync(dc.Context, typed.File with { Asked = typed.File.Asked.Remove(Itinerary.Review) }, cancellationToken);
            await dc.Context.SayAsync(TypedEcho.Of(typed, [], file.Language), cancellationToken);
            if (Itinerary.Next(file, desk.Bedside) != file.Step)
            {
                return await dc.EndDialogAsync(null, cancellationToken);
            }

            await ShowAsync(dc.Context, file, cancellationToken);
            return EndOfTurn;
        }

        await dc.Context.SayAsync(file.Step == Itinerary.Early ? Say.TypeSuiteOrFinish : Say.TypeSuiteForVerdict, file.Language, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Shows the step's card under a new revision, and its text where the interview is typed.</summary>
    private async Task ShowAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var replaced = file.OpenCard;
        file = await desk.SaveAsync(turn, file with { Revision = file.Revision + 1, TypedSinceCard = [], OpenCard = null }, cancellationToken);
        var (card, title, text) = Render(file);
        await turn.RewriteAsync(replaced, RecapCard.Replaced(file, file.Language), Say.Replaced.In(file.Language), cancellationToken);
        var message = await turn.ShowAsync(card, $"{title} — {file.Code}", cancellationToken);
        if (message is not null)
        {
            await desk.Files.ShownAsync(file, message, cancellationToken);
        }

        if (file.Typed)
        {
            await turn.SayAsync(text, cancellationToken);
        }
    }

    /// <summary>The step of a case, as a card and as text.</summary>
    public (AdaptiveCard Card, string Title, string Text) Render(CaseFile file)
    {
        var language = file.Language;
        if (Itinerary.Find(file.Step) is { } section)
        {
            var form = Interviewer.FormFor(file, section, desk.Bedside);
            return (SectionCard.Of(file, form, desk.Bedside, language), section.Title.In(language), StepText.Of(file, form, desk.Bedside, language));
        }

        if (file.Step == Itinerary.Early)
        {
            var assessment = desk.Assessor.Assess(file.Facts, desk.Files.Today);
            return (EarlyDecisionCard.Of(file, assessment, language), Say.EarlyTitle.In(language), StepText.Early(assessment, language));
        }

        return (ReviewCard.Of(file, desk.Bedside, language), Say.ReviewTitle.In(language), StepText.Of(ReviewView.Of(file, desk.Bedside), desk.Bedside, language));
    }
}

/// <summary>What was understood of typed lines, what was not, and what is still asked.</summary>
internal static class TypedEcho
{
    private const int LongestAbout = 60;

    public static string Of(TypedOutcome typed, IReadOnlyList<Field> unanswered, Language language)
    {
        var colon = language == Language.French ? " : " : ": ";
        var paragraphs = new List<string>();
        if (typed.Understood.Count > 0)
        {
            paragraphs.Add($"**{Say.Understood.In(language)}**\n\n" + string.Join('\n', typed.Understood.Select(line =>
                $"- {line.Label.In(language)}{colon}{CardKit.Plain(line.Value.In(language))}")));
        }

        paragraphs.AddRange(typed.Errors.Select(error => $"⚠ {CardKit.Plain(Shortened.WithEllipsis(error.About.In(language), LongestAbout))}{colon}{error.Message.In(language)}"));
        if (unanswered.Count > 0)
        {
            paragraphs.Add($"{Say.StillAsked.In(language)}{colon}{string.Join(" · ", unanswered.Select(field => Asked(field, language)))}");
            paragraphs.Add(Say.TypeSuite.In(language));
        }

        return string.Join("\n\n", paragraphs);
    }

    /// <summary>A question asked back is shown with its answers: nobody can guess them.</summary>
    private static string Asked(Field field, Language language) => field.AsksBack
        ? $"{field.Label.In(language)} ({string.Join(" / ", field.Options.Select(option => option.Title.In(language)))})"
        : field.Label.In(language);
}
