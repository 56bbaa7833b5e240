using System.Globalization;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Board;

/// <summary>What was asked of <c>case.post</c>: a channel, the day of a session, a question.</summary>
/// <param name="Board">The channel's id.</param>
/// <param name="Session">The day, <c>yyyy-MM-dd</c>.</param>
/// <param name="Question">Free text; empty = none.</param>
/// <param name="Stage">What to answer with, where the card says so; empty = post as soon as board and session are given.</param>
/// <param name="Again">For which time a post without an answer is to be made again; null = it is not said.</param>
public sealed record PostRequest(string Board, string Session, string Question, string Stage, int? Again = null)
{
    public const string BoardId = "board";
    public const string SessionId = "session";
    public const string QuestionId = "question";
    public const string StageId = "stage";
    public const string PreviewStage = "preview";
    public const string FormStage = "form";
    public const string AgainStage = "again";
    public const string AgainId = "again";

    private const int LongestQuestion = 500;

    public static PostRequest Of(CardSubmission submission) => new(
        submission.Input(BoardId), submission.Input(SessionId), submission.Input(QuestionId).Trim(), submission.Input(StageId),
        int.TryParse(submission.Input(AgainId), NumberStyles.None, CultureInfo.InvariantCulture, out var again) ? again : null);

    /// <summary>The post that is asked for, or what is still wrong with it. Nothing given yet is no error.</summary>
    public (BoardPost? Post, IReadOnlyDictionary<string, Phrase> Errors) Read(IReadOnlyList<BoardChannel> boards, string serviceUrl, LocalDate today)
    {
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var nothing = Board.Length == 0 && Session.Length == 0 && Question.Length == 0;
        if (boards.All(board => board.Id != Board))
        {
            errors[BoardId] = BoardWords.ChooseABoard;
        }

        var session = LocalDatePattern.Iso.Parse(Session);
        if (!session.Success || session.Value < today || session.Value > Dates.Last)
        {
            errors[SessionId] = BoardWords.ASession;
        }

        if (Question.Length > LongestQuestion)
        {
            errors[QuestionId] = BoardWords.TooLong;
        }
        else if (IdentityGuard.Find(Question) is { } identity)
        {
            errors[QuestionId] = identity;
        }

        return errors.Count == 0 ? (new(Board, session.Value, Question, serviceUrl), errors)
            : (null, nothing ? new Dictionary<string, Phrase>(StringComparer.Ordinal) : errors);
    }
}
