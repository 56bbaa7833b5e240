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

    public override IReadOnlyList<Skip> SkippedFor(CaseFile file, Bedside bedside) =>
        HoldsToAsk(file, bedside).Any() ? [] : [new([Title], WhyNotAsked(file, bedside))];

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
        .SelectMany(drug => DrugTable.Current.Recognise(drug.Drug).Drugs.Select(one => (Id: Fields.LastDosePrefix + one.Inn, Date: LocalDatePattern.Iso.Format(drug.LastDoseOn!.Value))))
        .DistinctBy(pair => pair.Id)
        .ToDictionary(pair => pair.Id, pair => pair.Date, StringComparer.Ordinal);

    private static IEnumerable<Hold> HoldsToAsk(CaseFile file, Bedside bedside) =>
        Stops(file, bedside).Where(hold => (hold.StopOn ?? hold.LastDoseBefore?.Date) is { } stop && bedside.Today >= stop);

    private static IEnumerable<Hold> Stops(CaseFile file, Bedside bedside) =>
        bedside.Assessor.HoldsOf(file.Facts, bedside.Today).Where(hold => hold.Action is HoldAction.Stop or HoldAction.DoseNeeded);

    private static Phrase WhyNotAsked(CaseFile file, Bedside bedside) => file.Facts switch
    {
        var facts when !facts.Knows(Vocabulary.Medications) => new("liste des médicaments pas encore connue", "list of drugs not known yet"),
        _ when !Stops(file, bedside).Any() => new("aucun médicament à arrêter", "no drug to be stopped"),
        var facts when !facts.Knows(Vocabulary.ProcedureAt) => new("date du geste pas encore connue", "date of the procedure not known yet"),
        _ => new("aucune date d’arrêt n’est atteinte", "no stop date is reached"),
    };

    private static bool Brings(Medication drug, string inn) => DrugTable.Current.Recognise(drug.Drug).Drugs.Any(one => one.Inn == inn);
}
