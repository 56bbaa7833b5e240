using System.Globalization;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using NodaTime;
using NodaTime.Text;
using static CimentoBot.Eligibility.Facts.Vocabulary;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>
/// A section in which each question asks for one fact. Only the facts that concern this lesion are asked, and none of them where no
/// answer to any could change the verdict or a finding any more.
/// </summary>
public sealed class FactSection(string id, Phrase title, params IReadOnlyList<Fact> asked) : Section(id, title)
{
    public override IReadOnlyList<Field> FieldsFor(CaseFile file, Bedside bedside) =>
        [.. AskedOf(file.Facts, bedside).Select(Fields.For)];

    public override IReadOnlyList<Skip> SkippedFor(CaseFile file, Bedside bedside)
    {
        var known = WithoutDrugs(file.Facts);
        var left = AskedOf(known, bedside);
        return [.. asked.Where(fact => !left.Contains(fact) && !known.Knows(fact))
            .GroupBy(fact => SkipReasons.ForNotAsking(fact, known, bedside), fact => fact.Label)
            .Select(same => new Skip([.. same], same.Key))];
    }

    public override StepReading Read(CaseFile file, IReadOnlyDictionary<string, string> answers, Bedside bedside)
    {
        var read = file.Facts;
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var questions = new List<Field>();
        foreach (var fact in AskedOf(file.Facts, bedside))
        {
            switch (FactReader.Read(fact, answers.GetValueOrDefault(fact.Path), bedside.Today))
            {
                case Answer.Understood understood:
                    read = read.With(fact, understood.Value);
                    break;
                case Answer.Bad bad:
                    errors[fact.Path] = bad.Message;
                    break;
                case Answer.Ask ask:
                    errors[fact.Path] = ask.Message;
                    questions.Add(ask.Question);
                    break;
            }
        }

        return new(read, errors, questions);
    }

    public override IReadOnlyDictionary<string, string> Known(Case facts) =>
        asked.Where(facts.Knows).ToDictionary(fact => fact.Path, fact => Raw(fact, facts.Value(fact)!), StringComparer.Ordinal);

    /// <summary>The facts that are asked. What was answered is never dropped: it can be read and changed.</summary>
    private List<Fact> AskedOf(Case facts, Bedside bedside)
    {
        var known = WithoutDrugs(facts);
        var all = asked.Where(fact => IsAsked(fact, known, bedside)).ToList();
        var blank = all.Aggregate(known, (left, fact) => left.With(fact, null));
        return all.Exists(fact => known.Knows(fact) || bedside.Assessor.Matters(blank, fact, bedside.Today)) ? all : [];
    }

    /// <summary>Drugs decide about no question of these sections, and a long list takes long to read.</summary>
    private static Case WithoutDrugs(Case facts) => facts.With(Medications, null);

    /// <summary>An optional fact is asked only where it could change something.</summary>
    private static bool IsAsked(Fact fact, Case known, Bedside bedside) =>
        bedside.Assessor.Concerns(known, fact, bedside.Today) is Truth.Yes
        && (fact is not BooleanFact || !fact.Optional || bedside.Assessor.Matters(known, fact, bedside.Today));

    private static string Raw(Fact fact, object value) => (fact, value) switch
    {
        (IChoiceFact { IsList: true } choice, _) => choice.IdsOf(value) is { Count: > 0 } ids ? string.Join(',', ids) : Common.None,
        (IChoiceFact choice, _) => choice.IdsOf(value)[0],
        (_, bool boolean) => boolean ? Common.YesOption.Id : Common.NoOption.Id,
        (NumberFact { Unit.Fr.Length: > 0 } number, decimal count) => $"{count.ToString(CultureInfo.InvariantCulture)} {number.Unit.Fr.Trim()}",
        (_, decimal count) => count.ToString(CultureInfo.InvariantCulture),
        (_, LocalDate date) => LocalDatePattern.Iso.Format(date),
        _ => value.ToString()!,
    };
}
