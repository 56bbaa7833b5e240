using System.Globalization;
using System.Runtime.CompilerServices;
using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;
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
    /// <summary>What was asked of a case: within a turn the same one is looked at many times.</summary>
    private readonly ConditionalWeakTable<Case, Asked> last = [];

    private sealed record Asked(Assessor Assessor, LocalDate Day, IReadOnlyList<Fact> Facts, Outlook Outlook);

    public override IReadOnlyList<Field> FieldsFor(CaseFile file, Bedside bedside) =>
        [.. AskedOf(file.Facts, bedside).Facts.Select(Fields.For)];

    public override IReadOnlyList<Skip> SkippedFor(CaseFile file, Bedside bedside)
    {
        var known = WithoutDrugs(file.Facts);
        var (_, _, left, outlook) = AskedOf(file.Facts, bedside);
        return [.. asked.Where(fact => !left.Contains(fact) && !known.Knows(fact))
            .GroupBy(fact => SkipReasons.ForNotAsking(fact, known, outlook, bedside), fact => fact.Label)
            .Select(same => new Skip([.. same], same.Key))];
    }

    public override StepReading Read(CaseFile file, IReadOnlyDictionary<string, string> answers, Bedside bedside)
    {
        var read = file.Facts;
        var errors = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        var questions = new List<Field>();
        foreach (var fact in AskedOf(file.Facts, bedside).Facts)
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
    private Asked AskedOf(Case facts, Bedside bedside)
    {
        if (last.TryGetValue(facts, out var told) && told.Assessor == bedside.Assessor && told.Day == bedside.Today)
        {
            return told;
        }

        var asking = AskedAnew(WithoutDrugs(facts), bedside);
        last.AddOrUpdate(facts, asking);
        return asking;
    }

    private Asked AskedAnew(Case known, Bedside bedside)
    {
        var outlook = bedside.Assessor.Look(known, bedside.Today);
        var all = asked.Where(fact => outlook.Concerns(fact) is Truth.Yes && (!IsOptional(fact) || CouldChange(fact))).ToList();
        return new(bedside.Assessor, bedside.Today, all.Exists(fact => known.Knows(fact) || outlook.Matters(fact)) ? all : [], outlook);

        bool CouldChange(Fact fact) =>
            known.Knows(fact) ? bedside.Assessor.Matters(known, fact, bedside.Today) : outlook.Matters(fact);
    }

    /// <summary>Drugs decide about no question of these sections, and a long list takes long to read.</summary>
    private static Case WithoutDrugs(Case facts) => facts.With(Medications, null);

    /// <summary>An optional fact is asked only where it could change something.</summary>
    private static bool IsOptional(Fact fact) => fact is BooleanFact { Optional: true };

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
