using Microsoft.Bot.Builder;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>
/// A case as a turn last read or wrote it, so that its dialogs, which hand each other a code, need not read it again. Only until the
/// turn speaks: that takes its time, and others may change the case meanwhile.
/// </summary>
internal static class KnownCase
{
    private const string Key = "CimentoBot.KnownCase";

    public static CaseFile? Of(ITurnContext turn, string code) => turn.TurnState.Get<CaseFile>(Key) is { } known && known.Code == code ? known : null;

    public static void Keep(ITurnContext turn, CaseFile file) => turn.TurnState.Set(Key, file);

    public static void Forget(ITurnContext turn) => turn.TurnState.Remove(Key);
}
