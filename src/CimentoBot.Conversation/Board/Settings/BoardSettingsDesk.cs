using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Board.Settings;

/// <summary>The verb of a board's settings. What an owner of the team says makes a channel a board, and says how it works; nobody else changes anything.</summary>
public sealed class BoardSettingsDesk(
    BoardDirectory directory, BoardRoster roster, BoardCases boards, IOutbox outbox, OutboxBell bell, TimeProvider clock)
{
    private const string GroupChat = "groupChat";

    /// <summary>Answers the verb, or its typed form: with the card while nothing is given or something is wrong with it.</summary>
    /// <returns>The answer, and the rules that were saved; null = none.</returns>
    internal async Task<(CaseAnswer Answer, BoardRules? Saved)> AnswerAsync(ITurnContext turn, CardSubmission submission, CancellationToken cancellationToken)
    {
        if (ChannelOf(turn.Activity) is not { } channel)
        {
            return (CaseAnswer.Refused(409, SettingsWords.OnlyInAChannel), null);
        }

        if (await RefusalAsync(turn, cancellationToken) is { } refused)
        {
            return (refused, null);
        }

        var before = await directory.RulesOfAsync(channel, cancellationToken);
        var request = SettingsRequest.Of(submission);
        var (rules, errors) = request.Read(before);
        if (rules is null || request.IsEmpty)
        {
            return (Shown(SettingsCard.Of(before, request, errors, before.Language), errors.Count > 0 ? SettingsWords.ToMend : SettingsWords.Title, before.Language), null);
        }

        await directory.SetAsync(turn.Activity, channel, rules, cancellationToken);
        await RewriteCardsAsync(channel, before, rules, cancellationToken);
        var answer = Shown(SettingsCard.Saved(rules), SettingsWords.Saved, rules.Language);
        await turn.RewriteAsync(turn.Activity.ReplyToId, answer.Card!, answer.Summary, cancellationToken);
        return (answer, rules);
    }

    /// <summary>The channel that is meant; null in a chat, which cannot be a board.</summary>
    private static string? ChannelOf(Activity activity) =>
        Desk.IsPrivate(activity) || activity.Conversation.ConversationType == GroupChat ? null : BoardDesk.ChannelOf(activity);

    private async Task<CaseAnswer?> RefusalAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var (member, refusal) = await roster.AdmitAsync(turn, cancellationToken);
        return member is not null && BoardRoster.IsOwner(member) ? null
            : refusal is { Status: 409 } ? refusal
            : CaseAnswer.Refused(403, SettingsWords.OnlyOwners);
    }

    /// <summary>Cards in the channel speak the board's language.</summary>
    private async Task RewriteCardsAsync(string channel, BoardRules before, BoardRules now, CancellationToken cancellationToken)
    {
        if (before.Language == now.Language)
        {
            return;
        }

        var codes = await boards.CodesAsync(channel, cancellationToken);
        await outbox.AddAsync([.. codes.Select(code => OutboxMessage.New(code, BoardDesk.RewriteKind, clock.GetUtcNow()))], cancellationToken);
        bell.Ring();
    }

    private static CaseAnswer Shown(AdaptiveCards.AdaptiveCard card, Phrase summary, Language language) => new(card, summary.In(language));
}
