using System.Globalization;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime.Text;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>The drugs that act on haemostasis and the planned date, which are read together.</summary>
public sealed class MedicinesSection() : Section("medicines", new("Médicaments et date", "Drugs and date"))
{
    private static readonly IReadOnlyList<Field> All =
        [Fields.Medications, Fields.OtherDrugs, Fields.AspirinDose, Fields.ProcedureDate, Fields.ProcedureTime];

    private static readonly Phrase NoneAndNames = new(
        "« aucun » est coché alors que des médicaments sont nommés : choisir l’un ou l’autre",
        "“none” is ticked while drugs are named: choose one or the other");

    private static readonly Phrase TooLong = new(
        "trop long : 4 000 caractères au plus pour la liste, 200 pour un nom", "too long: at most 4,000 characters for the list, 200 for a name");

    private static readonly Phrase NoAspirin = new(
        "une dose d’aspirine est donnée sans aspirine dans la liste : cocher l’aspirine, ou effacer la dose",
        "a dose of aspirin is given without aspirin on the list: tick aspirin, or clear the dose");

    public override IReadOnlyList<Field> FieldsFor(CaseFile file, Bedside bedside) => All;

    /// <summary>Whatever stands against cement, a list of drugs brings findings of its own.</summary>
    public override IReadOnlyList<Skip> SkippedFor(CaseFile file, Bedside bedside) => [];

    public override StepReading Read(CaseFile file, IReadOnlyDictionary<string, string> answers, Bedside bedside)
    {
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var questions = new List<Field>();
        var facts = ReadProcedure(file.Facts, answers, bedside, errors);
        var dose = ReadDose(file, answers, errors, questions);
        var list = ReadList(file, answers, errors, questions);
        if (list is not null && errors.Count == 0)
        {
            list = WithAspirinDose(list, dose, errors);
        }
        else if (dose is not null && errors.Count == 0)
        {
            errors[Fields.AspirinDoseId] = NoAspirin;
        }

        return new(facts.With(Vocabulary.Medications, list is null ? null : AsBefore(list, file.Facts)), errors, questions);
    }

    public override IReadOnlyDictionary<string, string> Known(Case facts)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        if (facts.Find(Vocabulary.ProcedureAt) is { } planned)
        {
            known[Fields.ProcedureDateId] = LocalDatePattern.Iso.Format(planned.Date);
            if (planned.Time is { } time)
            {
                known[Fields.ProcedureTimeId] = LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time);
            }
        }

        if (facts.Find(Vocabulary.Medications) is { } list)
        {
            var ticked = list.Where(drug => IsOffered(drug.Drug)).ToList();
            var typed = list.Except(ticked).ToList();
            known[Fields.MedicationsId] = list.Count == 0 ? Common.None : string.Join(',', ticked.Select(drug => drug.Drug));
            known[Fields.OtherDrugsId] = string.Join(" ; ", typed.Select(Print));
            if (ticked.Concat(typed.Where(drug => DrugTable.Current.Find(drug.Drug) == Drugs.Aspirin))
                .FirstOrDefault(drug => DrugTable.Current.Find(drug.Drug) == Drugs.Aspirin)?.DailyDoseMg is { } dose
                && ticked.Exists(drug => DrugTable.Current.Find(drug.Drug) == Drugs.Aspirin))
            {
                known[Fields.AspirinDoseId] = dose.ToString(CultureInfo.InvariantCulture);
            }
        }

        return known.Where(pair => pair.Value.Length > 0).ToDictionary(StringComparer.Ordinal);
    }

    private static Case ReadProcedure(
        Case facts, IReadOnlyDictionary<string, string> answers, Bedside bedside, Dictionary<string, Phrase> errors)
    {
        var (answer, id) = DateReader.ReadProcedure(
            Given(answers, Fields.ProcedureDateId), Given(answers, Fields.ProcedureTimeId), bedside.Today, bedside.Assessor.Zone);
        if (answer is Answer.Bad bad)
        {
            errors[id] = bad.Message;
        }

        return answer is Answer.Understood understood ? facts.With(Vocabulary.ProcedureAt, understood.Value) : facts;
    }

    private static decimal? ReadDose(
        CaseFile file, IReadOnlyDictionary<string, string> answers, Dictionary<string, Phrase> errors, List<Field> questions)
    {
        if (Given(answers, Fields.AspirinDoseId) is not { } typed)
        {
            return null;
        }

        switch (NumberReader.ReadAspirinDose(typed, file.Confirmed.Contains($"{Fields.AspirinDoseId}={typed}")))
        {
            case Answer.Bad bad:
                errors[Fields.AspirinDoseId] = bad.Message;
                return null;
            case Answer.Ask ask:
                errors[Fields.AspirinDoseId] = ask.Message;
                questions.Add(ask.Question);
                return null;
            case Answer.Understood { Value: decimal dose }:
                return dose;
            default:
                return null;
        }
    }

    /// <summary>The list, without last doses; null = not known.</summary>
    private static List<Medication>? ReadList(
        CaseFile file, IReadOnlyDictionary<string, string> answers, Dictionary<string, Phrase> errors, List<Field> questions)
    {
        var ticks = Given(answers, Fields.MedicationsId) is { } ticked ? ChoiceReader.Ids(Fields.Medications, ticked) : [];
        if (ticks is null || ChoiceReader.Conflict(ticks) is not null)
        {
            errors[Fields.MedicationsId] = ticks is null ? ChoiceReader.Takes(Fields.Medications) : ChoiceReader.Conflict(ticks)!.Value;
            return null;
        }

        var typed = Given(answers, Fields.OtherDrugsId) ?? "";
        var saysNone = Words.MeanNoDrug(typed);
        var names = saysNone || Words.MeanUnknown(typed) ? [] : DrugListReader.Split(typed);
        if (IdentityGuard.Find(typed) is { } identity)
        {
            errors[Fields.OtherDrugsId] = identity;
        }
        else if (typed.Length > Fields.OtherDrugs.MaxLength || names.Any(name => name.Typed.Length > DrugListReader.LongestName))
        {
            errors[Fields.OtherDrugsId] = TooLong;
        }
        else if (names.Count > 0 && (ticks.Contains(Common.None) || ticks.Contains(Common.Unknown)))
        {
            errors[Fields.MedicationsId] = NoneAndNames;
        }
        else if (DrugListReader.FirstDoubt(names, file.Confirmed) is { } doubt)
        {
            errors[Fields.OtherDrugsId] = doubt.Ask.Message;
            questions.Add(doubt.Ask.Question);
        }

        if (ticks.Contains(Common.Unknown) || (ticks.Count == 0 && names.Count == 0 && !saysNone))
        {
            return null;
        }

        return
        [
            .. ticks.Where(id => id != Common.None).Select(id => new Medication(id)),
            .. names.Select(name => new Medication(name.Typed, name.DailyDoseMg)),
        ];
    }

    /// <summary>The dose of aspirin belongs to the first aspirin that carries none of its own.</summary>
    private static List<Medication> WithAspirinDose(List<Medication> list, decimal? dose, Dictionary<string, Phrase> errors)
    {
        var undosed = list.Where(drug => drug.DailyDoseMg is null && DrugTable.Current.Find(drug.Drug) == Drugs.Aspirin).ToList();
        if (undosed.Count == 0)
        {
            if (dose is not null)
            {
                errors[Fields.AspirinDoseId] = NoAspirin;
            }

            return list;
        }

        // The same name twice is one entry; another name stays another, of unknown dose: doses add, and a guess would hide it.
        var first = list.FindIndex(undosed.Contains);
        return [.. list
            .Where((drug, place) => place == first || !undosed.Contains(drug) || !Fold.Same(drug.Drug, undosed[0].Drug))
            .Select((drug, place) => place == first ? drug with { DailyDoseMg = dose } : drug)];
    }

    /// <summary>With the last doses that are known, each drug where it stood: a card gives its ticks in an order of its own, which changes nothing.</summary>
    private static List<Medication> AsBefore(List<Medication> list, Case before)
    {
        var known = (before.Find(Vocabulary.Medications) ?? []).ToList();
        var places = known.ConvertAll(old => Product(old.Drug));
        return [.. list
            .OrderBy(drug => places.IndexOf(Product(drug.Drug)) is var place and >= 0 ? place : places.Count)
            .Select(drug => drug with
            {
                LastDoseOn = known.Find(old => DrugNames.Fold(old.Drug) == DrugNames.Fold(drug.Drug))?.LastDoseOn,
            })];
    }

    private static string Product(string name) => DrugNames.Fold(DrugTable.Current.Find(name)?.Inn ?? name);

    private static bool IsOffered(string drug) => Fields.Medications.Options.Any(option => option.Id == drug);

    private static string Print(Medication drug) => drug.DailyDoseMg is { } dose
        ? $"{drug.Drug} {dose.ToString(CultureInfo.InvariantCulture)} mg/j"
        : drug.Drug;

    private static string? Given(IReadOnlyDictionary<string, string> answers, string id) =>
        answers.GetValueOrDefault(id) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;
}
