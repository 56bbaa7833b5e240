using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>How a board works, in its language: what stands, to be changed by an owner of the team.</summary>
internal static class SettingsCard
{
    /// <summary>What stands, or what was given and has something wrong beside it.</summary>
    public static AdaptiveCard Of(BoardRules rules, SettingsRequest given, IReadOnlyDictionary<string, Phrase> errors, Language language)
    {
        var card = CardKit.Card(FallbackOf(language));
        card.Body.Add(CardKit.Title(SettingsWords.Title.In(language)));
        card.Body.Add(errors.Count > 0
            ? CardKit.Box(AdaptiveContainerStyle.Warning, CardKit.Text(SettingsWords.ToMend.In(language)))
            : CardKit.Note(SettingsWords.Note.In(language)));
        foreach (var input in Inputs(language))
        {
            Fill(input, SettingsRequest.Standing(rules).Inputs.GetValueOrDefault(input.Id), given.Inputs.GetValueOrDefault(input.Id), errors.ContainsKey(input.Id));
            card.Body.Add(input);
            if (errors.TryGetValue(input.Id, out var error))
            {
                card.Body.Add(CardKit.FieldError(input.Id, error, language));
            }
        }

        if (rules.Meeting.Length > 0 && WeeklyMeeting.Of(rules.Meeting) is null)
        {
            card.Body.Add(CardKit.Note(SettingsWords.OtherMeeting(CardKit.Plain(rules.Meeting)).In(language)));
        }

        card.Actions.Add(CardKit.Execute(SettingsWords.Save, Verbs.BoardSettings, language));
        return card;
    }

    /// <summary>What stands from now on.</summary>
    public static AdaptiveCard Saved(BoardRules rules)
    {
        var card = Of(rules, new(new Dictionary<string, string>(StringComparer.Ordinal)), new Dictionary<string, Phrase>(StringComparer.Ordinal), rules.Language);
        card.Body.Insert(1, CardKit.Box(AdaptiveContainerStyle.Good, CardKit.Text(SettingsWords.Saved.In(rules.Language))));
        return card;
    }

    /// <summary>Where the card cannot be shown, the same is typed.</summary>
    private static string FallbackOf(Language language) => $"{SettingsWords.Title.In(language)}. {SettingsWords.HowTo.In(language)}";

    private static IEnumerable<AdaptiveInput> Inputs(Language language) =>
    [
        new AdaptiveTextInput { Id = SettingsRequest.NameId, Label = SettingsWords.Name.In(language) },
        BoardCard.ChoiceInput(SettingsRequest.LanguageId, SettingsWords.BoardLanguage, SettingsChoices.Languages, language),
        new AdaptiveTextInput { Id = SettingsRequest.QuorumId, Label = SettingsWords.QuorumLabel.In(language), IsMultiline = true },
        BoardCard.ChoiceInput(SettingsRequest.ClosersId, SettingsWords.WhoCloses, SettingsChoices.WhoCloses, language),
        BoardCard.ChoiceInput(SettingsRequest.DayId, SettingsWords.MeetingDay, SettingsChoices.Days, language),
        new AdaptiveTimeInput { Id = SettingsRequest.HourId, Label = SettingsWords.MeetingHour.In(language) },
        BoardCard.ChoiceInput(SettingsRequest.RemindersId, SettingsWords.Reminders, SettingsChoices.Reminders, language),
    ];

    /// <summary>What was given, so that it can be mended, else what stands. A text that seems to identify somebody is not shown again.</summary>
    private static void Fill(AdaptiveInput input, string? standing, string? given, bool isWrong)
    {
        switch (input)
        {
            case AdaptiveTextInput text:
                text.Value = given is { Length: > 0 } && IdentityGuard.Find(given) is null ? given : standing;
                break;
            case AdaptiveTimeInput time:
                time.Value = isWrong || given is not { Length: > 0 } ? standing : given;
                break;
            case AdaptiveChoiceSetInput choice:
                choice.Value = choice.Choices.Exists(one => one.Value == given) ? given : standing;
                break;
        }
    }
}
