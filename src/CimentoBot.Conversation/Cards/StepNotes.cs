using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Cards;

/// <summary>What stands above a step's questions, on its card and in its text alike.</summary>
internal static class StepNotes
{
    /// <summary>That the guideline is suspended, or null.</summary>
    public static string? Suspension(Bedside bedside, Language language) =>
        bedside.IsSuspended ? SuspensionWords.Line(bedside.Suspended).In(language) : null;

    /// <summary>The steps that were passed over on the way to this one, one line each.</summary>
    public static IEnumerable<string> Passed(CaseFile file, Section section, Bedside bedside, Language language) =>
        Itinerary.PassedBefore(section, file, bedside).Select(passed => Line(passed, file, bedside).In(language));

    private static Phrase Line(Section passed, CaseFile file, Bedside bedside)
    {
        var why = passed.SkippedFor(file, bedside).Select(skip => skip.Why).ToList();
        return new(
            $"Étape passée : {passed.Title.Fr} ({string.Join(" ; ", why.Select(one => one.Fr))}).",
            $"Step skipped: {passed.Title.En} ({string.Join("; ", why.Select(one => one.En))}).");
    }
}
