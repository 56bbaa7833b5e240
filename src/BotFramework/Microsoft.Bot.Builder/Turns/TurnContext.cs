using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>One turn. Handlers run in the order in which they were added, the adapter last.</summary>
public class TurnContext : ITurnContext, IDisposable
{
    private const string TurnKey = "turn";
    private const string LocaleKey = "locale";

    private readonly List<SendActivitiesHandler> sendHandlers = [];
    private bool disposed;

    public TurnContext(BotAdapter adapter, Activity activity)
    {
        Adapter = adapter ?? throw new ArgumentNullException(nameof(adapter));
        Activity = activity ?? throw new ArgumentNullException(nameof(activity));
    }

    public BotAdapter Adapter { get; }

    public TurnContextStateCollection TurnState { get; } = new TurnContextStateCollection();

    /// <summary>The turn's locale, kept in the turn state under "turn". To read it before it was set is an error, as officially.</summary>
    public string Locale
    {
        get => TurnState.Get<JObject>(TurnKey).TryGetValue(LocaleKey, StringComparison.Ordinal, out var locale) ? locale.ToString() : null;
        set
        {
            var turn = TurnState.Get<JObject>(TurnKey);
            if (turn == null)
            {
                turn = new JObject();
                TurnState.Set(TurnKey, turn);
            }

            turn[LocaleKey] = value;
        }
    }

    public Activity Activity { get; }

    public bool Responded { get; private set; }

    /// <summary>What a channel that expects replies inline will get.</summary>
    public List<Activity> BufferedReplyActivities { get; } = new List<Activity>();

    public ITurnContext OnSendActivities(SendActivitiesHandler handler)
    {
        RequireUsable(nameof(OnSendActivities));
        sendHandlers.Add(handler ?? throw new ArgumentNullException(nameof(handler)));
        return this;
    }

    public async Task<ResourceResponse> SendActivityAsync(
        string textReplyToSend, string speak = null, string inputHint = null, CancellationToken cancellationToken = default)
    {
        RequireUsable(nameof(SendActivityAsync));
        if (string.IsNullOrWhiteSpace(textReplyToSend))
        {
            throw new ArgumentNullException(nameof(textReplyToSend));
        }

        var message = new Activity(ActivityTypes.Message)
        {
            Text = textReplyToSend,
            Speak = string.IsNullOrEmpty(speak) ? null : speak,
            InputHint = string.IsNullOrEmpty(inputHint) ? null : inputHint,
        };
        return await SendActivityAsync(message, cancellationToken);
    }

    public async Task<ResourceResponse> SendActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        RequireUsable(nameof(SendActivityAsync));
        ArgumentNullException.ThrowIfNull(activity);
        var responses = await SendActivitiesAsync([activity], cancellationToken);
        return responses is { Length: > 0 } ? responses[0] : new ResourceResponse();
    }

    public Task<ResourceResponse[]> SendActivitiesAsync(IActivity[] activities, CancellationToken cancellationToken = default)
    {
        RequireUsable(nameof(SendActivitiesAsync));
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var reference = Activity.GetConversationReference();
        var addressed = activities.Select(activity => activity.ApplyConversationReference(reference)).ToList();
        return Through(0);

        Task<ResourceResponse[]> Through(int next) => next == sendHandlers.Count
            ? SendThroughAdapterAsync(addressed, cancellationToken)
            : sendHandlers[next](this, addressed, () => Through(next + 1));
    }

    public async Task<ResourceResponse> UpdateActivityAsync(IActivity activity, CancellationToken cancellationToken = default)
    {
        RequireUsable(nameof(UpdateActivityAsync));
        ArgumentNullException.ThrowIfNull(activity);
        var addressed = activity.ApplyConversationReference(Activity.GetConversationReference());
        return await Adapter.UpdateActivityAsync(this, addressed, cancellationToken);
    }

    public async Task DeleteActivityAsync(string activityId, CancellationToken cancellationToken = default)
    {
        RequireUsable(nameof(DeleteActivityAsync));
        if (string.IsNullOrWhiteSpace(activityId))
        {
            throw new ArgumentNullException(nameof(activityId));
        }

        var reference = Activity.GetConversationReference();
        reference.ActivityId = activityId;
        await Adapter.DeleteActivityAsync(this, reference, cancellationToken);
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && !disposed)
        {
            TurnState.Dispose();
        }

        disposed = true;
    }

    private async Task<ResourceResponse[]> SendThroughAdapterAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        var responses = Activity.DeliveryMode == DeliveryModes.ExpectReplies
            ? Buffer(activities)
            : await Adapter.SendActivitiesAsync(this, activities.ToArray(), cancellationToken);
        for (var i = 0; i < responses.Length; i++)
        {
            if (Activity.DeliveryMode != DeliveryModes.ExpectReplies)
            {
                activities[i].Id = responses[i].Id;
            }

            Responded |= activities[i].Type != ActivityTypes.Trace;
        }

        return responses;
    }

    private ResourceResponse[] Buffer(List<Activity> activities)
    {
        foreach (var activity in activities)
        {
            BufferedReplyActivities.Add(activity);
            if (activity.Type == ActivityTypesEx.InvokeResponse)
            {
                TurnState.Add(BotAdapter.InvokeResponseKey, activity);
            }
        }

        return activities.Select(_ => new ResourceResponse()).ToArray();
    }

    private void RequireUsable(string method)
    {
        if (disposed)
        {
            throw new ObjectDisposedException(method);
        }
    }
}
