using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
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
}
