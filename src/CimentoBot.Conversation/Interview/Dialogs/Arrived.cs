using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>When a turn came: of two that are under way at once, the later one is the last word, whichever is done first.</summary>
internal static class Arrived
{
    private const string Key = "CimentoBot.Arrived";

    /// <summary>The moment that was noted; null = none was.</summary>
    public static DateTimeOffset? At(ITurnContext turn) => turn.TurnState.Get<object>(Key) as DateTimeOffset?;

    public static void Note(ITurnContext turn, DateTimeOffset now) => turn.TurnState.Set<object>(Key, now);
}
