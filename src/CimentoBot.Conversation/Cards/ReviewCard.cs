using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>Everything that was said, what does not fit together, what is missing; any section can be changed from here.</summary>
internal static class ReviewCard
{
    public static AdaptiveCard Of(CaseFile file, Bedside bedside, Language language)
    {
        var view = ReviewView.Of(file, bedside);
        var card = CardKit.Card(file, language, Say.ReviewTitle.In(language) + ".");
        card.Body.Add(CardKit.Title(Say.ReviewTitle.In(language)));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        SectionCard.AddSuspension(card, bedside, language);
        if (view.Checks.Count > 0)
        {
            card.Body.Add(CardKit.Box(
                AdaptiveContainerStyle.Warning,
                [CardKit.Heading(Say.Checks.In(language)), .. view.Checks.Select(check => CardKit.Text(check.In(language)))]));
        }

        foreach (var (section, lines) in view.Sections)
        {
            card.Body.Add(CardKit.Heading(section.Title.In(language)));
            card.Body.AddRange(RecapCard.Lines(lines, language));
            card.Body.Add(new AdaptiveActionSet { Actions = [CardKit.Submit(Say.ChangeSection(section.Title), Verbs.Edit, file, language, section.Id)] });
        }

        AddList(card, Say.StillMissing, view.Missing, language);
        AddList(card, Say.NotUsed, view.NotUsed, language);
        AddNotAsked(card, view.NotAsked, language);
        card.Actions.Add(CardKit.Submit(Say.SeeVerdict, Verbs.Answer, file, language));
        return card;
    }

    private static void AddNotAsked(AdaptiveCard card, IReadOnlyList<Skip> skips, Language language)
    {
        if (skips.Count > 0)
        {
            card.Body.Add(CardKit.Heading(Say.NotAsked.In(language)));
            card.Body.AddRange(skips.Select(skip => CardKit.Note(skip.In(language))));
        }
    }

    private static void AddList(AdaptiveCard card, Phrase title, IReadOnlyList<Phrase> items, Language language)
    {
        if (items.Count > 0)
        {
            card.Body.Add(CardKit.Heading(title.In(language)));
            card.Body.Add(CardKit.Text(string.Join(" · ", items.Select(item => item.In(language)))));
        }
    }
}
