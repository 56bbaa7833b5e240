namespace CimentoBot.Conversation.Interview;

/// <summary>Why Teams will not take a message, however often it is sent.</summary>
public enum Refused
{
    /// <summary>The app is not in the team or the chat.</summary>
    NotInRoster,

    /// <summary>The user has blocked the app.</summary>
    BlockedByUser,

    /// <summary>The administrator of Teams has disabled it.</summary>
    DisabledByAdmin,

    /// <summary>Nobody, or no app, may write there.</summary>
    WritesBlocked,

    /// <summary>The channel or the chat does not exist, or no longer.</summary>
    NotFound,

    /// <summary>Forbidden without a reason that is known.</summary>
    Forbidden,
}
