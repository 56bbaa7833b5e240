using System.Collections.Immutable;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using Microsoft.Bot.Builder.Dialogs;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>
/// The interview: its steps by name, in order, like a table of contents. Each asks the itinerary whether its turn has come;
/// where the case stands is read from its file, so an interview resumes at the first open fact after a restart or a redeploy.
/// </summary>
internal sealed class InterviewDialog : ComponentDialog
{
    private static readonly string[] Contents =
    [
        Itinerary.Lesion.Id,
        Itinerary.Early,
        Itinerary.Details.Id,
        Itinerary.Early,
        Itinerary.Patient.Id,
        Itinerary.Early,
        Itinerary.Medicines.Id,
        Itinerary.LastDoses.Id,
        Itinerary.Review,
        Itinerary.Verdict,
    ];

    private const string CodeKey = "case";

    private readonly Desk desk;
    private readonly CaseDesk cases;

    public InterviewDialog(Desk desk, CaseDesk cases)
        : base(nameof(InterviewDialog))
    {
        this.desk = desk;
        this.cases = cases;
        AddDialog(new WaterfallDialog(nameof(WaterfallDialog), Contents.Select(StepAt)));
        AddDialog(new StepDialog(desk));
        InitialDialogId = nameof(WaterfallDialog);
    }

    /// <summary>The case whose interview is on the stack; null where there is none, or where an earlier version put it there.</summary>
    public static string? CaseOf(DialogContext dc) => dc.ActiveDialog?.State.TryGetValue(CodeKey, out var code) is true ? code as string : null;

    public override Task<DialogTurnResult> BeginDialogAsync(DialogContext outerDc, object? options = null, CancellationToken cancellationToken = default)
    {
        outerDc.ActiveDialog.State[CodeKey] = (string)options!;
        return base.BeginDialogAsync(outerDc, options, cancellationToken);
    }

    private WaterfallStep StepAt(string step, int place) => async (context, cancellationToken) =>
    {
        var code = (string)context.Options;
        var file = (await desk.FindAsync(context.Context, code, cancellationToken))!;
        var next = Silence.Kept(context.Context) ? file.Step : Itinerary.Next(file, desk.Bedside);
        if (next != step)
        {
            return Contents.Skip(place + 1).Contains(next)
                ? await context.NextAsync(null, cancellationToken)
                : await context.ReplaceDialogAsync(nameof(WaterfallDialog), code, cancellationToken);
        }

        if (next != Itinerary.Verdict)
        {
            return await context.BeginDialogAsync(nameof(StepDialog), code, cancellationToken);
        }

        if (desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            await context.Context.SayAsync(SuspensionWords.Notice(reason), file.Language, cancellationToken);
        }
        else
        {
            await GiveVerdictAsync(context, file, cancellationToken);
        }

        return await context.EndDialogAsync(null, cancellationToken);
    };

    /// <summary>Medicines that a line named stay for the step that asks for their list; the verdict does not count them until it was answered.</summary>
    private ImmutableDictionary<string, string> LeftOf(CaseFile file)
    {
        var open = Itinerary.Medicines.FieldsFor(file, desk.Bedside).Select(field => field.Id).Except(file.Asked).ToList();
        return file.Draft.RemoveRange(file.Draft.Keys.Except(open));
    }

    private async Task GiveVerdictAsync(WaterfallStepContext context, CaseFile file, CancellationToken cancellationToken)
    {
        var (replaced, before) = (file.OpenCard, file.Decision);
        var assessment = desk.Assessor.Assess(file.Facts, desk.Files.Today);
        Instruments.Verdict(assessment.Verdict?.ToString() ?? "Undetermined");
        var (presented, messages) = CaseDesk.Anew(file);
        file = await desk.SaveAsync(
            context.Context,
            presented with
            {
                Status = CaseStatus.Finished,
                Step = Itinerary.Verdict,
                Revision = file.Revision + 1,
                OpenCard = null,
                Draft = LeftOf(file),
                Decision = Decision.Of(assessment, desk.Files.Today),
            },
            cancellationToken,
            messages);
        var turn = context.Context;
        await turn.RewriteAsync(replaced, RecapCard.Replaced(file, file.Language), Say.Replaced.In(file.Language), cancellationToken);
        var given = file with { Decision = before };
        var answer = await cases.VerdictAsync(given, cancellationToken);
        var message = await turn.ShowAsync(answer.Card!, answer.Summary, cancellationToken);
        if (message is not null)
        {
            await desk.Files.ShownAsync(file, message, cancellationToken);
        }

        cases.Ring();

        if (file.Typed)
        {
            await turn.SayAsync(await cases.VerdictTextAsync(given, cancellationToken), cancellationToken);
        }
    }
}
