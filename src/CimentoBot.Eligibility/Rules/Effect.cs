using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Rules;

/// <summary>What a rule does to the verdict, best first: the verdict is the worst effect among the rules that hold.</summary>
public enum Effect
{
    Eligible,
    EligibleWithConditions,
    BoardDecision,
    Deferred,
    NotIndicated,
    Contraindicated,
}

/// <summary>The verdict's labels, which are part of the contract.</summary>
public static class Verdicts
{
    public static readonly Phrase Undetermined = new("Indéterminé", "Undetermined");

    public static Phrase Label(this Effect verdict) => verdict switch
    {
        Effect.Eligible => new("Éligible", "Eligible"),
        Effect.EligibleWithConditions => new("Éligible sous conditions", "Eligible with conditions"),
        Effect.BoardDecision => new("À discuter en RCP", "For board discussion"),
        Effect.Deferred => new("À reporter", "To be deferred"),
        Effect.NotIndicated => new("Non indiqué", "Not indicated"),
        Effect.Contraindicated => new("Contre-indiqué", "Contraindicated"),
    };
}
