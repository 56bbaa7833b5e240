using System.Collections.Concurrent;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace CimentoBot.Conversation;

/// <summary>
/// Teams delivers a message again when its answer was slow, under the same id: it is answered once. What was answered is kept with the
/// conversation's state and saved with it; what is under way is known to this process.
/// </summary>
public sealed class Deliveries(ConversationState state)
{
    /// <summary>How many messages of a conversation are remembered: several days of it.</summary>
    private const int Kept = 200;

    private const char Separator = ' ';

    private readonly IStatePropertyAccessor<string> answered = state.CreateProperty<string>(nameof(Deliveries));
    private readonly ConcurrentDictionary<(string Conversation, string Id), bool> underWay = new();

    /// <summary>Runs the turn of a message unless it was delivered before. What fails may be delivered again.</summary>
    public async Task OnceAsync(ITurnContext turnContext, Func<Task> turn, CancellationToken cancellationToken)
    {
        if (turnContext.Activity is not { Type: ActivityTypes.Message, Id: { Length: > 0 } id, Conversation.Id: { } conversation })
        {
            await turn();
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
            return;
        }

        if (!underWay.TryAdd((conversation, id), true))
        {
            return;
        }

        try
        {
            var ids = (await answered.GetAsync(turnContext, () => "", cancellationToken)).Split(Separator, StringSplitOptions.RemoveEmptyEntries);
            if (ids.Contains(id, StringComparer.Ordinal))
            {
                return;
            }

            await turn();
            await answered.SetAsync(turnContext, string.Join(Separator, ids.Append(id).TakeLast(Kept)), cancellationToken);
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
        }
        finally
        {
            underWay.TryRemove((conversation, id), out _);
        }
    }
}
