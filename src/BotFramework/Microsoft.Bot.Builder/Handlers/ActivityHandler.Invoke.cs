using System.Net;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Invokes: what a handler refuses by <see cref="InvokeResponseException"/> becomes its status, 501 when nobody handles it.</summary>
public partial class ActivityHandler
{
    protected virtual async Task<InvokeResponse> OnInvokeActivityAsync(
        ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        try
        {
            switch (turnContext.Activity.Name)
            {
                case "adaptiveCard/action":
                    var value = AdaptiveCardInvokeOf(turnContext.Activity);
                    return new InvokeResponse
                    {
                        Status = (int)HttpStatusCode.OK,
                        Body = await OnAdaptiveCardInvokeAsync(turnContext, value, cancellationToken),
                    };
                case "application/search":
                    RefuseMalformedSearch(turnContext.Activity);
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
                default:
                    throw new InvokeResponseException(HttpStatusCode.NotImplemented);
            }
        }
        catch (InvokeResponseException e)
        {
            return e.CreateInvokeResponse();
        }
    }

    /// <summary>An <c>Action.Execute</c> was pressed; its value is known to be well formed.</summary>
    protected virtual Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken) =>
        throw new InvokeResponseException(HttpStatusCode.NotImplemented);

    private async Task AnswerInvokeAsync(ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var answer = await OnInvokeActivityAsync(As<IInvokeActivity>(turnContext), cancellationToken);

        // A handler may have sent its answer itself.
        if (answer != null && turnContext.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey) == null)
        {
            await turnContext.SendActivityAsync(
                new Activity(ActivityTypesEx.InvokeResponse) { Value = answer }, cancellationToken);
        }
    }

    private static AdaptiveCardInvokeValue AdaptiveCardInvokeOf(IInvokeActivity activity)
    {
        const string Malformed = "Value property is not properly formed";
        var value = ValueOf<AdaptiveCardInvokeValue>(activity, "Missing value property", Malformed, Malformed);
        if (value.Action == null)
        {
            throw BadRequest("Missing action property");
        }

        return value.Action.Type == "Action.Execute"
            ? value
            : throw BadRequest($"The action '{value.Action.Type}'is not supported.", "NotSupported");
    }

    // Nobody searches here; but what is malformed is officially refused before it is found that nobody does.
    private static void RefuseMalformedSearch(IInvokeActivity activity)
    {
        var search = ValueOf<Search>(
            activity,
            "Missing value property for search",
            "Value property is not properly formed for search",
            "Value property is not valid for search");
        var missing = string.IsNullOrEmpty(search.QueryText) ? "queryText"
            : string.IsNullOrEmpty(search.Kind) && !Channels.Msteams.Equals(activity.ChannelId, StringComparison.OrdinalIgnoreCase) ? "kind"
            : null;
        if (missing != null)
        {
            throw BadRequest($"Missing {missing} property for search");
        }
    }

    private static T ValueOf<T>(IInvokeActivity activity, string missing, string noObject, string unreadable)
    {
        if (activity.Value == null)
        {
            throw BadRequest(missing);
        }

        var tree = activity.Value as JObject ?? throw BadRequest(noObject);
        try
        {
            return tree.ToObject<T>();
        }
        catch (Exception e) when (e is JsonException or FormatException or ArgumentException or OverflowException or InvalidCastException)
        {
            throw BadRequest(unreadable);
        }
    }

    private static InvokeResponseException BadRequest(string message, string code = "BadRequest") => new(
        HttpStatusCode.BadRequest,
        new AdaptiveCardInvokeResponse
        {
            StatusCode = (int)HttpStatusCode.BadRequest,
            Type = "application/vnd.microsoft.error",
            Value = new Error { Code = code, Message = message },
        });

    /// <summary>Ends the handling of an invoke with a status and a body.</summary>
    private protected sealed class InvokeResponseException(HttpStatusCode statusCode, object body = null) : Exception
    {
        public InvokeResponse CreateInvokeResponse() => new() { Status = (int)statusCode, Body = body };
    }

    private sealed record Search([property: JsonProperty("kind")] string Kind, [property: JsonProperty("queryText")] string QueryText);
}
