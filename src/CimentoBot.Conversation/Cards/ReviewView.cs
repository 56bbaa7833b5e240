using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>What the review says, for its card and for its text alike. While the guideline is suspended it says nothing that is drawn from rules.</summary>
internal sealed record ReviewView(
    IReadOnlyList<Phrase> Checks,
    IReadOnlyList<(Section Section, IReadOnlyList<RecapLine> Lines)> Sections,
    IReadOnlyList<Phrase> Missing,
    IReadOnlyList<Phrase> NotUsed,
    IReadOnlyList<Skip> NotAsked)
{
    public static ReviewView Of(CaseFile file, Bedside bedside)
    {
        var assessment = bedside.IsSuspended ? null : bedside.Assessor.Assess(file.Facts, bedside.Today);
        var asked = Itinerary.All.Where(section => section.FieldsFor(file, bedside).Count > 0).ToList();
        return new(
            CrossChecks.Of(file.Facts, assessment, bedside.Today),
            [.. asked.Select(section => (section, Recap.Of(section, file, bedside)))],
            [.. MissingFacts.Named(assessment?.Missing ?? [])],
            [.. (assessment?.NotUsed ?? []).Select(fact => fact.Label)],
            [.. Itinerary.All.SelectMany(section => section.SkippedFor(file, bedside))]);
    }
}

/// <summary>Names what is missing in words.</summary>
internal static class MissingFacts
{
    /// <summary>The only path that is no fact's is the dose of an aspirin.</summary>
    private static readonly Phrase AspirinDose = new("Dose d’aspirine par jour", "Daily dose of aspirin");

    public static IEnumerable<Phrase> Named(IEnumerable<string> paths) =>
        paths.Select(path => Vocabulary.Find(path)?.Label ?? AspirinDose).Distinct();
}
