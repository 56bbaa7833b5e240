using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Cards;

/// <summary>The case as the board's channel sees it, in the board's language: verdict, decision, opinions and signatures, and what can be done.</summary>
internal static class BoardCard
{
    /// <summary>The latest opinions are shown in words, these many; the counts are of all.</summary>
    private const int MostWords = 4;

    private const int LongestComment = 200;

    /// <summary>The card in the channel.</summary>
    public static AdaptiveCard Of(BoardView view, IReadOnlyList<string> papers, Language language)
    {
        var board = view.Board;
        var card = Before(view.File, view.Verdict, board.Session, board.Current.Question, language, BoardWords.StateLine(board).In(language));
        card.Body.InsertRange(2, [.. Decision(view, language), .. Opinions(board, language), .. Signatures(view, language), .. Reminders(board, language)]);
        card.Body.AddRange(papers.Select(CardKit.Text));
        if (board.Stage is BoardStage.Suspended)
        {
            return card;
        }

        if (board.Stage is not BoardStage.Closed)
        {
            card.Body.AddRange(OpinionForm(view, language));
        }

        if (view.Holds.Length > 0 && board.Standing is not { Accepts: false })
        {
            card.Actions.Add(Act(BoardWords.SignHolds, Verbs.BoardSignOff, view, language));
        }

        card.Actions.Add(board.Stage is BoardStage.Closed
            ? Act(BoardWords.Reopen, Verbs.BoardReopen, view, language)
            : Act(BoardWords.CloseCase, Verbs.BoardClose, view, language));
        return card;
    }

    /// <summary>The same card before anybody has seen it.</summary>
    public static AdaptiveCard Preview(CaseFile file, VerdictView view, BoardPost post, Language language) =>
        Before(file, view, post.Session, post.Question, language, file.Code);

    public static string Summary(CaseFile file, VerdictView view, NodaTime.LocalDate session, Language language) =>
        $"{VerdictCard.Summary(file, view)} — {BoardWords.SessionLine(session).In(language)}";

    /// <summary>A button that says which presentation it is about; only some take what was filled in.</summary>
    internal static AdaptiveExecuteAction Act(Phrase title, string verb, BoardView view, Language language, bool takesInputs = false)
    {
        var action = CardKit.Execute(title, verb, view.File, language, new JObject { ["revision"] = view.Board.Current.Number });
        if (!takesInputs)
        {
            action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        }

        return action;
    }

    internal static AdaptiveChoiceSetInput ChoiceInput<T>(string id, Phrase label, IEnumerable<BoardChoice<T>> choices, Language language)
        where T : struct, Enum => new()
        {
            Id = id,
            Label = label.In(language),
            Placeholder = Wording.Say.Choose.In(language),
            Choices = [.. choices.Select(choice => new AdaptiveChoice { Title = choice.Title.In(language), Value = choice.Id })],
        };

    private static AdaptiveCard Before(
        CaseFile file, VerdictView view, NodaTime.LocalDate session, string question, Language language, string state)
    {
        var card = CardKit.Card(file, language, VerdictCard.Fallback(view));
        var body = VerdictCard.Body(view, language).ToList();
        body.Insert(1, CardKit.Box(AdaptiveContainerStyle.Accent, Head(session, question, language, state)));
        card.Body.AddRange(body);
        return card;
    }

    private static IEnumerable<AdaptiveElement> Head(NodaTime.LocalDate session, string question, Language language, string state)
    {
        yield return CardKit.Text($"**{BoardWords.SessionLine(session).In(language)}**");
        yield return CardKit.Note(state);
        if (question.Length > 0)
        {
            yield return CardKit.Text(BoardWords.QuestionLine(CardKit.Plain(question)).In(language));
        }
    }

    private static IEnumerable<AdaptiveElement> Decision(BoardView view, Language language)
    {
        if (view.CheckLine(language) is { } check)
        {
            yield return CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(check));
        }

        if (view.Board.Standing is not { } closing)
        {
            yield break;
        }

        yield return CardKit.Box(
            closing.Accepts ? AdaptiveContainerStyle.Good : AdaptiveContainerStyle.Attention,
            [
                CardKit.Text($"**{BoardWords.DecisionLine(closing).In(language)}**"),
                .. closing.Presentation == view.Board.Current.Number ? (IEnumerable<AdaptiveElement>)[] : [CardKit.Note(BoardWords.OnEarlierVersion.In(language))],
                .. closing.Text.Length == 0 ? (IEnumerable<AdaptiveElement>)[] : [CardKit.Text(CardKit.Plain(closing.Text))],
            ]);
    }

    private static IEnumerable<AdaptiveElement> Opinions(BoardCase board, Language language)
    {
        var opinions = board.LastOpinions.ToList();
        yield return CardKit.Heading(FormattableString.Invariant($"{BoardWords.Opinions.In(language)} ({opinions.Count})"));
        if (opinions.Count == 0)
        {
            yield return CardKit.Note(BoardWords.NoOpinion.In(language));
            yield break;
        }

        var colon = language == Language.French ? " : " : ": ";
        yield return CardKit.Text(string.Join(" · ", BoardChoices.Opinions.Select(choice =>
            FormattableString.Invariant($"{choice.Title.In(language)}{colon}{opinions.Count(opinion => opinion.Value == choice.Value)}"))));
        foreach (var opinion in opinions.TakeLast(MostWords).Reverse())
        {
            yield return CardKit.Note(Line(opinion, board, language));
        }
    }

    private static string Line(Opinion opinion, BoardCase board, Language language)
    {
        var who = opinion.Specialty is { } specialty ? BoardChoices.Specialties.TitleOf(specialty) : BoardWords.SpecialtyNotSaid;
        var words = opinion.Comment.Length == 0 ? "" : $" — {CardKit.Plain(Shortened.WithEllipsis(opinion.Comment, LongestComment))}";
        var earlier = opinion.Presentation == board.Current.Number ? "" : $" _({BoardWords.OnEarlierVersion.In(language)})_";
        return $"**{who.In(language)}** · {BoardChoices.Opinions.TitleOf(opinion.Value).In(language)}{words}{earlier}";
    }

    private static IEnumerable<AdaptiveElement> Signatures(BoardView view, Language language)
    {
        if (view.Holds.Length == 0)
        {
            yield break;
        }

        yield return CardKit.Heading(BoardWords.Signatures.In(language));
        var colon = language == Language.French ? " : " : ": ";
        foreach (var role in BoardChoices.Roles)
        {
            var signed = view.Board.SignOffOf(role.Value, view.Holds);
            var said = signed is null ? BoardWords.NotSigned : BoardChoices.Outcomes.TitleOf(signed.Outcome);
            var reason = signed is { Reason.Length: > 0 } ? $" — {CardKit.Plain(signed.Reason)}" : "";
            yield return CardKit.Text($"**{role.Title.In(language)}**{colon}{said.In(language)}{reason}");
        }
    }

    private static IEnumerable<AdaptiveElement> Reminders(BoardCase board, Language language) =>
        board.RemindersUnanswered is var number and > 0 ? [CardKit.Note(BoardWords.RemindersUnanswered(number).In(language))] : [];

    /// <summary>The button stands under its inputs: three beside one another are cut off on a phone.</summary>
    private static IEnumerable<AdaptiveElement> OpinionForm(BoardView view, Language language) =>
    [
        ChoiceInput(OpinionRequest.ValueId, BoardWords.MyOpinion, BoardChoices.Opinions, language),
        ChoiceInput(OpinionRequest.SpecialtyId, BoardWords.MySpecialty, BoardChoices.Specialties, language),
        new AdaptiveTextInput { Id = OpinionRequest.CommentId, Label = BoardWords.Comment.In(language) },
        new AdaptiveActionSet { Actions = [Act(BoardWords.GiveOpinion, Verbs.BoardOpinion, view, language, takesInputs: true)] },
    ];
}
