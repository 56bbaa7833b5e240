using CimentoBot.Conversation.Interview;

namespace CimentoBot.Conversation.Board;

/// <summary>Where a message about a case goes.</summary>
/// <param name="Conversation">The chat or the thread.</param>
/// <param name="ServiceUrl">The service that reaches it.</param>
internal sealed record Place(string Conversation, string ServiceUrl);

/// <summary>Where a case can be spoken of.</summary>
internal static class Places
{
    /// <summary>The clinician's chat; null where none is known.</summary>
    public static Place? Chat(this CaseFile file) => file.Conversation.Length > 0 ? new(file.Conversation, file.ServiceUrl) : null;

    /// <summary>The board's thread; null where the case was not posted, or its channel refuses it.</summary>
    public static Place? Thread(this CaseFile file) =>
        file.Post is { Refused: null, Conversation: { } conversation } post ? new(conversation, post.ServiceUrl) : null;

    /// <summary>The one or the other.</summary>
    public static Place? PlaceOf(this CaseFile file, bool inThread) => inThread ? file.Thread() : file.Chat();
}
