using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Eligibility.Facts;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation.Cards;

/// <summary>What a member sees who is about to sign or to close; nobody else's card changes.</summary>
internal static class BoardForms
{
    /// <summary>A signature under the holds.</summary>
    public static AdaptiveCard SignOff(BoardView view, Language language)
    {
        var card = Form(view, BoardWords.SignTitle, language);
        card.Body.AddRange(view.Verdict.Schedule.Rows.Select(row => CardKit.Text(
            string.Join(" · ", new[] { $"**{row.Name}**", row.Day, row.Statement }.Where(part => part.Length > 0)))));
        card.Body.Add(BoardCard.ChoiceInput(SignOffRequest.RoleId, BoardWords.Role, BoardChoices.Roles, language));
        card.Body.Add(BoardCard.ChoiceInput(SignOffRequest.OutcomeId, BoardWords.Outcome, BoardChoices.Outcomes, language));
        card.Body.Add(new AdaptiveTextInput { Id = SignOffRequest.ReasonId, Label = BoardWords.ReasonOrCorrection.In(language), IsMultiline = true });
        return With(card, view, BoardWords.Sign, Verbs.BoardSignOff, language, new() { [SignOffRequest.HoldsId] = view.Holds });
    }

    /// <summary>The decision.</summary>
    public static AdaptiveCard Closing(BoardView view, Language language)
    {
        var card = Form(view, BoardWords.CloseTitle, language);
        card.Body.Add(BoardCard.ChoiceInput(ClosingRequest.DecisionId, BoardWords.Decision, BoardChoices.Decisions, language));
        card.Body.Add(BoardCard.ChoiceInput(ClosingRequest.ReasonId, BoardWords.Deviation, BoardChoices.Reasons, language));
        card.Body.Add(new AdaptiveDateInput { Id = ClosingRequest.PlannedAtId, Label = BoardWords.PlannedAt.In(language) });
        card.Body.Add(new AdaptiveTextInput { Id = ClosingRequest.TextId, Label = BoardWords.DecisionText.In(language), IsMultiline = true });
        return With(card, view, BoardWords.RecordDecision, Verbs.BoardClose, language);
    }

    private static AdaptiveCard Form(BoardView view, Phrase title, Language language)
    {
        var card = CardKit.Card(view.File, language, VerdictCard.Fallback(view.Verdict));
        card.Body.Add(CardKit.Title(title.In(language)));
        card.Body.Add(CardKit.Note($"{view.Verdict.Label} · {view.Verdict.CaseLine}"));
        return card;
    }

    private static AdaptiveCard With(AdaptiveCard card, BoardView view, Phrase title, string verb, Language language, JObject? shown = null)
    {
        var act = BoardCard.Act(title, verb, view, language, takesInputs: true);
        ((JObject)act.Data).Merge(shown);
        card.Actions.Add(act);
        card.Actions.Add(BoardCard.Act(BoardWords.BackToCard, Verbs.BoardShow, view, language));
        return card;
    }
}
