using CimentoBot.Conversation.Interview.Steps;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;

namespace CimentoBot.Conversation.Interview;

/// <summary>One answer in words: what was asked, and what was understood.</summary>
public sealed record RecapLine(Phrase Label, Phrase Value);

/// <summary>Says back what was understood, in words and units.</summary>
public static class Recap
{
    private static readonly Phrase NotKnown = Common.UnknownOption.Title;

    /// <summary>The answers of a section, as they stand in the case.</summary>
    public static IReadOnlyList<RecapLine> Of(Section section, CaseFile file, Bedside bedside) =>
        section == Itinerary.Medicines ? Medicines(file.Facts)
        : [.. section.FieldsFor(file, bedside).Select(field => new RecapLine(field.Label, ValueOf(field, file.Facts)))];

    /// <summary>A raw answer in words, for the echo of a typed line.</summary>
    public static Phrase ValueOf(Field field, string raw) =>
        Reading.ChoiceReader.Ids(field, raw) is { Count: > 0 } ids && field.Options.Count > 0
            ? Joined(ids.Select(id => field.Options.First(option => option.Id == id).Title))
            : Phrase.Same(raw);

    /// <summary>What is known of a fact, in words.</summary>
    public static Phrase ValueOf(Fact fact, Case facts) => facts.Value(fact) is not { } value ? NotKnown : (fact, value) switch
    {
        (IChoiceFact choice, _) => choice.IdsOf(value) is { Count: > 0 } ids
            ? Joined(ids.Select(id => choice.Options.First(option => option.Id == id).Title))
            : Common.NoneOption.Title,
        (_, bool yes) => yes ? Common.YesOption.Title : Common.NoOption.Title,
        (NumberFact number, decimal count) => new(
            Numbers.Print(count, Language.French) + number.Unit.Fr, Numbers.Print(count, Language.English) + number.Unit.En),
        (_, NodaTime.LocalDate date) => new(Dates.Short(date, Language.French), Dates.Short(date, Language.English)),
        (_, PlannedProcedure planned) => new(Dates.Long(planned, Language.French), Dates.Long(planned, Language.English)),
        (_, IReadOnlyList<Medication> list) => list.Count == 0 ? new("Aucun", "None") : Joined(list.Select(Named)),
        _ => Phrase.Same(value.ToString()!),
    };

    private static Phrase ValueOf(Field field, Case facts)
    {
        if (Vocabulary.Find(field.Id) is { } fact)
        {
            return ValueOf(fact, facts);
        }

        var known = Itinerary.LastDoses.Known(facts);
        return known.TryGetValue(field.Id, out var date)
            && NodaTime.Text.LocalDatePattern.Iso.Parse(date) is { Success: true, Value: var day }
            ? new(Dates.Short(day, Language.French), Dates.Short(day, Language.English))
            : new("Pas encore connu : considéré comme encore pris", "Not known yet: counted as still taken");
    }

    /// <summary>More drugs than these stand in one line.</summary>
    private const int MostLines = 12;

    private static List<RecapLine> Medicines(Case facts)
    {
        var lines = new List<RecapLine>();
        if (facts.Find(Vocabulary.Medications) is { Count: > 0 and <= MostLines } list)
        {
            lines.AddRange(list.Select(drug => new RecapLine(Fields.Medications.Label, Named(drug))));
        }
        else
        {
            lines.Add(new(Fields.Medications.Label, ValueOf(Vocabulary.Medications, facts)));
        }

        lines.Add(new(Vocabulary.ProcedureAt.Label, ValueOf(Vocabulary.ProcedureAt, facts)));
        return lines;
    }

    /// <summary>A drug as typed, and the INN that it was taken for.</summary>
    private static Phrase Named(Medication drug)
    {
        var drugs = DrugTable.Current.Recognise(drug.Drug).Drugs;
        var fr = Arrow(drug.Drug, string.Join(" + ", drugs.Select(one => one.InnFr)), "non reconnu : sans règle dans la source");
        var en = Arrow(drug.Drug, string.Join(" + ", drugs.Select(one => one.Inn)), "not recognised: no rule in the source");
        return drug.DailyDoseMg is not { } dose
            ? new(fr, en)
            : new($"{fr}, {Numbers.Print(dose, Language.French)} mg par jour", $"{en}, {Numbers.Print(dose, Language.English)} mg a day");
    }

    private static string Arrow(string typed, string inn, string unknown) =>
        inn.Length == 0 ? $"{typed} ({unknown})"
        : Fields.Medications.Options.Any(option => option.Id == typed) || Reading.Fold.Same(typed, inn) ? inn
        : $"{typed} → {inn}";

    private static Phrase Joined(IEnumerable<Phrase> phrases)
    {
        var all = phrases.ToList();
        return new(string.Join(", ", all.Select(phrase => phrase.Fr)), string.Join(", ", all.Select(phrase => phrase.En)));
    }
}
