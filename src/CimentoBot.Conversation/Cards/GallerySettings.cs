using AdaptiveCards;
using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>The gallery's settings of a board.</summary>
internal static class GallerySettings
{
    public static IEnumerable<(string Name, AdaptiveCard Card)> Cards(Language language)
    {
        var rules = new BoardRules("RCP os", language, Quorum.Usual, OwnersClose: true, "0 14 * * 4", RemindsThread: false);
        yield return ("settings", Of(rules));
        yield return ("settings-saved", SettingsCard.Saved(rules with
        {
            Name = "RCP os, rachis et bassin (CHU)",
            Quorum = new(3, [Specialty.Radiology, Specialty.Radiotherapy, Specialty.PainMedicine]),
            Meeting = "30 8 1,15 * *",
            RemindsThread = true,
        }));
        yield return ("settings-errors", Of(
            rules,
            (SettingsRequest.NameId, "[RCP](https://exemple.test)"),
            (SettingsRequest.LanguageId, "latin"),
            (SettingsRequest.QuorumId, "douze"),
            (SettingsRequest.ClosersId, "?"),
            (SettingsRequest.DayId, "demain"),
            (SettingsRequest.HourId, "25:00"),
            (SettingsRequest.RemindersId, "?")));
    }

    private static AdaptiveCard Of(BoardRules rules, params (string Id, string Value)[] given)
    {
        var request = new SettingsRequest(given.ToDictionary(pair => pair.Id, pair => pair.Value, StringComparer.Ordinal));
        return SettingsCard.Of(rules, request, request.Read(rules).Errors, rules.Language);
    }
}
