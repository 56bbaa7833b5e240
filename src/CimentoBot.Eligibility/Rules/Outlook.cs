using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Rules;

/// <summary>What the rows make of a partly known case. Exact: what three-valued logic leaves open, the diagram has settled.</summary>
public sealed class Outlook
{
    private readonly Guideline guideline;
    private readonly uint[] allowed;
    private readonly Truth[] truths;
    private FactSet? mattering;
    private FactSet[]? because;

    internal Outlook(Guideline guideline, uint[] allowed, Truth[] truths)
    {
        this.guideline = guideline;
        this.allowed = allowed;
        this.truths = truths;
        (Best, Worst) = BoundsOf();
    }

    /// <summary>The best verdict that some completion reaches.</summary>
    internal Effect Best { get; }

    /// <summary>The worst one.</summary>
    internal Effect Worst { get; }

    /// <summary>Cement is refused whatever is still unknown.</summary>
    internal bool Refused => Best >= Effect.NotIndicated;

    /// <summary>The facts that can still move the verdict.</summary>
    internal FactSet Moving => Best == Worst ? default : guideline.Moving(allowed);

    /// <summary>Whether a rule's criterion holds in every completion, in some or in none.</summary>
    internal Truth Holds(int rule) => truths[guideline.Compiled[rule].Gate];

    /// <summary>Whether it is a finding: no condition is shown where cement is refused.</summary>
    internal Truth Shows(int rule) => Refused && guideline.ShownUnlessRefused[rule] ? Truth.No : Holds(rule);

    /// <summary>The facts that settle it.</summary>
    internal FactSet Because(int rule) => (because ??= guideline.Because(allowed, truths))[rule];

    /// <summary>The facts that can still decide it.</summary>
    internal FactSet Awaits(int rule) => Holds(rule) is Truth.Unknown ? guideline.Moving(rule, allowed) : default;

    /// <summary>Whether a fact concerns every completion, some or none.</summary>
    public Truth Concerns(Fact fact) =>
        truths[guideline.GateOf(fact)] is var truth && truth is Truth.Unknown ? guideline.Concerns(fact, allowed) : truth;

    /// <summary>Whether a fact that is not known, once it is, can still change which rules hold.</summary>
    public bool Matters(Fact fact) => (mattering ??= Mattering()).Contains(fact);

    private FactSet Mattering()
    {
        var bits = 0u;
        for (var row = 0; row < guideline.Rules.Count; row++)
        {
            bits |= Awaits(row).Bits;
        }

        return new(bits);
    }

    /// <summary>An open rule is reached by some completion, and so is its effect; whether one spares all of them, the diagram knows.</summary>
    private (Effect Best, Effect Worst) BoundsOf()
    {
        var settled = (int)Effect.Eligible;
        var possible = settled;
        var effects = guideline.Effects;
        var compiled = guideline.Compiled;
        for (var row = 0; row < compiled.Length; row++)
        {
            var truth = truths[compiled[row].Gate];
            settled = truth is Truth.Yes ? Math.Max(settled, effects[row]) : settled;
            possible = truth is Truth.Unknown ? Math.Max(possible, effects[row]) : possible;
        }

        return possible > settled ? (guideline.Best(allowed, (Effect)settled), (Effect)possible) : ((Effect)settled, (Effect)settled);
    }
}
