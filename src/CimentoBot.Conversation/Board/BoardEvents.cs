using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CimentoBot.Conversation.Board;

/// <summary>What Teams says of its own accord: the bot came into a team or went, a channel came or went, somebody left, a card was liked.</summary>
public sealed class BoardEvents(
    BoardDirectory directory, BoardRoster roster, BoardCases boards, BoardThread thread, IOutbox outbox, OutboxBell bell, TimeProvider clock)
{
    /// <summary>The bot is in a team: its channels are known, and cases that waited for it go on.</summary>
    public async Task AddedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        await directory.LearnAsync(turn, cancellationToken);
        foreach (var channel in await directory.ChannelsOfAsync(TeamOf(turn.Activity), cancellationToken))
        {
            await MoveAsync(channel, BoardTrigger.Resume, cancellationToken);
        }
    }

    /// <summary>The bot is no longer in a team: its cases wait until it is added again.</summary>
    public async Task RemovedAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        var team = TeamOf(turn.Activity);
        foreach (var channel in await directory.ChannelsOfAsync(team, cancellationToken))
        {
            await MoveAsync(channel, BoardTrigger.Suspend, cancellationToken);
        }

        await directory.ForgetTeamAsync(team, cancellationToken);
    }

    /// <summary>A channel is there; an event that names none tells nothing.</summary>
    public async Task IsThereAsync(ChannelInfo? channel, TeamInfo? team, CancellationToken cancellationToken)
    {
        if (channel?.Id is null)
        {
            return;
        }

        await directory.KnowAsync(channel, team, cancellationToken);
        await MoveAsync(channel.Id, BoardTrigger.Resume, cancellationToken);
    }

    /// <summary>A channel is gone; an event that names none tells nothing.</summary>
    public async Task IsGoneAsync(ChannelInfo? channel, TeamInfo? team, CancellationToken cancellationToken)
    {
        if (channel?.Id is null)
        {
            return;
        }

        await directory.ForgetAsync(channel, team, cancellationToken);
        await MoveAsync(channel.Id, BoardTrigger.Suspend, cancellationToken);
    }

    /// <summary>People left the team.</summary>
    public Task WentAsync(IActivity activity, IEnumerable<ChannelAccount> people, CancellationToken cancellationToken) =>
        roster.RemoveAsync(activity, people, cancellationToken);

    /// <summary>Somebody reacted to a message of a thread.</summary>
    public async Task ReactedAsync(IActivity activity, CancellationToken cancellationToken)
    {
        if (await thread.FindAsync(activity.Conversation.Id, cancellationToken) is { } code)
        {
            await outbox.AddAsync([OutboxMessage.New(code, BoardDesk.RewriteKind, clock.GetUtcNow())], cancellationToken);
            bell.Ring();
        }
    }

    private static string TeamOf(IActivity activity) => activity.TeamsGetTeamInfo()?.Id ?? "";

    /// <summary>Suspends the cases of a channel, or lets them go on.</summary>
    private async Task MoveAsync(string channel, BoardTrigger trigger, CancellationToken cancellationToken)
    {
        foreach (var code in await boards.CodesAsync(channel, cancellationToken))
        {
            await boards.ChangeIfReadableAsync(
                code,
                board => trigger is BoardTrigger.Resume ? board!.ResumedFrom(SuspensionCause.Channel) : board!.SuspendedBy(SuspensionCause.Channel),
                board => trigger is BoardTrigger.Resume ? [OutboxMessage.New(board.Code, BoardDesk.RewriteKind, clock.GetUtcNow())] : [],
                cancellationToken);
        }

        bell.Ring();
    }
}
