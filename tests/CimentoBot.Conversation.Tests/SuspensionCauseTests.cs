using CimentoBot.Conversation.Board;
using CimentoBot.Conversation.Cards;

namespace CimentoBot.Conversation.Tests;

/// <summary>A case that waits for two things waits for the end of both.</summary>
public sealed class SuspensionCauseTests
{
    private static readonly BoardCase Discussed = GalleryBoards.Discussed;

    [Theory]
    [InlineData(SuspensionCause.Guideline, SuspensionCause.Channel)]
    [InlineData(SuspensionCause.Channel, SuspensionCause.Guideline)]
    public void TheEndOfOneCauseIsNotTheEndOfTheOther(SuspensionCause first, SuspensionCause second)
    {
        var both = Discussed.SuspendedBy(first).SuspendedBy(second);
        Assert.Equal((BoardStage.Suspended, BoardStage.Discussed), (both.Stage, both.Before));
        Assert.Equal(BoardStage.Suspended, both.ResumedFrom(first).Stage);
        Assert.Equal(Discussed.Stage, both.ResumedFrom(first).ResumedFrom(second).Stage);
        Assert.Empty(both.ResumedFrom(second).ResumedFrom(first).SuspendedFor);
    }

    [Fact]
    public void WhatIsSaidTwiceChangesNothing()
    {
        var once = Discussed.SuspendedBy(SuspensionCause.Channel);
        Assert.Equal(once, once.SuspendedBy(SuspensionCause.Channel));
        Assert.Equal(Discussed, Discussed.ResumedFrom(SuspensionCause.Channel));
        Assert.Equal(once, once.ResumedFrom(SuspensionCause.Guideline));
    }

    [Fact]
    public void ADecisionStandsThroughASuspension()
    {
        var closed = GalleryBoards.Closed.SuspendedBy(SuspensionCause.Guideline);
        Assert.Equal(GalleryBoards.Closed.Standing, closed.Standing);
        Assert.Equal(BoardStage.Closed, closed.ResumedFrom(SuspensionCause.Guideline).Stage);
    }
}
