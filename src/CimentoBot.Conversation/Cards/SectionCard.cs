using AdaptiveCards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>A step of the interview: one input a question, each bad answer with its error beside its field.</summary>
internal static class SectionCard
{
    public static AdaptiveCard Of(CaseFile file, StepForm form, Bedside bedside, Language language)
    {
        var asked = Itinerary.All.Where(section => section == form.Section || section.FieldsFor(file, bedside).Count > 0).ToList();
        var place = asked.IndexOf(form.Section) + 1;
        var card = CardKit.Card(file, language, form.Section.Title.In(language) + ".");
        card.Body.Add(CardKit.Title(form.Section.Title.In(language)));
        card.Body.Add(CardKit.Note($"{Say.Step(place, asked.Count + 1).In(language)} · {file.Code}{LabelOf(file)}"));
        AddSuspension(card, bedside, language);
        card.Body.AddRange(StepNotes.Passed(file, form.Section, bedside, language).Select(CardKit.Note));
        card.Body.Add(form.Errors.Count > 0
            ? CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(Say.Mending.In(language)))
            : CardKit.Note(Say.UnknownIsFine.In(language)));
        foreach (var field in form.Fields)
        {
            card.Body.Add(InputFor(field, form.Values.GetValueOrDefault(field.Id), language));
            if (form.Errors.TryGetValue(field.Id, out var error))
            {
                card.Body.Add(CardKit.FieldError(field.Id, error, language));
            }
        }

        card.Actions.Add(CardKit.Submit(Say.Continue, Verbs.Answer, file, language));
        if (form.Section != Itinerary.All[0])
        {
            card.Actions.Add(CardKit.Submit(Say.Back, Verbs.Back, file, language));
        }

        return card;
    }

    /// <summary>On every card of the interview, so that nobody fills it in without knowing.</summary>
    public static void AddSuspension(AdaptiveCard card, Bedside bedside, Language language)
    {
        if (StepNotes.Suspension(bedside, language) is { } line)
        {
            card.Body.Add(CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(line)));
        }
    }

    /// <summary>The lesion's name as it was given, for titles.</summary>
    public static string LabelOf(CaseFile file) =>
        file.Facts.Find(Vocabulary.Label) is { Length: > 0 } label ? $" · {CardKit.Plain(label)}" : "";

    private static AdaptiveInput InputFor(Field field, string? value, Language language)
    {
        value = string.IsNullOrEmpty(value) ? null : value;
        AdaptiveInput input = field.Shape switch
        {
            FieldShape.Choice or FieldShape.Choices => new AdaptiveChoiceSetInput
            {
                Choices = [.. field.Options.Select(option => new AdaptiveChoice { Title = option.Title.In(language), Value = option.Id })],
                IsMultiSelect = field.Shape is FieldShape.Choices,
                Style = field.Shape is FieldShape.Choices || field.AsksBack ? AdaptiveChoiceInputStyle.Expanded : AdaptiveChoiceInputStyle.Compact,
                Placeholder = field.Shape is FieldShape.Choice ? Say.Choose.In(language) : null,
                Wrap = true,
                Value = value,
            },
            FieldShape.Date => new AdaptiveDateInput { Value = value },
            FieldShape.Time => new AdaptiveTimeInput { Value = value },
            FieldShape.Text => new AdaptiveTextInput
            {
                Value = value,
                Placeholder = field.Hint?.In(language),
                IsMultiline = field.MaxLength > 400,
            },
        };
        input.Id = field.Id;
        input.Label = field.Label.In(language);
        return input;
    }
}
