using System.Collections.Immutable;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview;

/// <summary>A step as it is to be shown: its questions, what stands in them, and what is wrong with that.</summary>
public sealed record StepForm(
    Section Section,
    IReadOnlyList<Field> Fields,
    IReadOnlyDictionary<string, string> Values,
    IReadOnlyDictionary<string, Phrase> Errors);

/// <summary>What became of typed lines.</summary>
/// <param name="File">The case file with what was understood in its draft.</param>
/// <param name="Understood">What was answered and how it was understood.</param>
/// <param name="Errors">What was not understood, each with the line's field or text.</param>
public sealed record TypedOutcome(
    CaseFile File,
    IReadOnlyList<RecapLine> Understood,
    IReadOnlyList<(Phrase About, Phrase Message)> Errors);

/// <summary>Takes answers into a case file. It knows nothing of cards, turns or storage.</summary>
public static class Interviewer
{
    /// <summary>The form of a section: a draft stands over what is known, and brings its errors and questions back.</summary>
    public static StepForm FormFor(CaseFile file, Section section, Bedside bedside)
    {
        var fields = section.FieldsFor(file, bedside);
        var values = section.Known(file.Facts).ToDictionary(StringComparer.Ordinal);
        var drafted = fields.Any(field => file.Draft.ContainsKey(field.Id));
        foreach (var field in fields.Where(field => file.Draft.ContainsKey(field.Id)))
        {
            values[field.Id] = file.Draft[field.Id];
        }

        if (!drafted)
        {
            return new(section, fields, values, ImmutableDictionary<string, Phrase>.Empty);
        }

        var reading = section.Read(file, values, bedside);
        foreach (var (id, _) in values.Where(pair => pair.Value == IdentityGuard.Withheld).ToList())
        {
            values[id] = "";
        }

        return new(section, WithQuestions(fields, reading.Questions), values, reading.Errors);
    }

    /// <summary>Takes a card's answers: the section is done, or the same step comes back with nothing lost.</summary>
    public static (CaseFile File, bool Good) Submit(
        CaseFile file, Section section, IReadOnlyDictionary<string, string> submitted, Bedside bedside)
    {
        var fields = section.FieldsFor(file, bedside);
        var answers = new Dictionary<string, string>(submitted, StringComparer.Ordinal);
        foreach (var id in file.TypedSinceCard.Where(id => !answers.ContainsKey(id) && file.Draft.ContainsKey(id)))
        {
            answers[id] = file.Draft[id];
        }

        file = AnsweredBack(file, answers);
        var reading = section.Read(file, answers, bedside);
        var ids = fields.Select(field => field.Id).ToList();
        var next = file with { TypedSinceCard = [], Wanted = reading.IsGood && file.Wanted == section.Id ? null : file.Wanted };
        return reading.IsGood
            ? (next with { Facts = reading.Facts, Asked = next.Asked.Union(ids), Draft = next.Draft.RemoveRange(ids) }, true)
            : (next with { Draft = next.Draft.SetItems(fields.Select(field => KeyValuePair.Create(field.Id, Keepable(field, answers.GetValueOrDefault(field.Id, ""))))) }, false);
    }

    /// <summary>Takes typed lines; they may answer questions of any section. What is bad is told and not kept.</summary>
    public static TypedOutcome Type(CaseFile file, string text, Bedside bedside)
    {
        var understood = new List<RecapLine>();
        var errors = new List<(Phrase, Phrase)>();
        foreach (var line in TypedLines.Read(text, FieldsByStep(file, bedside)))
        {
            var one = TakeLine(file, line, bedside);
            file = one.File;
            understood.AddRange(one.Understood);
            errors.AddRange(one.Errors);
        }

        return new(Corrected(file, bedside) with { Typed = true }, understood, errors);
    }

    /// <summary>One line: an answer to one question; where it says several things and names no question, or is no good answer to one, each of them.</summary>
    private static TypedOutcome TakeLine(CaseFile file, TypedLine line, Bedside bedside)
    {
        var answer = TakeAnswer(file, line, bedside);
        var isBad = answer.Errors.Count > 0 && ReferenceEquals(answer.File, file);
        if (line.IsNamed && !isBad)
        {
            return answer;
        }

        var quick = QuickLine.Read(line.Whole, bedside.Today, bedside.Assessor.Zone);
        return quick.Refused is null && ((quick.IsWhole && !line.IsNamed) || (isBad && quick.SaysSeveral))
            ? QuickFill.Into(file, quick, bedside)
            : answer;
    }

    private static TypedOutcome TakeAnswer(CaseFile file, TypedLine line, Bedside bedside)
    {
        if (line.Field is not { } field)
        {
            return new(file, [], [IdentityGuard.Find(line.Text) is { } identity ? (Phrase.Same("…"), identity) : (Phrase.Same(line.Text), line.Problem)]);
        }

        var (next, problem, echo) = Take(file, field, line.Text, bedside);
        return problem is { } message ? new(next, [], [(field.Label, message)]) : new(next, [new(field.Label, echo)], []);
    }

    /// <summary>What a section's inputs hold: what is known already, and over it what was drafted.</summary>
    public static IReadOnlyDictionary<string, string> AnswersOf(CaseFile file, Section section, Bedside bedside) =>
        FormFor(file, section, bedside).Values;

    /// <summary>An answer that corrects a section that is done is taken over at once: nobody comes by there again.</summary>
    internal static CaseFile Corrected(CaseFile file, Bedside bedside)
    {
        foreach (var section in Itinerary.All.Where(section => section.Id != file.Step))
        {
            var fields = section.FieldsFor(file, bedside);
            if (Itinerary.IsDone(section, file, bedside) && fields.Any(field => file.Draft.ContainsKey(field.Id)))
            {
                var (taken, good) = Submit(file, section, AnswersOf(file, section, bedside), bedside);
                file = good ? taken with { TypedSinceCard = file.TypedSinceCard } : file;
            }
        }

        return file;
    }

    /// <summary>
    /// What was typed and said to be understood counts at the end also where its section was not come to. A list of medicines waits for its step: a line may
    /// name some of them only.
    /// </summary>
    public static CaseFile WithDrafts(CaseFile file, Bedside bedside)
    {
        foreach (var section in Itinerary.All.Where(section => section != Itinerary.Medicines))
        {
            foreach (var id in section.FieldsFor(file, bedside).Select(field => field.Id).Where(file.Draft.ContainsKey))
            {
                var answers = new Dictionary<string, string>(section.Known(file.Facts), StringComparer.Ordinal) { [id] = file.Draft[id] };
                file = section.Read(file, answers, bedside) is { IsGood: true } reading ? file with { Facts = reading.Facts } : file;
            }
        }

        return file;
    }

    /// <summary>Whether the draft answers every question of a section, and well.</summary>
    public static bool DraftCompletes(CaseFile file, Section section, Bedside bedside)
    {
        var form = FormFor(file, section, bedside);
        return form.Errors.Count == 0 && form.Fields.All(field => !string.IsNullOrWhiteSpace(file.Draft.GetValueOrDefault(field.Id)));
    }

    /// <summary>What the open questions of the step that is shown still want.</summary>
    public static IReadOnlyList<Field> Unanswered(CaseFile file, Section section, Bedside bedside) =>
        [.. Open(FormFor(file, section, bedside))];

    /// <summary>Whether every question of a section has its answer, typed or known before.</summary>
    public static bool IsAnswered(CaseFile file, Section section, Bedside bedside)
    {
        var form = FormFor(file, section, bedside);
        return form.Errors.Count == 0 && !Open(form).Any();
    }

    private static IEnumerable<Field> Open(StepForm form) =>
        form.Fields.Where(field => field.AsksBack || string.IsNullOrWhiteSpace(form.Values.GetValueOrDefault(field.Id)));

    private static (CaseFile File, Phrase? Problem, Phrase Echo) Take(CaseFile file, Field field, string raw, Bedside bedside)
    {
        if (field.AsksBack)
        {
            var answers = file.Draft.ToDictionary(StringComparer.Ordinal);
            answers[field.Id] = ChoiceReader.Ids(field, raw)?[0] ?? raw;
            file = AnsweredBack(file, answers);
            return (file with { Draft = answers.Where(pair => pair.Key != field.Id).ToImmutableDictionary(StringComparer.Ordinal) }, null, Recap.ValueOf(field, raw));
        }

        if (field == Fields.Medications && ChoiceReader.Ids(field, raw) is null)
        {
            // A name that is no box of the card: «médicaments : Plavix, Lixiana» is a typed list.
            field = Fields.OtherDrugs;
        }

        var section = Itinerary.All.First(section => section.FieldsFor(file, bedside).Any(known => known.Id == field.Id));
        var draft = file.Draft.SetItem(field.Id, raw);
        var values = section.Known(file.Facts).ToDictionary(StringComparer.Ordinal);
        foreach (var (id, value) in draft)
        {
            values[id] = value;
        }

        var reading = section.Read(file, values, bedside);
        var asked = reading.Questions.Any(question => question.Id == field.Id + ".unit" || question.Id == field.Id + ".meant");
        var kept = file with { Draft = draft, TypedSinceCard = file.TypedSinceCard.Add(field.Id) };
        return reading.Errors.TryGetValue(field.Id, out var problem)
            ? (asked ? kept : file, asked ? new Answer.Ask(problem, reading.Questions[0]).WithAnswers : problem, default)
            : (kept, null, Echo(field, raw, reading.Facts));
    }

    /// <summary>
    /// A bad answer as it may be stored: never what looks like an identity, and no more of it than fits back into a card. It stays
    /// as bad as it was.
    /// </summary>
    private static string Keepable(Field field, string raw)
    {
        var isDate = field.Shape is FieldShape.Date && DateReader.Read(raw) is Answer.Understood;
        if (!isDate && IdentityGuard.Find(raw) is not null)
        {
            return IdentityGuard.Withheld;
        }

        return Shortened.To(raw, field.MaxLength + 1);
    }

    private static Phrase Echo(Field field, string raw, Case facts) =>
        Vocabulary.Find(field.Id) is { } fact and not (MedicationsFact or ProcedureFact) ? Recap.ValueOf(fact, facts) : Recap.ValueOf(field, raw);

    /// <summary>Takes the answers to questions asked back: they rewrite the answer that they are about.</summary>
    private static CaseFile AnsweredBack(CaseFile file, Dictionary<string, string> answers)
    {
        foreach (var (id, chosen) in answers.Where(pair => pair.Key.EndsWith(".unit", StringComparison.Ordinal)).ToList())
        {
            var about = id[..^".unit".Length];
            if (answers.TryGetValue(about, out var typed))
            {
                answers[about] = chosen == "INR" ? "" : NumberReader.WithUnit(typed, chosen);
            }
        }

        if (answers.TryGetValue(Fields.AspirinDoseId + ".meant", out var dose) && answers.TryGetValue(Fields.AspirinDoseId, out var milligrams))
        {
            if (dose == NumberReader.Confirmed)
            {
                file = file with { Confirmed = file.Confirmed.Add($"{Fields.AspirinDoseId}={milligrams.Trim()}") };
            }
            else
            {
                answers[Fields.AspirinDoseId] = "";
            }
        }

        if (answers.TryGetValue(Fields.OtherDrugsId + ".meant", out var drug) && answers.TryGetValue(Fields.OtherDrugsId, out var names))
        {
            var (text, confirmed) = DrugListReader.Resolve(names, file.Confirmed, drug);
            answers[Fields.OtherDrugsId] = text;
            file = confirmed is null ? file : file with { Confirmed = file.Confirmed.Add(confirmed) };
        }

        return file;
    }

    /// <summary>The questions of the step that is shown first, then those of the other sections.</summary>
    private static IEnumerable<IReadOnlyList<Field>> FieldsByStep(CaseFile file, Bedside bedside) => Itinerary.All
        .OrderByDescending(section => section.Id == file.Step)
        .Select(section => FormFor(file, section, bedside).Fields);

    private static IReadOnlyList<Field> WithQuestions(IReadOnlyList<Field> fields, IReadOnlyList<Field> questions) =>
        [.. fields.SelectMany(field => questions.Where(question => question.Id == field.Id + ".unit" || question.Id == field.Id + ".meant").Prepend(field))];
}
