using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using NodaTime;
using NodaTime.Text;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>The last doses, asked only for the drugs whose stop date is reached or past.</summary>
public sealed class LastDosesSection() : Section("lastDoses", new("Dernières prises", "Last doses"))
{
    public override IReadOnlyList<Field> FieldsFor(CaseFile file, Bedside bedside) =>
        [.. HoldsToAsk(file, bedside).Select(Fields.LastDose)];

    public override StepReading Read(CaseFile file, IReadOnlyDictionary<string, string> answers, Bedside bedside)
    {
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var list = file.Facts.Find(Vocabulary.Medications) ?? [];
        foreach (var hold in HoldsToAsk(file, bedside))
        {
            var id = Fields.LastDosePrefix + hold.Drug;
            var answer = answers.GetValueOrDefault(id) is { } given && !string.IsNullOrWhiteSpace(given)
                ? DateReader.ReadPast(given, bedside.Today)
                : Answer.NotKnown;
            if (answer is Answer.Bad bad)
            {
                errors[id] = bad.Message;
            }
            else if (answer is Answer.Understood understood)
            {
                list = [.. list.Select(drug => Brings(drug, hold.Drug) ? drug with { LastDoseOn = (LocalDate?)understood.Value } : drug)];
            }
        }

        return new(file.Facts.With(Vocabulary.Medications, list), errors, []);
    }

    public override IReadOnlyDictionary<string, string> Known(Case facts) => (facts.Find(Vocabulary.Medications) ?? [])
        .Where(drug => drug.LastDoseOn is not null)
        .SelectMany(drug => Inns(drug.Drug).Select(inn => (Id: Fields.LastDosePrefix + inn, Date: LocalDatePattern.Iso.Format(drug.LastDoseOn!.Value))))
        .DistinctBy(pair => pair.Id)
        .ToDictionary(pair => pair.Id, pair => pair.Date, StringComparer.Ordinal);

    private static IEnumerable<Hold> HoldsToAsk(CaseFile file, Bedside bedside) =>
        bedside.Assessor.HoldsOf(file.Facts, bedside.Today).Where(hold =>
            hold.Action is HoldAction.Stop or HoldAction.DoseNeeded
            && (hold.StopOn ?? hold.LastDoseBefore?.Date) is { } stop && bedside.Today >= stop);

    private static bool Brings(Medication drug, string inn) => Inns(drug.Drug).Contains(inn);

    private static IEnumerable<string> Inns(string typed) =>
        DrugNames.FindDual(typed) is { } dual ? [dual.First.Inn, dual.Second.Inn]
        : DrugNames.Find(typed) is { } drug ? [drug.Inn]
        : [];
}
