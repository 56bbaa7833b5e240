using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;

namespace CimentoBot.Eligibility.Assessment;

/// <summary>A rule that holds in every completion of the case, with its citations for this case.</summary>
public sealed record Finding(Rule Rule, IReadOnlyList<Citation> Citations);

/// <summary>What the guideline says of a case on a day.</summary>
/// <param name="AtBest">The best verdict that some completion of the case reaches.</param>
/// <param name="AtWorst">The worst one.</param>
/// <param name="Findings">The rules that hold whatever is still unknown: urgent first, then worst effect first, then table order.</param>
/// <param name="Open">The rules that hold in some completions only.</param>
/// <param name="Missing">Paths of exactly the unknown facts that can move the verdict, and of an aspirin dose that a hold needs.</param>
/// <param name="Holds">The schedule; empty where cement is refused.</param>
/// <param name="EarliestProcedureDate">The first date as far as medicine holds go.</param>
/// <param name="NotUsed">Facts that were said and concern no completion.</param>
public sealed record CaseAssessment(
    Effect AtBest,
    Effect AtWorst,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Rule> Open,
    IReadOnlyList<string> Missing,
    IReadOnlyList<Hold> Holds,
    LocalDate? EarliestProcedureDate,
    IReadOnlyList<Fact> NotUsed)
{
    /// <summary>Why each rule holds, fails or is open, in table order. Computed when asked for.</summary>
    public IReadOnlyList<Reason> Reasons => Explain();

    internal Func<IReadOnlyList<Reason>> Explain { get; init; } = () => [];

    /// <summary>The verdict; null = undetermined.</summary>
    public Effect? Verdict => AtBest == AtWorst ? AtBest : null;

    /// <summary>The verdict's label, as the contract has it.</summary>
    public Phrase Label => Verdict?.Label() ?? Verdicts.Undetermined;

    /// <summary>Cement is refused whatever is still unknown: no drug is to be stopped for it.</summary>
    public bool Refused => AtBest >= Effect.NotIndicated;

    /// <summary>Every citation of findings and holds, in order of appearance.</summary>
    public IEnumerable<Citation> Citations =>
        Findings.SelectMany(finding => finding.Citations).Concat(Holds.Select(hold => hold.Citation)).DistinctBy(citation => citation.Id);

    /// <summary>The bibliography that they name, ascending.</summary>
    public IEnumerable<Reference> References =>
        Citations.SelectMany(citation => citation.References).Distinct().Order().Select(Bibliography.Find);
}

/// <summary>Why a rule holds, fails or is open in a case.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Outcome">Whether its criterion holds in every completion, in none, or in some.</param>
/// <param name="Because">The facts that settle it, as few as do: whatever the others are, it comes out so. Empty while it is open.</param>
/// <param name="Awaits">The facts that are not known and on which an open one hinges.</param>
/// <param name="Withheld">Its criterion holds or may, and it is not shown because cement is refused.</param>
public readonly record struct Reason(Rule Rule, Truth Outcome, FactSet Because, FactSet Awaits, bool Withheld);

/// <summary>What would better a verdict: a smallest set of facts that somebody can act on, and what their values would bring.</summary>
/// <param name="Facts">The facts.</param>
/// <param name="Words">Each of them and the value it would need, in words.</param>
/// <param name="AtBest">The best verdict then.</param>
/// <param name="AtWorst">The worst one then.</param>
public sealed record Change(FactSet Facts, IReadOnlyList<Phrase> Words, Effect AtBest, Effect AtWorst);
