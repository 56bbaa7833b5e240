using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;
using NodaTime.Text;

namespace CimentoBot.Conversation.Cards;

/// <summary>The form and the preview of a post to the board.</summary>
internal static class PostCards
{
    /// <summary>The form. Where no session was given it proposes the next meeting of the board that is meant.</summary>
    public static AdaptiveCard Form(
        CaseFile file,
        PostRequest request,
        IReadOnlyDictionary<string, Phrase> errors,
        IReadOnlyList<BoardChannel> boards,
        IReadOnlyList<NextMeeting> meetings,
        Language language)
    {
        var board = boards.Any(known => known.Id == request.Board) ? request.Board : boards.Count == 1 ? boards[0].Id : null;
        var card = CardKit.Card(file, language, BoardWords.FormTitle.In(language) + ".");
        card.Body.Add(CardKit.Title(BoardWords.FormTitle.In(language)));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        AddInput(card, errors, language, new AdaptiveChoiceSetInput
        {
            Id = PostRequest.BoardId,
            Label = BoardWords.Board.In(language),
            Choices = [.. boards.Select(known => new AdaptiveChoice { Title = known.Name, Value = known.Id })],
            Value = board,
        });
        AddInput(card, errors, language, new AdaptiveDateInput
        {
            Id = PostRequest.SessionId,
            Label = BoardWords.Session.In(language),
            Value = request.Session.Length == 0 ? Proposed(board, meetings) : Shown(request.Session, LocalDatePattern.Iso.Parse(request.Session).Success),
        });
        card.Body.AddRange(meetings.Select(meeting => CardKit.Note(SettingsWords.Meeting(meeting).In(language))));
        AddInput(card, errors, language, new AdaptiveTextInput
        {
            Id = PostRequest.QuestionId,
            Label = BoardWords.Question.In(language),
            IsMultiline = true,
            Value = Shown(request.Question, IdentityGuard.Find(request.Question) is null),
        });
        card.Actions.Add(CardKit.Execute(BoardWords.Preview, Verbs.CasePost, file, language, new() { [PostRequest.StageId] = PostRequest.PreviewStage }));
        card.Actions.Add(Plain(CardKit.Execute(BoardWords.BackToVerdict, Verbs.CaseShow, file, language)));
        return card;
    }

    public static AdaptiveCard Preview(CaseFile file, AdaptiveCard board, BoardPost post, Language language)
    {
        var card = CardKit.Card(file, language, BoardWords.Preview.In(language) + ".");
        card.Body.Add(CardKit.Box(AdaptiveContainerStyle.Accent, CardKit.Text(BoardWords.PreviewNote.In(language))));
        card.Body.AddRange(board.Body);
        card.FallbackText = board.FallbackText;
        var data = new JObject
        {
            [PostRequest.BoardId] = post.Channel,
            [PostRequest.SessionId] = LocalDatePattern.Iso.Format(post.Session),
            [PostRequest.QuestionId] = post.Question,
        };
        card.Actions.Add(CardKit.Execute(BoardWords.Publish, Verbs.CasePost, file, language, data));
        var again = (JObject)data.DeepClone();
        again[PostRequest.StageId] = PostRequest.FormStage;
        card.Actions.Add(CardKit.Execute(BoardWords.BackToForm, Verbs.CasePost, file, language, again));
        card.Actions.Add(CardKit.Execute(BoardWords.BackToVerdict, Verbs.CaseShow, file, language));
        return card;
    }

    /// <summary>The day of the next meeting, where it is clear which board is meant.</summary>
    private static string? Proposed(string? board, IReadOnlyList<NextMeeting> meetings) =>
        meetings.FirstOrDefault(meeting => meeting.Channel == board) is { } next ? LocalDatePattern.Iso.Format(next.At.Date) : null;

    /// <summary>What was given, unless it may not be shown again.</summary>
    private static string? Shown(string given, bool may) => given.Length > 0 && may ? given : null;

    private static AdaptiveExecuteAction Plain(AdaptiveExecuteAction action)
    {
        action.AssociatedInputs = AdaptiveAssociatedInputs.None;
        return action;
    }

    private static void AddInput(AdaptiveCard card, IReadOnlyDictionary<string, Phrase> errors, Language language, AdaptiveInput input)
    {
        card.Body.Add(input);
        if (errors.TryGetValue(input.Id, out var error))
        {
            card.Body.Add(CardKit.FieldError(input.Id, error, language));
        }
    }
}
