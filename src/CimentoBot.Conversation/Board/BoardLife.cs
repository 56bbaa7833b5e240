using Stateless;
using Stateless.Graph;

namespace CimentoBot.Conversation.Board;

/// <summary>What moves a case on at the board.</summary>
public enum BoardTrigger
{
    /// <summary>It is posted again, with other answers or under other rules.</summary>
    Present,

    /// <summary>Somebody gives an opinion, or changes one.</summary>
    GiveOpinion,

    /// <summary>The decision is recorded.</summary>
    Close,

    /// <summary>A recorded decision is taken up again.</summary>
    Reopen,

    /// <summary>The session has passed without a decision.</summary>
    Expire,

    /// <summary>The guideline is suspended, or the channel is gone.</summary>
    Suspend,

    /// <summary>That is over.</summary>
    Resume,
}

/// <summary>The board's life of a case as a state machine: what may happen when, and where it leads. <c>docs/board.md</c> prints it.</summary>
public static class BoardLife
{
    private const string Quorum = "quorum";
    private const string NoQuorum = "no quorum";

    private static readonly BoardStage[] Running = [BoardStage.Posted, BoardStage.Discussed, BoardStage.Decided, BoardStage.Reopened, BoardStage.Expired];

    /// <summary>Where a trigger leads from a stage.</summary>
    /// <param name="from">The stage.</param>
    /// <param name="trigger">What happens.</param>
    /// <param name="quorum">Whether the opinions, with the one that is being given, make the quorum.</param>
    /// <param name="before">Where it stood before it was suspended.</param>
    /// <returns>The new stage; null where the trigger is not taken.</returns>
    public static BoardStage? After(BoardStage from, BoardTrigger trigger, bool quorum = false, BoardStage before = BoardStage.Posted)
    {
        var machine = Machine(from, () => quorum, () => before);
        if (!machine.CanFire(trigger))
        {
            return null;
        }

        machine.Fire(trigger);
        return machine.State;
    }

    /// <summary>The machine as a Mermaid state diagram.</summary>
    public static string Diagram() => MermaidGraph.Format(Machine(BoardStage.Posted, () => false, () => BoardStage.Posted).GetInfo());

    private static StateMachine<BoardStage, BoardTrigger> Machine(BoardStage from, Func<bool> quorum, Func<BoardStage> before)
    {
        var machine = new StateMachine<BoardStage, BoardTrigger>(from);
        foreach (var stage in Running)
        {
            Move(machine.Configure(stage), stage, BoardTrigger.GiveOpinion, BoardStage.Decided, quorum, Quorum);
            Move(machine.Configure(stage), stage, BoardTrigger.GiveOpinion, BoardStage.Discussed, () => !quorum(), NoQuorum);
            machine.Configure(stage)
                .Permit(BoardTrigger.Close, BoardStage.Closed)
                .Permit(BoardTrigger.Suspend, BoardStage.Suspended);
            if (stage is not BoardStage.Expired)
            {
                machine.Configure(stage).Permit(BoardTrigger.Expire, BoardStage.Expired);
            }
        }

        machine.Configure(BoardStage.Posted).PermitReentry(BoardTrigger.Present);
        machine.Configure(BoardStage.Discussed).PermitReentry(BoardTrigger.Present);
        machine.Configure(BoardStage.Decided).Permit(BoardTrigger.Present, BoardStage.Discussed);
        machine.Configure(BoardStage.Reopened).PermitReentry(BoardTrigger.Present);
        machine.Configure(BoardStage.Expired)
            .Permit(BoardTrigger.Present, BoardStage.Reopened)
            .Permit(BoardTrigger.Reopen, BoardStage.Reopened);
        machine.Configure(BoardStage.Closed)
            .PermitReentry(BoardTrigger.Present)
            .Permit(BoardTrigger.Reopen, BoardStage.Reopened)
            .Permit(BoardTrigger.Suspend, BoardStage.Suspended);
        foreach (var stage in Running.Append(BoardStage.Closed))
        {
            machine.Configure(BoardStage.Suspended).PermitIf(BoardTrigger.Resume, stage, () => before() == stage, $"was {stage}");
        }

        return machine;
    }

    private static void Move(
        StateMachine<BoardStage, BoardTrigger>.StateConfiguration stage, BoardStage from, BoardTrigger trigger, BoardStage to, Func<bool> guard, string words)
    {
        if (from == to)
        {
            stage.PermitReentryIf(trigger, guard, words);
        }
        else
        {
            stage.PermitIf(trigger, to, guard, words);
        }
    }
}
