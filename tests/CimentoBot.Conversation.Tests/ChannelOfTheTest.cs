using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation.Tests;

/// <summary>A channel that numbers its posts, and in which something happens while the first is on its way.</summary>
internal sealed class ChannelOfTheTest : BotAdapter
{
    public int Posts { get; private set; }

    public Func<Task> OnFirstPost { get; set; } = () => Task.CompletedTask;

    public Func<Task> OnRewrite { get; set; } = () => Task.CompletedTask;

    public Func<Task> OnSaid { get; set; } = () => Task.CompletedTask;

    /// <summary>What threads were told.</summary>
    public List<string> Said { get; } = [];

    /// <summary>What the clinicians' cards were rewritten to, as text; also where that failed.</summary>
    public List<string> Rewritten { get; } = [];

    public override async Task CreateConversationAsync(
        string botAppId, string channelId, string serviceUrl, string audience, ConversationParameters conversationParameters, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        if (++Posts == 1)
        {
            await OnFirstPost();
        }

        var id = Posts.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var activity = new Activity(ActivityTypes.Event) { Id = id, Conversation = new ConversationAccount { Id = $"19:rcp;messageid={id}" } };
        await callback(new TurnContext(this, activity), cancellationToken);
    }

    public override Task ContinueConversationAsync(string botId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        callback(new TurnContext(this, new Activity(ActivityTypes.Event) { Conversation = reference.Conversation }), cancellationToken);

    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        await OnSaid();
        Said.AddRange(activities.Select(Clinic.Shown));
        return [];
    }

    public override async Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Rewritten.Add(Clinic.Shown(activity));
        await OnRewrite();
        return new ResourceResponse();
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken) =>
        Task.CompletedTask;
}
