using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Rules;

/// <summary>What the rows make of a partly known case. Exact: what three-valued logic leaves open, the diagram has settled.</summary>
public sealed class Outlook
{
    private readonly Guideline guideline;
    private readonly uint[] allowed;
    private readonly Truth[] rules;
    private readonly Truth[] facts;
    private FactSet? mattering;
    private FactSet[]? because;

    internal Outlook(Guideline guideline, uint[] allowed, Truth[] rules, Truth[] facts)
    {
        this.guideline = guideline;
        this.allowed = allowed;
        this.rules = rules;
        this.facts = facts;
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
    internal Truth Holds(int rule) => rules[rule];

    /// <summary>Whether it is a finding: no condition is shown where cement is refused.</summary>
    internal Truth Shows(int rule) => Refused && guideline.ShownUnlessRefused[rule] ? Truth.No : Holds(rule);

    /// <summary>The facts that settle it.</summary>
    internal FactSet Because(int rule) => (because ??= guideline.Because(allowed, rules))[rule];

    /// <summary>The facts that can still decide it.</summary>
    internal FactSet Awaits(int rule) => Holds(rule) is Truth.Unknown ? guideline.Moving(rule, allowed) : default;

    /// <summary>Whether a fact concerns every completion, some or none.</summary>
    public Truth Concerns(Fact fact) =>
        facts[fact.Index] is Truth.Unknown ? guideline.Concerns(fact, allowed) : facts[fact.Index];

    /// <summary>Whether a fact that is not known, once it is, can still change which rules hold.</summary>
    public bool Matters(Fact fact) => (mattering ??= Mattering()).Contains(fact);

    private FactSet Mattering()
    {
        var bits = 0u;
        for (var row = 0; row < rules.Length; row++)
        {
            bits |= Awaits(row).Bits;
        }

        return new(bits);
    }

    /// <summary>Where the rules still open could not worsen the verdict it stands; else the diagram knows what is reached.</summary>
    private (Effect Best, Effect Worst) BoundsOf()
    {
        var worst = (int)Effect.Eligible;
        var possible = worst;
        var effects = guideline.Effects;
        for (var row = 0; row < rules.Length; row++)
        {
            worst = rules[row] is Truth.Yes ? Math.Max(worst, effects[row]) : worst;
            possible = rules[row] is Truth.Unknown ? Math.Max(possible, effects[row]) : possible;
        }

        return possible > worst ? guideline.Bounds(allowed) : ((Effect)worst, (Effect)worst);
    }
}
