using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>An absolute contraindication, said as soon as it is known, with the choice to finish or to go on.</summary>
internal static class EarlyDecisionCard
{
    public static AdaptiveCard Of(CaseFile file, CaseAssessment assessment, Language language)
    {
        var card = CardKit.Card(file, language, string.Join(" ", Statements(assessment, language).Prepend(Effect.Contraindicated.Label().In(language) + ".")));
        card.Body.Add(CardKit.Box(
            AdaptiveContainerStyle.Attention,
            [CardKit.Title(Effect.Contraindicated.Label().In(language)), .. Statements(assessment, language).Select(CardKit.Text)]));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        card.Body.Add(new AdaptiveActionSet { Actions = [CardKit.Submit(Say.Correct, Verbs.Back, file, language)] });
        card.Body.Add(CardKit.Text(Say.EarlyChoice.In(language)));
        card.Body.Add(CardKit.Note(VerdictView.EditionIn(language) + "."));
        card.Actions.Add(CardKit.Submit(Say.GoOn, Verbs.Answer, file, language));
        card.Actions.Add(CardKit.Submit(Say.FinishNow, Verbs.Finish, file, language));
        return card;
    }

    /// <summary>Urgent findings first, then what contraindicates.</summary>
    public static IEnumerable<string> Statements(CaseAssessment assessment, Language language) => assessment.Findings
        .Where(finding => finding.Rule.Urgent || finding.Rule.Effect is Effect.Contraindicated)
        .Select(finding => $"{(finding.Rule.Urgent ? VerdictView.Urgency : "")}{finding.Rule.Statement.In(language)}");
}
