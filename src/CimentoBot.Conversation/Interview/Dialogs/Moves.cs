using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Steps;

namespace CimentoBot.Conversation.Interview.Dialogs;

/// <summary>Where a command takes the interview: the case as it is then, or null where it leads nowhere.</summary>
internal static class Moves
{
    /// <summary>Past the step that is shown; what was not answered is not known yet.</summary>
    public static CaseFile Next(CaseFile file, Bedside bedside) => (Itinerary.Find(file.Step) is { } section
        ? Interviewer.Submit(file, section, Interviewer.AnswersOf(file, section, bedside), bedside).File
        : Itinerary.Waits(file.Step) ? StepDialog.Acknowledged(file)
        : file) with
    { Typed = true };

    public static CaseFile? Back(CaseFile file, Bedside bedside) => Itinerary.Before(file, bedside) is { } before
        ? Itinerary.Reopen(file, before, bedside) with { WentOn = file.WentOn && before != Itinerary.Lesion }
        : null;

    /// <summary>To the section of that title, or with the question of that label.</summary>
    public static CaseFile? Edit(CaseFile file, string label, Bedside bedside)
    {
        var section = Itinerary.All.FirstOrDefault(section =>
            Fold.Same(section.Title.In(file.Language), label)
            || TypedLines.Named(label, section.FieldsFor(file, bedside)) is not null);
        return section is null ? null : Itinerary.Reopen(file, section, bedside);
    }
}
