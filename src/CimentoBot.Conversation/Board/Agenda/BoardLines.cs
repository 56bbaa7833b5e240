using CimentoBot.Conversation.Cards;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Board.Agenda;

/// <summary>What was said and signed of a case, in lines.</summary>
internal static class BoardLines
{
    /// <summary>The board's card in text alone, in the language of whoever asks.</summary>
    public static string TextOf(BoardView view, Language language)
    {
        var colon = language == Language.French ? " : " : ": ";
        var board = view.Board;
        var lines = Opinions(board, board.Current.Number, DateTimeOffset.MaxValue).Concat(Signatures(board, view.Holds, DateTimeOffset.MaxValue))
            .Select(line => CardKit.Plain($"{line.Title.In(language)}{colon}{line.Text.In(language)}"));
        string[] head =
        [
            BoardWords.SessionLine(board.Session).In(language),
            BoardWords.StateLine(board).In(language),
            board.Current.Question.Length == 0 ? "" : BoardWords.QuestionLine(CardKit.Plain(FreeText.OnALine(board.Current.Question))).In(language),
            view.CheckLine(language) ?? "",
            board.Standing is { } closing ? BoardWords.DecisionLine(closing).In(language) : "",
            board.Standing is { Text.Length: > 0 } closed ? CardKit.Plain(closed.Text) : "",
            board.RemindersUnanswered is var number and > 0 ? BoardWords.RemindersUnanswered(number).In(language) : "",
        ];
        return VerdictText.Of(view.Verdict, string.Join("\n\n", head.Where(part => part.Length > 0).Concat(lines)), language);
    }

    /// <summary>The opinions that stood at a moment: how many there were of each, then what each specialty said.</summary>
    /// <param name="board">The case.</param>
    /// <param name="presentation">The presentation that they should be about.</param>
    /// <param name="at">The moment.</param>
    public static IEnumerable<MinutesLine> Opinions(BoardCase board, int presentation, DateTimeOffset at)
    {
        var opinions = board.Opinions.Where(opinion => opinion.At <= at).GroupBy(opinion => opinion.By).Select(of => of.Last()).ToList();
        yield return new(BoardWords.Opinions, opinions.Count == 0 ? MinutesWords.NoOpinion : MinutesWords.Joined(" · ", Counts(opinions)));
        foreach (var specialty in opinions.GroupBy(opinion => opinion.Specialty).OrderBy(of => of.Key is null).ThenBy(of => of.Key))
        {
            var who = specialty.Key is { } known ? BoardChoices.Specialties.TitleOf(known) : BoardWords.SpecialtyNotSaid;
            var words = specialty.Where(opinion => opinion.Comment.Length > 0).Select(opinion => MinutesWords.Quoted(opinion.Comment));
            var earlier = specialty.Any(opinion => opinion.Presentation != presentation) ? new[] { MinutesWords.OnEarlierVersion } : [];
            yield return new(MinutesWords.OpinionsOf(who), MinutesWords.Joined(" — ", [MinutesWords.Joined(" · ", Counts([.. specialty])), .. words, .. earlier]));
        }
    }

    /// <summary>Each role's last word at a moment, and whether it was about other holds than these; a refusal stands on whatever day.</summary>
    /// <param name="board">The case.</param>
    /// <param name="holds">The fingerprint of the holds; empty = none, null = it is not known any more.</param>
    /// <param name="at">The moment.</param>
    public static IEnumerable<MinutesLine> Signatures(BoardCase board, string? holds, DateTimeOffset at)
    {
        foreach (var role in BoardChoices.Roles)
        {
            if (board.SignOffs.LastOrDefault(signed => signed.Role == role.Value && signed.At <= at) is { } signed)
            {
                var said = MinutesWords.Said(BoardChoices.Outcomes.TitleOf(signed.Outcome), signed.Reason);
                yield return new(
                    MinutesWords.SignatureOf(role.Title),
                    signed.Holds == holds || signed.Outcome is SignOutcome.Refused || holds is null ? said : MinutesWords.Joined(" — ", [said, MinutesWords.OnOtherHolds]));
            }
        }
    }

    private static IEnumerable<Phrase> Counts(IReadOnlyCollection<Opinion> opinions) => BoardChoices.Opinions
        .Select(choice => (choice.Title, Count: opinions.Count(opinion => opinion.Value == choice.Value)))
        .Where(of => of.Count > 0)
        .Select(of => MinutesWords.Counted(of.Title, of.Count));
}
