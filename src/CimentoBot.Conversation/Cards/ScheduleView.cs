using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;

namespace CimentoBot.Conversation.Cards;

/// <summary>One drug of the timeline.</summary>
/// <param name="Day">«J−5 · mer. 9 déc. 2026»; empty for what has no day.</param>
/// <param name="Name">The drug; a name that the table does not know, as it was typed: whoever renders it escapes it.</param>
/// <param name="Status">Whether the hold is kept; empty where that says nothing.</param>
/// <param name="Statement">What to do.</param>
/// <param name="Source">Where it stands.</param>
internal sealed record ScheduleRow(string Day, string Name, string Status, string Statement, string Source);

/// <summary>The hold schedule as a timeline: what has no rule first, then by the day on which it stops.</summary>
internal sealed record ScheduleView(string Heading, IReadOnlyList<ScheduleRow> Rows, string? Procedure, string? First, string? Earliest, IReadOnlyList<string> Notes)
{
    /// <param name="file">The case.</param>
    /// <param name="assessment">What the guideline says of it.</param>
    /// <param name="agreed">Whether the board, anaesthesia and the prescriber have agreed to it.</param>
    /// <param name="language">The language.</param>
    public static ScheduleView Of(CaseFile file, CaseAssessment assessment, bool agreed, Language language)
    {
        var title = (agreed
            ? new Phrase("Calendrier des médicaments — convenu", "Medication schedule — agreed")
            : new Phrase("Calendrier des médicaments — projet", "Medication schedule — draft")).In(language);
        if (assessment is { Verdict: null, Holds.Count: > 0 })
        {
            title += language == Language.French ? " (ne rien arrêter encore)" : " (stop nothing yet)";
        }

        if (assessment.Refused)
        {
            return new(new Phrase("Médicaments", "Drugs").In(language), [], null, null, null, [HoldWords.NothingToStop.In(language)]);
        }

        if (assessment.Holds.Count == 0)
        {
            var list = file.Facts.Find(Vocabulary.Medications);
            var note = list is null
                ? new Phrase("Liste des médicaments non connue : aucun calendrier n’est possible.", "The list of drugs is not known: no schedule can be given.")
                : new Phrase("Aucun médicament agissant sur l’hémostase.", "No drug that acts on haemostasis.");
            return new(title, [], null, null, null, [note.In(language)]);
        }

        var planned = file.Facts.Find(Vocabulary.ProcedureAt);
        var notes = new List<string>();
        if (assessment.Holds.Any(hold => hold.Action is HoldAction.Bridge))
        {
            notes.Add(HoldWords.RepeatProthrombin.In(language));
        }

        notes.Add(HoldWords.UnderEverySchedule.In(language));
        return new(
            title,
            [.. Timeline(assessment.Holds, language)],
            planned is { } known ? new Phrase($"J : geste le {Dates.Long(known, Language.French)}", $"D: procedure on {Dates.Long(known, Language.English)}").In(language) : null,
            assessment.Verdict is null ? HoldWords.StopNothingYet.In(language) : FirstStop(assessment.Holds, language),
            assessment.EarliestProcedureDate is not { } date ? null : new Phrase(
                $"Première date possible, pour ce qui est des médicaments : {Dates.Long(date, Language.French)}",
                $"Earliest date, as far as medicine holds go: {Dates.Long(date, Language.English)}").In(language),
            notes);
    }

    /// <summary>A row a drug; drugs of which the same is said without a day share theirs, or sixty names would fill a card.</summary>
    private static IEnumerable<ScheduleRow> Timeline(IReadOnlyList<Hold> holds, Language language) => holds
        .OrderBy(Place)
        .Select(hold => Row(hold, language))
        .GroupBy(row => row.Day.Length > 0 ? (object)row : (row.Status, row.Statement, row.Source))
        .Select(same => same.First() with { Name = string.Join(", ", same.Select(row => row.Name)) });

    /// <summary>The first days come first; what has no rule comes before them, what continues comes last.</summary>
    private static int Place(Hold hold) => hold.Action switch
    {
        HoldAction.NotCovered => int.MinValue,
        HoldAction.Continue => int.MaxValue,
        _ => -hold.DaysBefore!.Value,
    };

    private static string? FirstStop(IReadOnlyList<Hold> holds, Language language)
    {
        var first = holds.Where(hold => hold is { Action: HoldAction.Stop, Met: not HoldMet.No })
            .Select(hold => (hold.Name, Day: hold.StopOn ?? hold.LastDoseBefore?.Date, hold.Statement))
            .Where(hold => hold.Day is not null)
            .OrderBy(hold => hold.Day)
            .FirstOrDefault();
        return first.Day is null ? null : $"{Sentence.Capital(first.Name.In(language))} — {first.Statement.In(language)}";
    }

    /// <summary>What is said of one drug.</summary>
    internal static ScheduleRow Row(Hold hold, Language language) => new(
        Day(hold, language),
        hold.IsKnown ? Sentence.Capital(hold.Name.In(language)) : hold.Name.In(language),
        Status(hold)?.In(language) ?? "",
        hold.Statement.In(language),
        VerdictView.Sourced([hold.Citation], hold.Reading, language));

    private static string Day(Hold hold, Language language)
    {
        if (hold.DaysBefore is not { } days)
        {
            return "";
        }

        var offset = (language == Language.French ? "J−" : "D−") + days;
        LocalDate? day = hold.StopOn ?? hold.LastDoseBefore?.Date;
        return day is { } known ? $"{offset} · {Dates.Short(known, language)}" : offset;
    }

    private static Phrase? Status(Hold hold) => (hold.Action, hold.Met) switch
    {
        (HoldAction.Stop, HoldMet.Yes) => new("✓ délai tenu", "✓ hold kept"),
        (HoldAction.Stop, HoldMet.CanBe) => new("peut être tenu", "can be kept"),
        (HoldAction.Stop or HoldAction.Bridge, HoldMet.No) => new("✗ ne peut plus être tenu à cette date", "✗ can no longer be kept on that date"),
        (HoldAction.Stop, HoldMet.Unknown) => new("date du geste à fixer", "date of the procedure to be fixed"),
        (HoldAction.DoseNeeded, _) => new("dose à préciser", "dose needed"),
        (HoldAction.NotCovered, _) => new("avis à demander", "advice to be sought"),
        _ => null,
    };
}
