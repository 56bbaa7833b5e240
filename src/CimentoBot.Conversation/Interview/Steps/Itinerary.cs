using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>The interview's steps in order, and the one place that says which comes next.</summary>
public static class Itinerary
{
    public const string Early = "early";
    public const string Review = "review";
    public const string Verdict = "verdict";

    public static readonly Section Lesion = new FactSection("lesion", new("La lésion et le but", "The lesion and the aim"),
        Site, Label, Matrix, Extent, Fractured, Pain, Aims, SurgicalCandidate, ReirradiationPossible);

    public static readonly Section Details = new FactSection("details", new("Ce qui est à préciser", "What this calls for"),
        Wall, SpinalCanal, Radiculopathy, WideSoftTissueExtension, JointBreach, WeightBearing, CompressionFractureRisk,
        Intensity, LesionIsSource, Control, Intolerance, OtherTechniquesExhausted);

    public static readonly Section Patient = new FactSection("patient", new("Le patient et son bilan", "The patient and the blood tests"),
        NeuralStructure, SystemicInfection, PunctureSiteInfection, SevereCoagulopathy, CementAllergy, Immunosuppressed,
        Platelets, ProthrombinRatio, BloodsOn);

    public static readonly Section Medicines = new MedicinesSection();

    public static readonly Section LastDoses = new LastDosesSection();

    /// <summary>The sections that ask something.</summary>
    public static IReadOnlyList<Section> All { get; } = [Lesion, Details, Patient, Medicines, LastDoses];

    /// <summary>Whether a step waits for somebody: a case that was just opened stands at none, and one that was finished at its verdict.</summary>
    public static bool Waits(string step) => step is Early or Review || Find(step) is not null;

    public static Section? Find(string id) => All.FirstOrDefault(section => section.Id == id);

    /// <summary>The step that comes next: a section that was asked for again, a section with a question not yet answered, an early decision, the review or the verdict.</summary>
    public static string Next(CaseFile file, Bedside bedside)
    {
        if (file.Wanted is { } wanted && Find(wanted) is { } section && section.FieldsFor(file, bedside).Count > 0)
        {
            return wanted;
        }

        if (file.Ended && !bedside.IsSuspended)
        {
            return Verdict;
        }

        if (All.FirstOrDefault(one => !IsDone(one, file, bedside) || IsInDoubt(one, file, bedside)) is not { } open)
        {
            return file.Asked.Contains(Review) ? Verdict : Review;
        }

        return IsDecidedEarly(file, open, bedside) ? Early : open.Id;
    }

    /// <summary>The section before the step that is shown, among those that ask something; null at the first.</summary>
    public static Section? Before(CaseFile file, Bedside bedside)
    {
        var done = Find(file.Step) is null
            ? All.Where(section => IsDone(section, file, bedside))
            : All.TakeWhile(section => section.Id != file.Step);
        return done.LastOrDefault(section => section.FieldsFor(file, bedside).Count > 0);
    }

    /// <summary>The sections directly before one that ask nothing in this case.</summary>
    public static IReadOnlyList<Section> PassedBefore(Section section, CaseFile file, Bedside bedside) =>
        [.. All.TakeWhile(one => one != section).Reverse().TakeWhile(one => one.FieldsFor(file, bedside).Count == 0).Reverse()];

    /// <summary>The case with a section to be answered again; its answers stay.</summary>
    public static CaseFile Reopen(CaseFile file, Section section, Bedside bedside) => file with
    {
        Asked = file.Asked.Except(section.FieldsFor(file, bedside).Select(field => field.Id)).Remove(Review),
        Wanted = section.Id,
    };

    internal static bool IsDone(Section section, CaseFile file, Bedside bedside) =>
        section.FieldsFor(file, bedside).All(field => file.Asked.Contains(field.Id));

    /// <summary>A correction of a section that is done, which has to be asked about first.</summary>
    private static bool IsInDoubt(Section section, CaseFile file, Bedside bedside) =>
        section.FieldsFor(file, bedside).Any(field => file.Draft.ContainsKey(field.Id));

    private static bool IsDecidedEarly(CaseFile file, Section open, Bedside bedside) =>
        !file.WentOn
        && !bedside.IsSuspended
        && open != Lesion
        && bedside.Assessor.Assess(file.Facts, bedside.Today).AtBest is Effect.Contraindicated;
}
