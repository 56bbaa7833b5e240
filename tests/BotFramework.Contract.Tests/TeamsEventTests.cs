using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace BotFramework.Contract.Tests;

/// <summary>What Teams says of its own accord, and which method hears it.</summary>
public class TeamsEventTests
{
    private const string Place = "\"channelData\":{\"team\":{\"id\":\"t\"},\"channel\":{\"id\":\"ch\",\"name\":\"Board\"}";

    private readonly Recording bot = new();

    [Theory]
    [InlineData("channelCreated", "created ch:Board in t")]
    [InlineData("channelDeleted", "deleted ch:Board in t")]
    [InlineData("channelRenamed", "renamed ch:Board in t")]
    [InlineData("channelRestored", "restored ch:Board in t")]
    [InlineData("ChannelCreated", "")]
    [InlineData("teamRenamed", "")]
    [InlineData("strange", "")]
    public async Task WhatBecameOfAChannelGoesToTheMethodOfItsEvent(string type, string expected)
    {
        await TellAsync($$"""{"type":"conversationUpdate",{{Place}},"eventType":"{{type}}"} }""");

        Assert.Equal(expected, Heard);
    }

    [Theory]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"conversationUpdate","channelData":{"team":{"id":"t"}}}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"emulator","channelData":{"eventType":"channelCreated"}}""")]
    [InlineData("""{"type":"conversationUpdate","channelId":"emulator","membersRemoved":[{"id":"u1"}]}""")]
    public async Task AnUpdateThatIsNotOfTeamsOrNamesNoEventGoesToNone(string json)
    {
        await TellAsync(json);

        Assert.Empty(Heard);
    }

    [Fact]
    public async Task AnEventWithoutAPlaceHasNeitherChannelNorTeam()
    {
        await TellAsync("""{"type":"conversationUpdate","channelData":{"eventType":"channelCreated"}}""");

        Assert.Equal("created : in ", Heard);
    }

    [Theory]
    [InlineData("""[{"id":"u1"},{"id":"b1"}]""", "removed u1,b1 from t")]
    [InlineData("""[{"id":"b1"}]""", "removed b1 from t")]
    [InlineData("[]", "removed  from t")]
    public async Task MembersWhoWentAreGivenAsAnnouncedTheBotAmongThem(string members, string expected)
    {
        await TellAsync($$"""{"type":"conversationUpdate","membersRemoved":{{members}},{{Place}} } }""");

        Assert.Equal(expected, Heard);
    }

    [Fact]
    public async Task OutsideATeamMembersWentFromNone()
    {
        await TellAsync("""{"type":"conversationUpdate","membersRemoved":[{"id":"u1"}]}""");

        Assert.Equal("removed u1 from ", Heard);
    }

    [Theory]
    [InlineData("\"membersAdded\":[{\"id\":\"b1\"}],\"membersRemoved\":[{\"id\":\"u1\"}]", "added")]
    [InlineData("\"membersRemoved\":[{\"id\":\"u1\"}]", "removed u1 from t")]
    public async Task WhoCameGoesBeforeWhoWentAndBothBeforeWhatBecameOfAChannel(string members, string expected)
    {
        await TellAsync($$"""{"type":"conversationUpdate",{{members}},{{Place}},"eventType":"channelDeleted"} }""");

        Assert.Equal(expected, Heard);
    }

    [Theory]
    [InlineData("remove", "uninstalled")]
    [InlineData("remove-upgrade", "uninstalled")]
    [InlineData("Remove", "")]
    [InlineData("strange", "")]
    public async Task TheBotThatIsTakenOutHearsOfIt(string action, string expected)
    {
        await TellAsync($$"""{"type":"installationUpdate","action":"{{action}}"}""");

        Assert.Equal(expected, Heard);
    }

    [Theory]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"},{\"type\":\"heart\"}]", "put like,heart; taken ")]
    [InlineData("\"reactionsRemoved\":[{\"type\":\"sad\"}]", "put ; taken sad")]
    [InlineData("\"reactionsAdded\":[{\"type\":\"like\"}],\"reactionsRemoved\":[{\"type\":\"sad\"}]", "put like; taken sad")]
    [InlineData("\"replyToId\":\"m1\"", "put ; taken ")]
    public async Task AHandlerMayTakeReactionsBeforeTheyAreDispatchedAndHearsThoseThatWerePutAndTakenAtOnce(string reactions, string expected)
    {
        await TellAsync($$"""{"type":"{{ActivityTypes.MessageReaction}}",{{reactions}} }""");

        Assert.Equal(expected, Heard);
    }

    private string Heard => string.Join('|', bot.Log);

    private async Task TellAsync(string json)
    {
        var activity = JObject.Parse(json);
        activity["channelId"] ??= "msteams";
        activity["recipient"] = new JObject { ["id"] = "b1" };
        using var turn = new TurnContext(new SilentAdapter(), activity.ToObject<Activity>()!);

        await bot.OnTurnAsync(turn);
    }

    private sealed class Recording : TeamsActivityHandler
    {
        public List<string> Log { get; } = [];

        public override Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default) =>
            turnContext.Activity is { Type: ActivityTypes.MessageReaction } reaction
                ? Add($"put {Kinds(reaction.ReactionsAdded)}; taken {Kinds(reaction.ReactionsRemoved)}")
                : base.OnTurnAsync(turnContext, cancellationToken);

        protected override Task OnTeamsMembersAddedDispatchAsync(
            IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("added");

        protected override Task OnTeamsMembersRemovedDispatchAsync(
            IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
        {
            Assert.Same(turnContext.Activity.MembersRemoved, membersRemoved);
            return Add($"removed {string.Join(',', membersRemoved.Select(member => member.Id))} from {teamInfo?.Id}");
        }

        protected override Task OnTeamsChannelCreatedAsync(
            ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("created", channelInfo, teamInfo);

        protected override Task OnTeamsChannelDeletedAsync(
            ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("deleted", channelInfo, teamInfo);

        protected override Task OnTeamsChannelRenamedAsync(
            ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("renamed", channelInfo, teamInfo);

        protected override Task OnTeamsChannelRestoredAsync(
            ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("restored", channelInfo, teamInfo);

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Add("uninstalled");

        private static string Kinds(IList<MessageReaction>? reactions) => string.Join(',', (reactions ?? []).Select(reaction => reaction.Type));

        private Task Add(string what, ChannelInfo? channel, TeamInfo? team) => Add($"{what} {channel?.Id}:{channel?.Name} in {team?.Id}");

        private Task Add(string entry)
        {
            Log.Add(entry);
            return Task.CompletedTask;
        }
    }
}
