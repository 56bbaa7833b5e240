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

/// <summary>A smallest set of facts that somebody can act on, and the verdict that their values would bring.</summary>
/// <param name="Facts">Each fact and the value it would need, in words.</param>
/// <param name="AtBest">The best verdict then.</param>
/// <param name="AtWorst">The worst one then.</param>
public sealed record Change(IReadOnlyList<Phrase> Facts, Effect AtBest, Effect AtWorst);
