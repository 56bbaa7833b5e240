using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Microsoft.Bot.Schema.Teams;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder.Teams;

/// <summary>An <see cref="ActivityHandler"/> that knows what Teams says in channel data. Message extensions, task modules and tabs are not answered here.</summary>
public partial class TeamsActivityHandler : ActivityHandler
{
    // Invokes whose value is read before it is found that nobody answers them.
    private static readonly HashSet<string> InvokesWithAnObject = new(StringComparer.Ordinal)
    {
        "fileConsent/invoke", "actionableMessage/executeAction", "composeExtension/queryLink", "composeExtension/anonymousQueryLink",
        "composeExtension/query", "composeExtension/submitAction", "composeExtension/fetchTask", "composeExtension/querySettingUrl",
        "task/fetch", "task/submit", "tab/fetch", "tab/submit",
    };

    private static readonly HashSet<string> EventsOfTeams = new(StringComparer.Ordinal)
    {
        "application/vnd.microsoft.readReceipt", "application/vnd.microsoft.meetingStart", "application/vnd.microsoft.meetingEnd",
        "application/vnd.microsoft.meetingParticipantJoin", "application/vnd.microsoft.meetingParticipantLeave",
    };

    protected override async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            var activity = turnContext.Activity;
            if (activity.Name == null && activity.ChannelId == Channels.Msteams)
            {
                return await OnTeamsCardActionInvokeAsync(turnContext, cancellationToken);
            }

            if (activity.Name != null && InvokesWithAnObject.Contains(activity.Name) && activity.Value is not JObject)
            {
                throw new InvokeResponseException(HttpStatusCode.BadRequest, $"expected type '{activity.Value.GetType().Name}'");
            }

            return await base.OnInvokeActivityAsync(turnContext, cancellationToken);
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>An invoke without a name.</summary>
    protected virtual Task<InvokeResponse> OnTeamsCardActionInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnSignInInvokeAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    protected override Task OnEventActivityAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var activity = turnContext.Activity;
        if (activity.ChannelId == Channels.Msteams && activity.Name != null && EventsOfTeams.Contains(activity.Name))
        {
            // Officially read, then given to methods that do nothing.
            ArgumentNullException.ThrowIfNull(activity.Value);
            return Task.CompletedTask;
        }

        return base.OnEventActivityAsync(turnContext, cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => EventTypeOf(turnContext.Activity) switch
        {
            "editMessage" => OnTeamsMessageEditAsync(turnContext, cancellationToken),
            "undeleteMessage" => OnTeamsMessageUndeleteAsync(turnContext, cancellationToken),
            _ => base.OnMessageUpdateActivityAsync(turnContext, cancellationToken),
        };

    protected override Task OnMessageDeleteActivityAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => EventTypeOf(turnContext.Activity) switch
        {
            "softDeleteMessage" => OnTeamsMessageSoftDeleteAsync(turnContext, cancellationToken),
            _ => base.OnMessageDeleteActivityAsync(turnContext, cancellationToken),
        };

    protected virtual Task OnTeamsMessageEditAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageUndeleteAsync(
        ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    protected virtual Task OnTeamsMessageSoftDeleteAsync(
        ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string EventTypeOf(IActivity activity) =>
        activity.ChannelId == Channels.Msteams ? activity.GetChannelData<TeamsChannelData>()?.EventType : null;
}
