using System.Text.Json.Nodes;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Exchange;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Api;

/// <summary>Why each rule holds, fails or is open, in the shape of the contract.</summary>
internal static class Explanations
{
    /// <param name="assessed">What was made of the case.</param>
    /// <param name="subject">The case, whose values are quoted.</param>
    /// <param name="language">The language of the conditions.</param>
    public static IReadOnlyList<ExplanationAnswer> Of(CaseAssessment assessed, Case subject, Language language)
    {
        var said = CaseWriter.Write(subject);
        var reasons = assessed.Reasons;
        var refusing = WhatRefuses(reasons);
        return [.. reasons.Select(reason => Of(reason, reason.Withheld ? refusing : reason.Because, said, language))];
    }

    private static ExplanationAnswer Of(Reason reason, FactSet because, JsonObject said, Language language) => new(
        reason.Rule.Id,
        reason.Withheld ? RuleOutcome.Fails : OutcomeOf(reason.Outcome),
        reason.Rule.Condition(language),
        [.. because.Select(fact => new ExplanationFact(fact.Path, ValueOf(fact, said)))],
        reason.Withheld ? [] : [.. reason.Awaits.Select(fact => fact.Path)]);

    private static RuleOutcome OutcomeOf(Truth truth) => truth switch
    {
        Truth.Yes => RuleOutcome.Holds,
        Truth.No => RuleOutcome.Fails,
        Truth.Unknown => RuleOutcome.Open,
    };

    /// <summary>A rule that is not shown where cement is refused fails by the facts that refuse it, as few as do.</summary>
    private static FactSet WhatRefuses(IReadOnlyList<Reason> reasons) => reasons
        .Where(reason => reason is { Outcome: Truth.Yes, Rule.Effect: >= Effect.NotIndicated })
        .OrderBy(reason => reason.Because.Count)
        .Select(reason => reason.Because)
        .FirstOrDefault();

    private static JsonNode? ValueOf(Fact fact, JsonObject said) =>
        fact.Path.Split('.').Aggregate((JsonNode?)said, (json, name) => json?[name]);
}
