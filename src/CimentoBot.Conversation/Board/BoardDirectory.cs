using System.Text.Json;
using System.Text.Json.Serialization;
using CimentoBot.Conversation.Board.Settings;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Eligibility.Facts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using NodaTime;

namespace CimentoBot.Conversation.Board;

/// <summary>How a board works: as the hospital configured it, or as an owner of the team said in the channel.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Language">The language of its cards.</param>
/// <param name="Quorum">What makes a board (RCP).</param>
/// <param name="OwnersClose">Whether owners alone may close and reopen.</param>
/// <param name="Meeting">When it meets, as cron; empty = not said.</param>
/// <param name="RemindsThread">Whether reminders of holds go to the thread too.</param>
public sealed record BoardRules(string Name, Language Language, Quorum Quorum, bool OwnersClose, string Meeting, bool RemindsThread);

/// <summary>A channel that the bot was added to.</summary>
internal sealed record KnownChannel
{
    /// <summary>As Teams calls it; the General channel has none.</summary>
    public string Name { get; init; } = "";

    /// <summary>False once the channel was deleted, or the bot taken out of its team.</summary>
    public bool IsThere { get; init; } = true;

    /// <summary>The rules that an owner gave it, which make it a board; null = none.</summary>
    public BoardRules? Rules { get; init; }
}

/// <summary>The channels that can be boards: those that the hospital configured, and those of teams that the bot was added to where an owner said so.</summary>
public sealed class BoardDirectory(IChannelDirectory directory, BotSettings settings, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new() { IgnoreReadOnlyProperties = true, Converters = { new JsonStringEnumConverter() } };

    /// <summary>The boards that a case can be presented to.</summary>
    public async Task<IReadOnlyList<BoardChannel>> ListAsync(CancellationToken cancellationToken)
    {
        var known = (await directory.ListChannelsAsync(cancellationToken)).Select(channel => (channel.Id, Channel: Read(channel))).ToList();
        var gone = known.Where(channel => !channel.Channel.IsThere).Select(channel => channel.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. settings.Boards.Where(board => !gone.Contains(board.Id)).Select(board =>
                known.FirstOrDefault(channel => channel.Id == board.Id).Channel?.Rules is { } rules ? board with { Name = rules.Name } : board),
            .. known.Where(channel => channel.Channel is { IsThere: true, Rules: not null } && settings.Boards.All(board => board.Id != channel.Id))
                .Select(channel => new BoardChannel(channel.Id, channel.Channel.Rules!.Name)),
        ];
    }

    /// <summary>How a channel's board works.</summary>
    public async Task<BoardRules> RulesOfAsync(string channel, CancellationToken cancellationToken)
    {
        var known = await FindAsync(channel, cancellationToken);
        return known?.Rules ?? new(
            settings.Boards.FirstOrDefault(board => board.Id == channel)?.Name ?? known?.Name ?? channel,
            settings.BoardLanguage,
            settings.Quorum,
            settings.OwnersClose,
            settings.Meeting,
            RemindsThread: false);
    }

    /// <summary>When boards meet next, of those that meet regularly.</summary>
    internal async Task<IReadOnlyList<NextMeeting>> NextMeetingsAsync(IEnumerable<BoardChannel> channels, LocalDateTime now, CancellationToken cancellationToken)
    {
        var meetings = new List<NextMeeting>();
        foreach (var channel in channels)
        {
            if (Meetings.Next((await RulesOfAsync(channel.Id, cancellationToken)).Meeting, now) is { } next)
            {
                meetings.Add(new(channel.Id, channel.Name, next));
            }
        }

        return meetings;
    }

    public async Task<bool> IsBoardAsync(string channel, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).Any(board => board.Id == channel);

    /// <summary>An owner said how the board of this channel works.</summary>
    public Task SetAsync(IActivity activity, string channel, BoardRules rules, CancellationToken cancellationToken) => ChangeAsync(
        channel,
        activity.TeamsGetTeamInfo()?.Id ?? channel,
        known => known with { IsThere = true, Rules = rules },
        cancellationToken,
        new AuditEntry(Desk.UserOf(activity), AuditAction.Settings, channel, clock.GetUtcNow()));

    /// <summary>The bot was added to a team: its channels are known from now on. Where Teams does not list them, those that are configured or known work all the same.</summary>
    public async Task LearnAsync(ITurnContext turn, CancellationToken cancellationToken)
    {
        if (turn.Activity.TeamsGetTeamInfo()?.Id is not { } team)
        {
            return;
        }

        foreach (var channel in await SendFailures.AnswerToAsync(() => TeamsInfo.GetTeamChannelsAsync(turn, team, cancellationToken)) ?? [])
        {
            await ChangeAsync(channel.Id, team, known => known with { Name = channel.Name ?? "", IsThere = true }, cancellationToken);
        }
    }

    /// <summary>A channel was created, renamed or restored, or is there again.</summary>
    public Task KnowAsync(ChannelInfo channel, TeamInfo? team, CancellationToken cancellationToken) =>
        ChangeAsync(channel.Id, team?.Id ?? channel.Id, known => known with { Name = channel.Name ?? known.Name, IsThere = true }, cancellationToken);

    /// <summary>A channel was deleted.</summary>
    public Task ForgetAsync(ChannelInfo channel, TeamInfo? team, CancellationToken cancellationToken) =>
        ChangeAsync(channel.Id, team?.Id ?? channel.Id, known => known with { IsThere = false }, cancellationToken);

    /// <summary>The channels of a team.</summary>
    public async Task<IReadOnlyList<string>> ChannelsOfAsync(string team, CancellationToken cancellationToken) =>
        [.. (await directory.ListChannelsAsync(cancellationToken)).Where(channel => channel.Team == team).Select(channel => channel.Id)];

    /// <summary>The bot was taken out of a team.</summary>
    public async Task ForgetTeamAsync(string team, CancellationToken cancellationToken)
    {
        foreach (var channel in await ChannelsOfAsync(team, cancellationToken))
        {
            await ChangeAsync(channel, team, known => known with { IsThere = false }, cancellationToken);
        }
    }

    private async Task ChangeAsync(
        string id, string team, Func<KnownChannel, KnownChannel> change, CancellationToken cancellationToken, params IReadOnlyList<AuditEntry> audit)
    {
        StoredChannel changed;
        do
        {
            // Where somebody else was faster, the change is made again on theirs.
            var stored = await directory.FindChannelAsync(id, cancellationToken);
            var known = stored is null ? new() : Read(stored);
            changed = new(id, team, JsonSerializer.Serialize(change(known), Json), stored?.Version ?? 0);
        }
        while (!await directory.TrySaveChannelAsync(changed, audit, cancellationToken));
    }

    private async Task<KnownChannel?> FindAsync(string id, CancellationToken cancellationToken) =>
        await directory.FindChannelAsync(id, cancellationToken) is { } stored ? Read(stored) : null;

    private static KnownChannel Read(StoredChannel stored) => JsonSerializer.Deserialize<KnownChannel>(stored.Body, Json)!;
}
