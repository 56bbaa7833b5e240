using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary>A verdict: an effect, or undetermined when the facts that are missing can still move it.</summary>
internal enum Verdict
{
    Eligible,
    EligibleWithConditions,
    BoardDecision,
    Deferred,
    NotIndicated,
    Contraindicated,
    Undetermined,
}

/// <summary>What the guideline says of a case on a day. It decides nothing: the tumour board does.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="AtBest">The best verdict that some completion of the case reaches.</param>
/// <param name="AtWorst">The worst one.</param>
/// <param name="Findings">The rules that hold whatever is still unknown: urgent first, then worst effect first.</param>
/// <param name="Open">Ids of the rules that hold in some completions only.</param>
/// <param name="Missing">Paths of the facts that can still move the verdict, and of an aspirin dose that a hold needs.</param>
/// <param name="Holds">The hold schedule; empty where cement is refused.</param>
/// <param name="EarliestProcedureDate">The first date as far as medicine holds go; null where that cannot be said.</param>
/// <param name="NotUsed">Paths of facts that were given and do not concern the case.</param>
/// <param name="Citations">Where findings and holds stand in the source.</param>
/// <param name="References">The bibliography that the citations name.</param>
/// <param name="Guideline">The rules that were applied.</param>
/// <param name="Explanation">With <c>explain=true</c>: why each rule held, failed or is open, in the order of the table.</param>
internal sealed record EligibilityAnswer(
    Verdict Verdict,
    Effect AtBest,
    Effect AtWorst,
    IReadOnlyList<FindingAnswer> Findings,
    IReadOnlyList<string> Open,
    IReadOnlyList<string> Missing,
    IReadOnlyList<HoldAnswer> Holds,
    DateOnly? EarliestProcedureDate,
    IReadOnlyList<string> NotUsed,
    IReadOnlyList<CitationAnswer> Citations,
    IReadOnlyList<ReferenceAnswer> References,
    GuidelineHeading Guideline,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ExplanationAnswer>? Explanation = null);

/// <summary>A rule that holds.</summary>
/// <param name="Rule">The rule's permanent id.</param>
/// <param name="Effect">What it does to the verdict; null for an indication, a suggestion, an information.</param>
/// <param name="Urgent">Stands directly under the verdict whatever it is.</param>
/// <param name="Statement">What the rule says.</param>
/// <param name="Citations">Ids of citations.</param>
/// <param name="Reading">Id of the reading of ours that the rule leans on, where the source leaves room.</param>
internal sealed record FindingAnswer(
    string Rule,
    Effect? Effect,
    bool Urgent,
    string Statement,
    IReadOnlyList<string> Citations,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reading);

/// <summary>What became of a rule.</summary>
internal enum RuleOutcome
{
    Holds,
    Fails,
    Open,
}

/// <summary>Why a rule held, failed or is open.</summary>
/// <param name="Rule">The rule's permanent id.</param>
/// <param name="Outcome">It holds whatever is still unknown, fails whatever is, or is open.</param>
/// <param name="Condition">When it holds, in words.</param>
/// <param name="Facts">The facts that settle it, as few as do; empty while it is open, and for what always holds.</param>
/// <param name="Awaits">Paths of the unknown facts on which it hinges while it is open.</param>
internal sealed record ExplanationAnswer(
    string Rule, RuleOutcome Outcome, string Condition, IReadOnlyList<ExplanationFact> Facts, IReadOnlyList<string> Awaits);

/// <summary>A fact that settles a rule.</summary>
/// <param name="Path">Its path in the case.</param>
/// <param name="Value">Its value there; null for the planned day where none was said, without which no window can be missed.</param>
internal sealed record ExplanationFact(string Path, JsonNode? Value);

/// <summary>What is to be done with a drug before the procedure: a project until the board, anaesthesia and the prescriber agree.</summary>
/// <param name="Drug">The English INN, or the text as given where the table does not know it.</param>
/// <param name="Action">What to do.</param>
/// <param name="StopOn">The first day without a dose.</param>
/// <param name="LastDoseBefore">The latest instant of the last dose, for 48 hours before a known hour; stopOn is null then.</param>
/// <param name="DaysBefore">5, 2 or 1 days before the procedure; null for what continues and what is not covered.</param>
/// <param name="Met">Whether the hold is kept on the planned date.</param>
/// <param name="Statement">The hold in words.</param>
/// <param name="Reading">Id of the reading of ours that it leans on.</param>
/// <param name="Citation">Id of a citation.</param>
internal sealed record HoldAnswer(
    string Drug,
    HoldAction Action,
    DateOnly? StopOn,
    DateTimeOffset? LastDoseBefore,
    int? DaysBefore,
    HoldMet Met,
    string Statement,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reading,
    string Citation);

/// <summary>A place in the source.</summary>
/// <param name="Id">Named by findings and holds.</param>
/// <param name="Where">A question (Q4), a table (T8) or a recommendation (R1).</param>
/// <param name="References">Numbers of the bibliography.</param>
internal sealed record CitationAnswer(string Id, string Where, IReadOnlyList<int> References);

/// <summary>A reference of the source's bibliography.</summary>
/// <param name="Number">Its number there.</param>
/// <param name="Text">Authors, title, journal, year, pages.</param>
internal sealed record ReferenceAnswer(int Number, string Text);

/// <summary>Which rules were applied.</summary>
/// <param name="Title">What the chapter is called.</param>
/// <param name="Scope">What it is about, and what it is not.</param>
/// <param name="Edition">The edition of the rules.</param>
/// <param name="Hash">Changes with every change of a rule.</param>
internal sealed record GuidelineHeading(string Title, string Scope, string Edition, string Hash);

/// <summary>The rules as a whole.</summary>
/// <param name="Title">What the chapter is called.</param>
/// <param name="Scope">What it is about, and what it is not.</param>
/// <param name="Edition">The edition of the rules.</param>
/// <param name="Hash">Changes with every change of a rule.</param>
/// <param name="Rules">Every rule.</param>
/// <param name="References">The bibliography.</param>
internal sealed record GuidelineAnswer(
    string Title, string Scope, string Edition, string Hash, IReadOnlyList<RuleAnswer> Rules, IReadOnlyList<ReferenceAnswer> References);

/// <summary>A rule.</summary>
/// <param name="Id">Permanent; charts and audits quote it.</param>
/// <param name="Condition">When it holds, in words.</param>
/// <param name="Effect">What it does to the verdict; null for an indication, a suggestion, an information.</param>
/// <param name="Where">Where it stands in the source: codes of questions (Q4), table 8 (T8), recommendations (R1).</param>
/// <param name="References">Numbers of the bibliography.</param>
/// <param name="Statement">What it says.</param>
/// <param name="Reading">Id of the reading of ours that it leans on.</param>
internal sealed record RuleAnswer(
    string Id,
    string Condition,
    Effect? Effect,
    string Where,
    IReadOnlyList<int> References,
    string Statement,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reading);

/// <summary>What is wrong with a request (RFC 9457).</summary>
/// <param name="Type">The kind of problem.</param>
/// <param name="Title">The problem in words.</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Errors">For each path that is wrong, what is wrong and what is taken; empty where the request is good.</param>
/// <param name="Detail">Of a suspended guideline: why.</param>
internal sealed record ApiProblem(
    string Type,
    string Title,
    int Status,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Errors,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null);
