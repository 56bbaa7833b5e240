using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Marks a turn in which a dialog is put back on the stack for a card that is already on the screen: it must not be shown again.</summary>
internal static class Silence
{
    private const string Key = "CimentoBot.Silence";

    public static void Keep(ITurnContext turn) => turn.TurnState.Set(Key, string.Empty);

    public static void Break(ITurnContext turn) => turn.TurnState.Remove(Key);

    public static bool Kept(ITurnContext turn) => turn.TurnState.ContainsKey(Key);
}
