using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Citations;

/// <summary>The chapter, statement by statement. Nothing of it is left out but its headings.</summary>
public static class Statements
{
    /// <summary>All of them, in the source's order.</summary>
    public static IReadOnlyList<Statement> All { get; } = [.. StatementsOnIndications.Rows, .. StatementsOnRisks.Rows, .. StatementsOnTechniques.Rows];

    /// <summary>Facts that no statement asks for: shown beside the others, never read by a rule.</summary>
    public static IReadOnlyList<Fact> Ours { get; } = [Vocabulary.Label, Vocabulary.BloodsOn];
}
