using System.Collections.Immutable;
using CimentoBot.Conversation.Board;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Tests;

/// <summary>What moves a case on at the board, and what does not.</summary>
public sealed class BoardLifeTests
{
    [Theory]
    [InlineData(BoardStage.Posted, BoardTrigger.GiveOpinion, false, BoardStage.Discussed)]
    [InlineData(BoardStage.Posted, BoardTrigger.GiveOpinion, true, BoardStage.Decided)]
    [InlineData(BoardStage.Decided, BoardTrigger.GiveOpinion, false, BoardStage.Discussed)]
    [InlineData(BoardStage.Decided, BoardTrigger.Present, false, BoardStage.Discussed)]
    [InlineData(BoardStage.Posted, BoardTrigger.Close, false, BoardStage.Closed)]
    [InlineData(BoardStage.Closed, BoardTrigger.Reopen, false, BoardStage.Reopened)]
    [InlineData(BoardStage.Closed, BoardTrigger.Present, false, BoardStage.Closed)]
    [InlineData(BoardStage.Expired, BoardTrigger.Close, false, BoardStage.Closed)]
    [InlineData(BoardStage.Expired, BoardTrigger.Present, false, BoardStage.Reopened)]
    [InlineData(BoardStage.Closed, BoardTrigger.GiveOpinion, true, null)]
    [InlineData(BoardStage.Closed, BoardTrigger.Close, true, null)]
    [InlineData(BoardStage.Closed, BoardTrigger.Expire, false, null)]
    [InlineData(BoardStage.Posted, BoardTrigger.Reopen, false, null)]
    [InlineData(BoardStage.Suspended, BoardTrigger.GiveOpinion, true, null)]
    [InlineData(BoardStage.Suspended, BoardTrigger.Close, true, null)]
    public void AStageTakesWhatItTakes(BoardStage from, BoardTrigger trigger, bool quorum, BoardStage? to) =>
        Assert.Equal(to, BoardLife.After(from, trigger, quorum));

    [Fact]
    public void WhatWasSuspendedGoesOnWhereItStood()
    {
        foreach (var before in Enum.GetValues<BoardStage>().Where(stage => stage is not BoardStage.Suspended))
        {
            Assert.Equal(BoardStage.Suspended, BoardLife.After(before, BoardTrigger.Suspend));
            Assert.Equal(before, BoardLife.After(BoardStage.Suspended, BoardTrigger.Resume, before: before));
        }
    }

    [Theory]
    [InlineData("3", "oncology,radiology", false)]
    [InlineData("3", "oncology,radiology,pharmacy", true)]
    [InlineData("oncologie, radiothérapie", "oncology,radiology,pharmacy", false)]
    [InlineData("oncologie, radiothérapie", "oncology,radiotherapy", true)]
    public void AQuorumIsANumberOrNames(string quorum, string heard, bool isMet) => Assert.Equal(
        isMet, Quorum.Read(quorum)!.IsMetBy([.. heard.Split(',').Select(name => BoardChoices.Specialties.Find(name)!.Value)]));

    [Theory]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("-1")]
    [InlineData("médium")]
    [InlineData("oncologie,médium")]
    public void AnythingElseIsNoQuorum(string text) => Assert.Null(Quorum.Read(text));

    [Theory]
    [InlineData(BoardDecision.Accepted, Effect.Eligible, false)]
    [InlineData(BoardDecision.Accepted, Effect.EligibleWithConditions, false)]
    [InlineData(BoardDecision.Accepted, Effect.BoardDecision, false)]
    [InlineData(BoardDecision.Accepted, Effect.Deferred, true)]
    [InlineData(BoardDecision.AcceptedWithConditions, Effect.Contraindicated, true)]
    [InlineData(BoardDecision.Accepted, null, true)]
    [InlineData(BoardDecision.Refused, Effect.Eligible, true)]
    [InlineData(BoardDecision.Refused, Effect.BoardDecision, false)]
    [InlineData(BoardDecision.Refused, null, false)]
    [InlineData(BoardDecision.OtherTreatment, Effect.EligibleWithConditions, true)]
    [InlineData(BoardDecision.OtherTreatment, Effect.NotIndicated, false)]
    [InlineData(BoardDecision.Postponed, Effect.Eligible, false)]
    public void ADecisionUnlikeTheVerdictAsksForAReason(BoardDecision decision, Effect? verdict, bool needs) =>
        Assert.Equal(needs, Deviation.NeedsAReason(decision, verdict));

    [Fact]
    public void AnOpinionOfAnEarlierPresentationStaysAndCountsForNoQuorum()
    {
        var board = new BoardCase
        {
            Code = "CB-7F3K",
            Channel = "19:rcp",
            Session = new(2026, 12, 3),
            Presentations = [Presented(1), Presented(2)],
            Opinions = [Said("one", Specialty.Oncology, 1), Said("two", Specialty.Radiology, 2), Said("one", Specialty.Oncology, 1), Said("three", null, 2)],
        };

        Assert.Equal(3, board.LastOpinions.Count());
        Assert.Equal([Specialty.Radiology], board.SpecialtiesHeard);
    }

    private static Presentation Presented(int number) => new(
        number, default, Eligibility.Facts.Case.Empty, new("2026.1", "hash", new(2026, 11, 30), Effect.Eligible, Effect.Eligible, ImmutableArray<string>.Empty), "");

    private static Opinion Said(string by, Specialty? specialty, int presentation) => new(by, specialty, OpinionValue.Favourable, "", default, presentation);
}
