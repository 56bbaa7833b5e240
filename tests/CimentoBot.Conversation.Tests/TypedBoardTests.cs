using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Interview.Dialogs;

namespace CimentoBot.Conversation.Tests;

/// <summary>The typed forms of the board's verbs send what the card would have sent.</summary>
public sealed class TypedBoardTests
{
    [Theory]
    [InlineData("avis CB-7F3K favorable", "board.opinion", "opinion=favorable")]
    [InlineData("opinion cb-7f3k favourable", "board.opinion", "opinion=favourable")]
    [InlineData("avis CB-7F3K défavorable, trop fragile spécialité=oncologie", "board.opinion", "opinion=défavorable comment=trop fragile specialty=oncologie")]
    [InlineData("avis CB-7F3K conditions si la radiothérapie suit", "board.opinion", "opinion=conditions comment=si la radiothérapie suit")]
    [InlineData("avis CB-7F3K infos commentaire=IRM ? spécialité=radiothérapie", "board.opinion", "opinion=infos comment=IRM ? specialty=radiothérapie")]
    [InlineData("avis CB-7F3K", "board.opinion", "")]
    [InlineData("signer CB-7F3K anesthésie", "board.signoff", "role=anesthésie outcome=Agreed")]
    [InlineData("sign CB-7F3K prescriber", "board.signoff", "role=prescriber outcome=Agreed")]
    [InlineData("signer CB-7F3K prescripteur refus stent récent", "board.signoff", "role=prescripteur outcome=Refused reason=stent récent")]
    [InlineData("signer CB-7F3K prescripteur correction motif=arrêt à J−7", "board.signoff", "role=prescripteur outcome=Corrected reason=arrêt à J−7")]
    [InlineData("signer CB-7F3K anesthésie peut-être", "board.signoff", "role=anesthésie outcome=peut-être")]
    [InlineData("clore CB-7F3K accepté", "board.close", "decision=accepté")]
    [InlineData("close CB-7F3K refused motif=comorbidité", "board.close", "decision=refused reason=comorbidité")]
    [InlineData("clore CB-7F3K conditions après transfusion prévu=2026-12-14 motif=nouveau", "board.close", "decision=conditions text=après transfusion reason=nouveau plannedAt=2026-12-14")]
    [InlineData("clore CB-7F3K reporté séance=10/12/2026", "board.close", "decision=reporté plannedAt=10/12/2026")]
    [InlineData("clore CB-7F3K", "board.close", "decision=?")]
    [InlineData("rouvrir CB-7F3K", "board.reopen", "")]
    public void WhatIsTypedIsWhatTheCardWouldHaveSent(string line, string verb, string inputs)
    {
        var command = Command.Read(line)!;
        Assert.True(command.IsForBoards);
        var submission = TypedBoard.Read(command.Kind, command.Argument)!;

        Assert.Equal((verb, "CB-7F3K", -1), (submission.Verb, submission.Case, submission.Revision));
        Assert.Equal(inputs, string.Join(' ', submission.Inputs.Where(input => input.Value.Length > 0).Select(input => $"{input.Key}={input.Value}").OrderBy(Place)));
    }

    [Theory]
    [InlineData("avis favorable")]
    [InlineData("clore")]
    public void WithoutACaseItIsSaidHow(string line)
    {
        var command = Command.Read(line)!;
        Assert.Null(TypedBoard.Read(command.Kind, command.Argument));
        Assert.Contains("CB-XXXX", TypedBoard.HowTo(command.Kind).Fr, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryWordOfTheExamplesIsUnderstood()
    {
        Assert.All(["favorable", "conditions", "défavorable", "infos", "favourable", "unfavourable", "info"], word => Assert.NotNull(BoardChoices.Opinions.Find(word)));
        Assert.All(["accepté", "conditions", "refusé", "reporté", "autre", "accepted", "refused", "postponed", "other"], word => Assert.NotNull(BoardChoices.Decisions.Find(word)));
        Assert.All(["anesthésie", "prescripteur", "anaesthesia", "prescriber"], word => Assert.NotNull(BoardChoices.Roles.Find(word)));
        Assert.All(["accord", "correction", "refus", "agreed", "corrected", "refused"], word => Assert.NotNull(BoardChoices.Outcomes.Find(word)));
        Assert.All(["souhait", "comorbidité", "nouveau", "expérience", "moyens", "autre", "wish", "comorbidity", "finding", "experience", "resources", "other"], word => Assert.NotNull(BoardChoices.Reasons.Find(word)));
        Assert.All(["radiologie", "rhumatologie", "oncologie", "radiothérapie", "orthopédie", "douleur", "anesthésie", "pharmacie"], word => Assert.NotNull(BoardChoices.Specialties.Find(word)));
    }

    /// <summary>Nobody's second word is another's first: what is chosen by one is chosen by no other.</summary>
    [Fact]
    public void NoWordMeansTwoThings()
    {
        Assert.All(BoardChoices.Opinions, choice => Assert.Equal(choice.Value, BoardChoices.Opinions.Find(choice.Id)));
        Assert.Equal(
            BoardChoices.Specialties.SelectMany(choice => choice.Words).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            BoardChoices.Specialties.Sum(choice => choice.Words.Length));
    }

    private static int Place(string input) => Array.IndexOf(["opinion", "role", "outcome", "decision", "comment", "text", "specialty", "reason", "plannedAt"], input.Split('=')[0]);
}
