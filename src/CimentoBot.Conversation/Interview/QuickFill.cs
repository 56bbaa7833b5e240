using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Conversation.Interview.Reading.Quick;
using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Interview;

/// <summary>
/// Takes what a quick line states into a case. Its steps still ask: a fact stands in its input, and a list of medicines is a draft
/// until its step is answered, because a line may name some of them only.
/// </summary>
internal static class QuickFill
{
    public static TypedOutcome Into(CaseFile file, QuickLine line, Bedside bedside)
    {
        var stated = line.Facts.Where(fact => fact.Fact is not MedicationsFact).ToList();
        var drugs = line.Facts.Select(fact => fact.Value).OfType<TypedDrug>().ToList();
        var facts = stated.Aggregate(file.Facts, (known, fact) => known.With(fact.Fact, fact.Value));
        file = file with { Facts = facts };
        foreach (var id in stated.SelectMany(fact => InputsOf(fact.Fact)))
        {
            file = OnTheCard(file, id, Itinerary.All.Select(section => section.Known(facts).GetValueOrDefault(id)).FirstOrDefault(raw => raw is not null), bedside);
        }

        foreach (var (id, text) in line.Pending.Where(pending => pending.Id != Fields.OtherDrugsId))
        {
            file = Drafted(file, id, text, bedside);
        }

        file = WithDrugs(file, drugs, [.. line.Pending.Where(pending => pending.Id == Fields.OtherDrugsId).Select(pending => pending.Text)], bedside);
        var understood = stated.Select(fact => new RecapLine(fact.Fact.Label, Recap.ValueOf(fact.Fact, facts)));
        return new(
            Interviewer.Corrected(file, bedside) with { Typed = true },
            [.. understood, .. drugs.Count == 0 ? Array.Empty<RecapLine>() : [Named(file, drugs, bedside)]],
            [.. line.Questions.Select(question => (Phrase.Same(question.Text), question.Why))]);
    }

    private static IEnumerable<string> InputsOf(Fact fact) =>
        fact is ProcedureFact ? [Fields.ProcedureDateId, Fields.ProcedureTimeId] : [fact.Path];

    /// <summary>A card that is already shown does not know of the line: its answer must not take the fact back.</summary>
    private static CaseFile OnTheCard(CaseFile file, string id, string? raw, Bedside bedside) => raw is not null && IsShown(file, id, bedside)
        ? Drafted(file, id, raw, bedside)
        : file with { Draft = file.Draft.Remove(id) };

    private static CaseFile Drafted(CaseFile file, string id, string raw, Bedside bedside) => file with
    {
        Draft = file.Draft.SetItem(id, raw),
        TypedSinceCard = IsShown(file, id, bedside) ? file.TypedSinceCard.Add(id) : file.TypedSinceCard,
    };

    private static bool IsShown(CaseFile file, string id, Bedside bedside) =>
        Itinerary.Find(file.Step) is { } section && section.FieldsFor(file, bedside).Any(field => field.Id == id);

    /// <summary>A drug of the card's list is ticked; another one, one with its dose or one to be asked about stands as typed.</summary>
    private static CaseFile WithDrugs(CaseFile file, List<TypedDrug> drugs, List<string> doubtful, Bedside bedside)
    {
        if (drugs.Count + doubtful.Count == 0)
        {
            return file;
        }

        var answers = Interviewer.AnswersOf(file, Itinerary.Medicines, bedside);
        var ticks = ChoiceReader.Ids(Fields.Medications, answers.GetValueOrDefault(Fields.MedicationsId, "")) ?? [];
        var typed = answers.GetValueOrDefault(Fields.OtherDrugsId, "");
        var others = Words.MeanNoDrug(typed) || Words.MeanUnknown(typed) ? [] : DrugListReader.Split(typed);
        var named = drugs.Select(drug => drug.Inn).ToHashSet();
        var ticked = drugs.Where(drug => drug.DailyDoseMg is null && IsOffered(drug.Inn!)).ToList();
        List<string> boxes = [.. ticks.Where(id => IsOffered(id) && !named.Contains(id)), .. ticked.Select(drug => drug.Inn!).Distinct()];
        List<string> texts =
        [
            .. others.Where(drug => drug.Inn is null || !named.Contains(drug.Inn)).Concat(drugs.Except(ticked)).Select(DrugListReader.Print),
            .. doubtful,
        ];
        file = boxes.Count > 0 ? Drafted(file, Fields.MedicationsId, string.Join(',', boxes), bedside) : file with { Draft = file.Draft.Remove(Fields.MedicationsId) };
        return texts.Count > 0 ? Drafted(file, Fields.OtherDrugsId, string.Join(" ; ", texts.Distinct()), bedside) : file with { Draft = file.Draft.Remove(Fields.OtherDrugsId) };
    }

    private static bool IsOffered(string id) => DrugTable.Current.Find(id) is not null && Fields.Medications.Options.Any(option => option.Id == id);

    private static RecapLine Named(CaseFile file, List<TypedDrug> drugs, Bedside bedside)
    {
        IReadOnlyList<Medication> list = [.. drugs.Select(drug => new Medication(drug.Typed, drug.DailyDoseMg))];
        var names = Recap.ValueOf(Vocabulary.Medications, Case.Empty.With(Vocabulary.Medications, list));
        return new(Vocabulary.Medications.Label, Itinerary.IsDone(Itinerary.Medicines, file, bedside) ? names : QuickSay.ListIsOpen(names));
    }
}
