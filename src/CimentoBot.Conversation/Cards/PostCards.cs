using AdaptiveCards;
using CimentoBot.Conversation.Board;
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
    public static AdaptiveCard Form(
        CaseFile file, PostRequest request, IReadOnlyDictionary<string, Phrase> errors, IReadOnlyList<BoardChannel> boards, Language language)
    {
        var card = CardKit.Card(file, language, BoardWords.FormTitle.In(language) + ".");
        card.Body.Add(CardKit.Title(BoardWords.FormTitle.In(language)));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        AddInput(card, errors, language, new AdaptiveChoiceSetInput
        {
            Id = PostRequest.BoardId,
            Label = BoardWords.Board.In(language),
            Choices = [.. boards.Select(board => new AdaptiveChoice { Title = board.Name, Value = board.Id })],
            Value = boards.Any(board => board.Id == request.Board) ? request.Board : boards.Count == 1 ? boards[0].Id : null,
        });
        AddInput(card, errors, language, new AdaptiveDateInput
        {
            Id = PostRequest.SessionId,
            Label = BoardWords.Session.In(language),
            Value = Shown(request.Session, LocalDatePattern.Iso.Parse(request.Session).Success),
        });
        AddInput(card, errors, language, new AdaptiveTextInput
        {
            Id = PostRequest.QuestionId,
            Label = BoardWords.Question.In(language),
            IsMultiline = true,
            Value = Shown(request.Question, IdentityGuard.Find(request.Question) is null),
        });
        card.Actions.Add(CardKit.Execute(BoardWords.Preview, Verbs.CasePost, file, language, new() { ["stage"] = PostRequest.PreviewStage }));
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
        again["stage"] = PostRequest.FormStage;
        card.Actions.Add(CardKit.Execute(BoardWords.BackToForm, Verbs.CasePost, file, language, again));
        card.Actions.Add(CardKit.Execute(BoardWords.BackToVerdict, Verbs.CaseShow, file, language));
        return card;
    }

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
