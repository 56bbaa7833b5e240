using System.Globalization;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;

namespace CimentoBot.Conversation.Board;

/// <summary>
/// Who is in a board's channel: kept in the store, read from Teams when it is not known or has grown old, and never taken from a card.
/// A standard channel has its team's roster, a private or shared one its own.
/// </summary>
public sealed class BoardRoster(IChannelDirectory directory, INotebook notebook, BotSettings settings, TimeProvider clock)
{
    private const int PageSize = 500;
    private const string Owner = "owner";

    private static readonly string[] KindsWithTheirOwn = ["private", "shared"];
    private static readonly string[] Visitors = ["guest", "anonymous"];

    /// <summary>After this a roster is read again: roles change without an event.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(15);

    /// <summary>Who is not in it makes it be read again, but not more often.</summary>
    private static readonly TimeSpan AtMostEvery = TimeSpan.FromSeconds(3);

    /// <summary>The same for a search, which comes with every letter.</summary>
    private static readonly TimeSpan AtMostEverySearch = TimeSpan.FromMinutes(1);

    /// <summary>The member who acts, or null: not in the roster, a guest, or of a tenant that is not let in; and whether that is known.</summary>
    private async Task<(Member? Member, bool IsKnown)> FindAsync(
        ITurnContext turn, string roster, TimeSpan atMostEvery, bool isHere, CancellationToken cancellationToken)
    {
        var activity = turn.Activity;
        var age = clock.GetUtcNow() - await ReadAtAsync(roster, cancellationToken);
        var (member, isKnown) = (await FindAsync(roster, activity, cancellationToken), true);
        if (age > Fresh || (member is null && age > atMostEvery))
        {
            isKnown = await ReadAsync(turn, roster, asksForOne: isHere && member is null, cancellationToken);
            member = await FindAsync(roster, activity, cancellationToken);
        }

        return (member is null || IsVisitor(member, activity) ? null : member, isKnown || member is not null);
    }

    /// <summary>The member who acts, or why they may not: nothing is known of them, or Teams does not say.</summary>
    public async Task<(Member? Member, CaseAnswer? Refusal)> AdmitAsync(ITurnContext turn, CancellationToken cancellationToken) =>
        await FindAsync(turn, RosterOf(turn.Activity), AtMostEvery, isHere: true, cancellationToken) switch
        {
            { Member: { } member } => (member, null),
            { IsKnown: true } => (null, CaseAnswer.Refused(403, BoardWords.NotAMember)),
            _ => (null, CaseAnswer.Refused(409, BoardWords.RosterUnknown)),
        };

    /// <summary>
    /// Whether somebody who speaks anywhere is in a channel's roster. Teams is asked by the channel, whose own members it then names, be it
    /// standard, private or shared; where it does not say, or not in time, the answer is no.
    /// </summary>
    public async Task<bool> HasAsync(string channel, ITurnContext turn, CancellationToken cancellationToken)
    {
        try
        {
            return await FindAsync(turn, channel, AtMostEverySearch, isHere: false, cancellationToken) is { Member: not null }
                && clock.GetUtcNow() - await ReadAtAsync(channel, cancellationToken) <= Fresh;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public static bool IsOwner(Member member) => string.Equals(member.Role, Owner, StringComparison.OrdinalIgnoreCase);

    /// <summary>Teams said that people went: they are no longer taken at their word, in no roster that could be this team's. Who is still in one is read again.</summary>
    public async Task RemoveAsync(IActivity activity, IEnumerable<ChannelAccount> people, CancellationToken cancellationToken)
    {
        string[] gone = [.. people.SelectMany(person => new[] { UserIds.Of(person), UserIds.Of(null, person.Id) })];
        var known = await directory.ListChannelsAsync(cancellationToken);
        foreach (var roster in known.Select(channel => channel.Id).Concat(settings.Boards.Select(board => board.Id)).Append(RosterOf(activity)).Distinct(StringComparer.Ordinal))
        {
            await directory.RemoveMembersAsync(roster, gone, cancellationToken);
        }
    }

    private async Task<Member?> FindAsync(string roster, Activity activity, CancellationToken cancellationToken) =>
        await directory.FindMemberAsync(roster, Desk.UserOf(activity), cancellationToken)
        ?? await directory.FindMemberAsync(roster, UserIds.Of(null, activity.From?.Id), cancellationToken);

    /// <summary>The roster that a channel has: its own, or its team's.</summary>
    private static string RosterOf(IActivity activity)
    {
        var channel = activity.GetChannelData<TeamsChannelData>()?.Channel;
        var own = channel?.Type is { } kind && KindsWithTheirOwn.Contains(kind, StringComparer.OrdinalIgnoreCase);
        return (own ? channel!.Id : activity.TeamsGetTeamInfo()?.Id) ?? channel?.Id ?? activity.Conversation.Id.Split(';')[0];
    }

    private bool IsVisitor(Member member, IActivity activity) =>
        Visitors.Contains(member.Role, StringComparer.OrdinalIgnoreCase)
        || (member.Tenant.Length > 0 && !Tenants(activity).Contains(member.Tenant, StringComparer.OrdinalIgnoreCase));

    /// <summary>Those that are let in; where none is named, the one of the team.</summary>
    private IEnumerable<string> Tenants(IActivity activity) => settings.AllowedTenants.Count > 0
        ? settings.AllowedTenants
        : new[] { activity.Conversation.TenantId, activity.GetChannelData<TeamsChannelData>()?.Tenant?.Id }.OfType<string>();

    /// <summary>Reads the roster, or, where Teams does not tell it, whoever acts. False: Teams told neither.</summary>
    private async Task<bool> ReadAsync(ITurnContext turn, string roster, bool asksForOne, CancellationToken cancellationToken)
    {
        if (await SendFailures.AnswerToAsync(() => MembersAsync(turn, roster, cancellationToken)) is { } members)
        {
            await directory.ReplaceRosterAsync(roster, members, cancellationToken);
            await notebook.SetAsync(Key(roster), clock.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancellationToken);
            return true;
        }

        // Who was in it a while ago is better than nobody while Teams does not answer; who went was taken out by an event.
        if (!asksForOne || await SendFailures.AnswerToAsync(() => TeamsInfo.GetMemberAsync(turn, turn.Activity.From.Id, cancellationToken)) is not { } member)
        {
            return false;
        }

        await directory.AddMemberAsync(roster, Read(member), cancellationToken);
        return true;
    }

    private static async Task<List<Member>> MembersAsync(ITurnContext turn, string roster, CancellationToken cancellationToken)
    {
        var members = new List<Member>();
        var connector = turn.TurnState.Get<IConnectorClient>();
        string? next = null;
        do
        {
            var page = await connector.Conversations.GetConversationPagedMembersAsync(roster, PageSize, next, cancellationToken);
            members.AddRange(page.Members.Select(Read));
            next = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(next));

        return members;
    }

    private static Member Read(TeamsChannelAccount account) => new(UserIds.Of(account.AadObjectId, account.Id), account.UserRole ?? account.Role ?? "", account.TenantId ?? "");

    private static Member Read(ChannelAccount account) => new(
        UserIds.Of(account.AadObjectId ?? (string?)account.Properties["objectId"], account.Id),
        (string?)account.Properties["userRole"] ?? account.Role ?? "",
        (string?)account.Properties["tenantId"] ?? "");

    private async Task<DateTimeOffset> ReadAtAsync(string roster, CancellationToken cancellationToken) =>
        await notebook.FindAsync(Key(roster), cancellationToken) is { } at
            ? DateTimeOffset.ParseExact(at, "O", CultureInfo.InvariantCulture)
            : DateTimeOffset.MinValue;

    private static string Key(string roster) => $"roster:{roster}";
}
