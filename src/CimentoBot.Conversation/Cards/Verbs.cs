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
}
