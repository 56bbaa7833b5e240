using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Answers that leave the interview where it is.</summary>
internal sealed class Replies(
    Desk desk, CaseDesk cases, BoardDesk board, ReminderDesk reminders, BoardDirectory directory, ChannelDesk channels)
{
    private static readonly string[] BoardKeys = ["canal", "channel", "rcp", "board"];
    private static readonly string[] QuestionKeys = ["question"];
    private static readonly string[] AgainKeys = ["encore", "again"];

    private readonly StepDialog steps = new(desk);

    /// <summary>A verb of the verdict card that an old client sent as a message.</summary>
    public async Task CaseAsync(ITurnContext turn, CardSubmission submission, Language language, CancellationToken cancellationToken)
    {
        var answer = await cases.AnswerAsync(turn.Activity, submission, cancellationToken);
        if (answer.Card is { } card)
        {
            await turn.ShowAsync(card, answer.Summary, cancellationToken);
        }
        else
        {
            await turn.SayAsync(answer.Refusal, language, cancellationToken);
        }
    }

    /// <summary>A verb of the board's card that an old client sent as a message.</summary>
    public async Task BoardAsync(ITurnContext turn, CardSubmission submission, Language language, CancellationToken cancellationToken)
    {
        var answer = submission.Verb == Verbs.CaseSeen
            ? await reminders.AnswerAsync(turn, submission, cancellationToken)
            : await board.AnswerAsync(turn, submission, cancellationToken);
        var isForm = submission.Verb == Verbs.BoardSettings
            || (submission.Verb == Verbs.BoardSignOff && SignOffRequest.IsEmpty(submission))
            || (submission.Verb == Verbs.BoardClose && ClosingRequest.IsEmpty(submission));
        if (isForm && answer.Card is { } form)
        {
            await turn.ShowAsync(form, answer.Summary.Length > 0 ? answer.Summary : submission.Case, cancellationToken);
            return;
        }

        var text = answer.Card is null ? answer.Refusal.In(language) : submission.Verb switch
        {
            Verbs.BoardShow => await channels.TextOfAsync(submission.Case, language, cancellationToken),
            Verbs.BoardSignOff => $"{BoardWords.Done(submission.Case).In(language)}\n\n{await channels.HoldsOfAsync(submission.Case, language, cancellationToken)}",
            Verbs.CaseSeen => ReminderWords.Done(submission.Case).In(language),
            _ => BoardWords.Done(submission.Case).In(language),
        };
        await turn.SayAsync(text, cancellationToken);
    }

    /// <summary>What the bot is and what can be asked of it here.</summary>
    public Task GreetAsync(ITurnContext turn, CommandKind kind, Language language, CancellationToken cancellationToken) => kind is CommandKind.Hello
        ? channels.WelcomeAsync(turn, language, cancellationToken)
        : turn.SayAsync(Desk.IsPrivate(turn.Activity) ? Say.Help : Say.HelpInAChannel, language, cancellationToken);

    /// <summary>The typed form of a verb of the board's card, or what is asked of a board.</summary>
    public async Task BoardAsync(ITurnContext turn, CommandKind kind, string argument, Language language, CancellationToken cancellationToken)
    {
        if (ChannelDesk.Takes(kind))
        {
            await channels.AnswerAsync(turn, kind, argument, language, cancellationToken);
            return;
        }

        if (TypedBoard.Read(kind, argument) is not { } submission)
        {
            await turn.SayAsync(TypedBoard.HowTo(kind), language, cancellationToken);
            return;
        }

        await BoardAsync(turn, submission, language, cancellationToken);
    }

    /// <summary>The current step, or the result, in text.</summary>
    public async Task TextAsync(ITurnContext turn, CaseFile file, CancellationToken cancellationToken)
    {
        var showsAVerdict = file.Status is CaseStatus.Finished || file.Step == Itinerary.Early;
        if (showsAVerdict && desk.Bedside is { IsSuspended: true, Suspended: var reason })
        {
            await turn.SayAsync(SuspensionWords.Notice(reason), file.Language, cancellationToken);
            return;
        }

        var text = file.Status is CaseStatus.Finished
            ? await cases.VerdictTextAsync(file, cancellationToken)
            : steps.Render(file).Text;
        await turn.SayAsync(text, cancellationToken);
    }

    /// <summary>The user's cases.</summary>
    public async Task CasesAsync(ITurnContext turn, Language language, CancellationToken cancellationToken)
    {
        var files = await desk.Files.ListAsync(Desk.UserOf(turn.Activity), cancellationToken);
        if (files.Count == 0)
        {
            await turn.SayAsync(Say.NoCases, language, cancellationToken);
            return;
        }

        var lines = new List<string>();
        foreach (var (code, file) in files)
        {
            lines.Add("- " + await LineAsync(code, file, language, cancellationToken));
        }

        var list = string.Join('\n', lines);
        var verdicts = !files.Any(listed => listed.File?.Status is CaseStatus.Finished) ? ""
            : "\n\n" + (StepNotes.Suspension(desk.Bedside, language) ?? VerdictView.EditionIn(language) + ".");
        await turn.SayAsync(list + verdicts, cancellationToken);
    }

    /// <summary>The typed form of presenting a case to the board: <c>présenter CB-7F3K séance=2026-12-03</c>.</summary>
    public async Task PostAsync(ITurnContext turn, string argument, Language language, CancellationToken cancellationToken)
    {
        if (CaseCode.In(argument) is not { } code)
        {
            await turn.SayAsync(BoardWords.HowToPost, language, cancellationToken);
            return;
        }

        var boards = await directory.ListAsync(cancellationToken);
        var here = turn.Activity.TeamsGetChannelId() is { } id && boards.Any(known => known.Id == id) ? id : null;
        var channel = KeyValues.Find(argument, BoardKeys) is { } named
            ? boards.FirstOrDefault(known => known.Id == named || Fold.Same(known.Name, named))?.Id ?? named
            : here ?? (boards.Count == 1 ? boards[0].Id : "");
        var inputs = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [PostRequest.BoardId] = channel,
            [PostRequest.SessionId] = Session(KeyValues.Find(argument, KeyValues.SessionKeys) ?? ""),
            [PostRequest.QuestionId] = KeyValues.Find(argument, QuestionKeys) ?? "",
            [PostRequest.StageId] = KeyValues.Find(argument, AgainKeys) is null ? "" : PostRequest.AgainStage,
        };
        if (await desk.Files.FindAsync(code, cancellationToken) is not { } known || known.Owner != Desk.UserOf(turn.Activity))
        {
            await turn.SayAsync(Say.NoSuchCase, language, cancellationToken);
            return;
        }

        var answer = await cases.AnswerAsync(
            turn.Activity, new CardSubmission(Verbs.CasePost, code, "", -1, "", inputs), cancellationToken);
        var file = await desk.Files.FindAsync(code, cancellationToken);
        if (answer.Card is null)
        {
            await turn.SayAsync(answer.Refusal, language, cancellationToken);
        }
        else if (file?.Post is { } again && inputs[PostRequest.StageId].Length > 0)
        {
            await turn.SayAsync(BoardWords.Where(again, (await directory.RulesOfAsync(again.Channel, cancellationToken)).Name), language, cancellationToken);
        }
        else if (file?.Post is { } post && post.Channel == channel && inputs[PostRequest.SessionId] == NodaTime.Text.LocalDatePattern.Iso.Format(post.Session))
        {
            var where = BoardWords.Where(post, boards.First(known => known.Id == post.Channel).Name).In(language);
            await turn.SayAsync(post.Unanswered is null ? where : $"{where}\n\n{BoardWords.HowToPostAgain.In(language)}", cancellationToken);
        }
        else
        {
            var errors = new PostRequest(channel, inputs[PostRequest.SessionId], inputs[PostRequest.QuestionId], "").Read(boards, "", desk.Files.Today).Errors;
            await turn.SayAsync(
                string.Join("\n\n", errors.Values.Select(error => "⚠ " + error.In(language)).Append(BoardWords.HowToPost.In(language) + Boards(boards, language))),
                cancellationToken);
        }
    }

    private static string Boards(IReadOnlyList<BoardChannel> boards, Language language) => boards.Count < 2 ? "" :
        (language == Language.French ? " canal=" : " channel=") + string.Join(" / ", boards.Select(board => board.Name));

    /// <summary>The day of a session, typed in any way that a date may be typed.</summary>
    private static string Session(string typed) =>
        DateReader.Read(typed) is Answer.Understood { Value: NodaTime.LocalDate date } ? NodaTime.Text.LocalDatePattern.Iso.Format(date) : typed;

    private async Task<string> LineAsync(string code, CaseFile? file, Language language, CancellationToken cancellationToken)
    {
        try
        {
            return file is null ? Say.Illegible(code).In(language) : await LineAsync(file, language, cancellationToken);
        }
        catch (CaseUnreadableException)
        {
            // What the board keeps of it.
            return Say.Illegible(code).In(language);
        }
    }

    private async Task<string> LineAsync(CaseFile file, Language language, CancellationToken cancellationToken)
    {
        var (state, where) = await cases.StandingOfAsync(file, language, cancellationToken);
        var verdict = file.Status is not CaseStatus.Finished ? (Phrase?)null
            : desk.Bedside.IsSuspended ? SuspensionWords.Withheld
            : desk.Assessor.Assess(file.Facts, desk.Files.Today).Label;
        var since = NodaTime.Instant.FromDateTimeOffset(file.StartedAt).InZone(desk.Settings.Zone).Date;
        string?[] parts =
        [
            $"**{file.Code}**{SectionCard.LabelOf(file)}",
            state.In(language),
            verdict?.In(language),
            CaseListWords.Age(since, desk.Files.Today).In(language),
            where,
        ];
        return string.Join(" — ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
