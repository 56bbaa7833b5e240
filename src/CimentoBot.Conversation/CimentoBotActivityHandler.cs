using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Board.Agenda;
using CimentoBot.Conversation.Board.Reminders;
using CimentoBot.Conversation.Board.Sharing;
using CimentoBot.Conversation.Cards;
using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Dialogs;
using CimentoBot.Conversation.Ports;
using CimentoBot.Conversation.Wording;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Microsoft.Bot.Builder.Teams;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace CimentoBot.Conversation;

/// <summary>The bot as the channel sees it: messages go to the dialog, card actions to the desk, arrivals are welcomed once.</summary>
public sealed class CimentoBotActivityHandler(
    ConversationState state,
    Deliveries deliveries,
    Refusals refusals,
    CimentoBotDialog dialog,
    CaseDesk cases,
    BoardDesk board,
    ReminderDesk reminders,
    ChannelDesk channels,
    CaseSharing sharing,
    BoardEvents events,
    Desk desk,
    TimeProvider clock)
    : TeamsActivityHandler
{
    private readonly IStatePropertyAccessor<DialogState> dialogState = state.CreateProperty<DialogState>(nameof(DialogState));

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Arrived.Note(turnContext, clock.GetUtcNow());
        if (turnContext.Activity is { Conversation.Id: { } conversation } activity && !CaseSharing.IsSearch(activity))
        {
            await refusals.HeardFromAsync(conversation, cancellationToken);
        }

        await deliveries.OnceAsync(turnContext, () => DispatchAsync(turnContext, cancellationToken), cancellationToken);
    }

    protected override Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        // Without a text there is nothing to take out, and the Bot Framework's method fails.
        if (turnContext.Activity is { Text: not null, Recipient.Id: not null })
        {
            turnContext.Activity.RemoveRecipientMention();
        }

        return dialog.RunAsync(turnContext, dialogState, cancellationToken);
    }

    /// <summary>Meeting events and read receipts are none of the bot's business; the base fails on one without a value.</summary>
    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        var answer = await AnswerAsync(turnContext, CardSubmission.Read(invokeValue.Action), cancellationToken);
        if (answer.Card is { } card)
        {
            return new() { StatusCode = 200, Type = AdaptiveCards.AdaptiveCard.ContentType, Value = CardKit.Json(card) };
        }

        Instruments.Refusal("card", answer.Status);
        var language = await desk.LanguageAsync(turnContext, null, null, cancellationToken);
        return new()
        {
            StatusCode = answer.Status,
            Type = "application/vnd.microsoft.error",
            Value = new Error { Code = "BadRequest", Message = answer.Refusal.In(language) },
        };
    }

    /// <summary>A search is read and answered as JSON, which the door has found readable.</summary>
    protected override async Task<InvokeResponse> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        CaseSharing.IsSearch(turnContext.Activity) && CaseSearch.Read(turnContext.Activity.Value as JToken) is { } search
            ? new() { Status = 200, Body = await sharing.AnswerAsync(turnContext, search, cancellationToken) }
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);

    /// <summary>The base asks the connector once for each member that was added; nobody's name is wanted here.</summary>
    protected override Task OnTeamsMembersAddedDispatchAsync(
        IList<ChannelAccount> membersAdded, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        membersAdded.Any(member => member.Id == turnContext.Activity.Recipient?.Id) || Desk.IsPrivate(turnContext.Activity)
            ? WelcomeAsync(turnContext, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Channels other than Teams announce arrivals here.</summary>
    protected override Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        WelcomeAsync(turnContext, cancellationToken);

    protected override async Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        await events.AddedAsync(turnContext, cancellationToken);
        await WelcomeAsync(turnContext, cancellationToken);
    }

    protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        events.RemovedAsync(turnContext, cancellationToken);

    protected override Task OnTeamsMembersRemovedDispatchAsync(
        IList<ChannelAccount> membersRemoved, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        membersRemoved.Any(member => member.Id == turnContext.Activity.Recipient?.Id)
            ? events.RemovedAsync(turnContext, cancellationToken)
            : events.WentAsync(turnContext.Activity, membersRemoved, cancellationToken);

    protected override Task OnTeamsChannelCreatedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        events.IsThereAsync(channelInfo, teamInfo, cancellationToken);

    protected override Task OnTeamsChannelRenamedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        events.IsThereAsync(channelInfo, teamInfo, cancellationToken);

    protected override Task OnTeamsChannelRestoredAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        events.IsThereAsync(channelInfo, teamInfo, cancellationToken);

    protected override Task OnTeamsChannelDeletedAsync(
        ChannelInfo channelInfo, TeamInfo teamInfo, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
        events.IsGoneAsync(channelInfo, teamInfo, cancellationToken);

    /// <summary>A reaction makes some clients show a card as it once was: the board's is sent again as it is. All else goes to its method.</summary>
    private Task DispatchAsync(ITurnContext turnContext, CancellationToken cancellationToken) =>
        turnContext.Activity is { Type: ActivityTypes.MessageReaction } reaction
            ? events.ReactedAsync(reaction, cancellationToken)
            : base.OnTurnAsync(turnContext, cancellationToken);

    private async Task<CaseAnswer> AnswerAsync(ITurnContext turnContext, CardSubmission submission, CancellationToken cancellationToken)
    {
        try
        {
            return submission.Verb == Verbs.CaseSeen
                ? await reminders.AnswerAsync(turnContext, submission, cancellationToken)
                : submission.Verb.StartsWith(Verbs.BoardPrefix, StringComparison.Ordinal)
                ? await board.AnswerAsync(turnContext, submission, cancellationToken)
                : await cases.AnswerAsync(turnContext.Activity, submission, cancellationToken);
        }
        catch (CaseUnreadableException failure)
        {
            return CaseAnswer.Refused(409, Say.Unreadable(failure.Code));
        }
    }

    private async Task WelcomeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (await desk.IsFirstContactAsync(turnContext.Activity, cancellationToken))
        {
            var language = await desk.LanguageAsync(turnContext, null, null, cancellationToken);
            await channels.WelcomeAsync(turnContext, language, cancellationToken);
        }
    }
}
