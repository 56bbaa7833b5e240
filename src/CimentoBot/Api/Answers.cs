using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary>Puts what the eligibility core says into the shapes of the contract.</summary>
internal static class Answers
{
    /// <param name="assessed">What was made of a case.</param>
    /// <param name="guideline">The rules.</param>
    /// <param name="language">The language of the words.</param>
    /// <param name="explained">The case, where it is to be said why each rule held, failed or is open.</param>
    public static EligibilityAnswer Of(CaseAssessment assessed, Guideline guideline, Language language, Case? explained = null) => new(
        assessed.Verdict is { } verdict ? (Verdict)verdict : Verdict.Undetermined,
        assessed.AtBest,
        assessed.AtWorst,
        [.. assessed.Findings.Select(finding => Of(finding, language))],
        [.. assessed.Open.Select(rule => rule.Id)],
        assessed.Missing,
        [.. assessed.Holds.Select(hold => Of(hold, language))],
        assessed.EarliestProcedureDate?.ToDateOnly(),
        [.. assessed.NotUsed.Select(fact => fact.Path)],
        [.. assessed.Citations.Select(citation => new CitationAnswer(citation.Id, citation.Where, citation.References))],
        [.. assessed.References.Select(Of)],
        new(Guideline.Title.In(language), Guideline.Scope.In(language), Guideline.Edition, guideline.Hash),
        explained is null ? null : Explanations.Of(assessed, explained, language));

    public static GuidelineAnswer Of(Guideline guideline, Language language) => new(
        Guideline.Title.In(language),
        Guideline.Scope.In(language),
        Guideline.Edition,
        guideline.Hash,
        [.. guideline.Rules.Select(rule => Of(rule, language))],
        [.. Bibliography.All.Select(Of)]);

    private static FindingAnswer Of(Finding finding, Language language) => new(
        finding.Rule.Id,
        finding.Rule.Effect,
        finding.Rule.Urgent,
        finding.Rule.Statement.In(language),
        [.. finding.Citations.Select(citation => citation.Id)],
        finding.Rule.Reading?.Id);

    private static HoldAnswer Of(Hold hold, Language language) => new(
        hold.Drug,
        hold.Action,
        hold.StopOn?.ToDateOnly(),
        hold.LastDoseBefore?.ToDateTimeOffset(),
        hold.DaysBefore,
        hold.Met,
        hold.Statement.In(language),
        hold.Reading?.Id,
        hold.Citation.Id);

    private static RuleAnswer Of(Rule rule, Language language) => new(
        rule.Id,
        rule.Condition(language),
        rule.Effect,
        string.Join(", ", rule.Where.Select(citation => citation.Where)),
        [.. rule.Where.SelectMany(citation => citation.References).Distinct().Order()],
        rule.Statement.In(language),
        rule.Reading?.Id);

    private static ReferenceAnswer Of(Reference reference) => new(reference.Number, reference.Text);
}
