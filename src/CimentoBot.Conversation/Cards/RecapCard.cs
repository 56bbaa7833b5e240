using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>What an answered card turns into: what was understood, read only.</summary>
internal static class RecapCard
{
    public static AdaptiveCard Of(CaseFile file, Section section, Bedside bedside, Language language)
    {
        var card = CardKit.Card(file, language, section.Title.In(language) + ".");
        card.Body.Add(CardKit.Heading($"✓ {section.Title.In(language)}"));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        card.Body.AddRange(Lines(Recap.Of(section, file, bedside), language));
        return card;
    }

    /// <summary>An early decision or a review that was passed: the review keeps what it showed, without its buttons.</summary>
    public static AdaptiveCard Acknowledged(CaseFile file, Bedside bedside, Language language)
    {
        var title = (file.Step == Itinerary.Early ? Say.EarlyTitle : Say.ReviewTitle).In(language);
        var card = CardKit.Card(file, language, title + ".");
        card.Body.Add(CardKit.Heading($"✓ {title}"));
        card.Body.Add(CardKit.Note(file.Code + SectionCard.LabelOf(file)));
        if (file.Step == Itinerary.Review)
        {
            foreach (var (section, lines) in ReviewView.Of(file, bedside).Sections)
            {
                card.Body.Add(CardKit.Heading(section.Title.In(language)));
                card.Body.AddRange(Lines(lines, language));
            }
        }

        return card;
    }

    /// <summary>A card that a later one stands for.</summary>
    public static AdaptiveCard Replaced(CaseFile file, Language language)
    {
        var card = CardKit.Card(file, language, Say.Replaced.In(language));
        card.Body.Add(CardKit.Note($"{file.Code} · {Say.Replaced.In(language)}"));
        return card;
    }

    /// <summary>Lines that stay legible at 320 px: a label and its value under one another rather than beside.</summary>
    public static IEnumerable<AdaptiveElement> Lines(IEnumerable<RecapLine> lines, Language language) =>
        lines.Select(line => new AdaptiveTextBlock(CardKit.Unbroken($"{line.Label.In(language)}{(language == Language.French ? " : " : ": ")}**{CardKit.Plain(line.Value.In(language))}**"))
        {
            Wrap = true,
            Spacing = AdaptiveSpacing.Small,
        });
}
