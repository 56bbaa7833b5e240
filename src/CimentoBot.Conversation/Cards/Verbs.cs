namespace CimentoBot.Conversation.Cards;

/// <summary>What a card's button asks for; part of the contract.</summary>
public static class Verbs
{
    public const string Answer = "answer";
    public const string Back = "back";
    public const string Finish = "finish";
    public const string Restart = "restart";
    public const string Edit = "edit";
    public const string Resume = "resume";

    public const string CasePost = "case.post";
    public const string CaseEdit = "case.edit";
    public const string CaseShow = "case.show";
    public const string CaseSeen = "case.seen";

    /// <summary>With this begins what the board's card asks for.</summary>
    public const string BoardPrefix = "board.";

    public const string BoardOpinion = "board.opinion";
    public const string BoardSignOff = "board.signoff";
    public const string BoardClose = "board.close";
    public const string BoardReopen = "board.reopen";
    public const string BoardShow = "board.show";
    public const string BoardSettings = "board.settings";

    /// <summary>Whether a verb may be asked for in a channel.</summary>
    public static bool IsForBoards(string verb) => verb == CaseSeen || verb.StartsWith(BoardPrefix, StringComparison.Ordinal);
}
