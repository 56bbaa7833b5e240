using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Interview;

/// <summary>What is to be explained: the rules, and the fact that was named, if one was.</summary>
internal sealed record WhyTopic(IReadOnlyList<Rule> Rules, Fact? Fact = null)
{
    private static readonly char[] Around = [' ', '`', '?', '!', '.', ':', '«', '»', '"', '“', '”', '\u00a0'];

    private static readonly char[] BetweenWords = [' ', '.', ',', ';', ':', '-', '\'', '(', ')', '\u00a0'];

    private static readonly IReadOnlyList<Field> Named =
    [
        .. Vocabulary.All.Where(fact => fact is not MedicationsFact and not ProcedureFact).Select(Fields.For),
        Fields.Medications, Fields.OtherDrugs, Fields.AspirinDose, Fields.ProcedureDate, Fields.ProcedureTime,
    ];

    /// <summary>Reads what stands behind the command: a rule's id, a fact's label, a drug, or words of a rule; no rules and no fact = nothing fits.</summary>
    public static WhyTopic Of(string typed, Case known)
    {
        var asked = typed.Trim(Around);
        if (Guideline.Current.Rules.FirstOrDefault(rule => Fold.Same(rule.Id, asked)) is { } rule)
        {
            return new([rule]);
        }

        if (Vocabulary.All.FirstOrDefault(fact => Fold.Same(fact.Label.Fr, asked) || Fold.Same(fact.Label.En, asked)) is { } fact)
        {
            return OfFact(fact);
        }

        if (TypedLines.Named(asked, Named) is { } field)
        {
            return OfFact(Vocabulary.Find(field.Id) ?? (field == Fields.ProcedureTime ? Vocabulary.ProcedureAt : Vocabulary.Medications));
        }

        return IsADrug(asked, known) ? OfFact(Vocabulary.Medications) : new(WithWords(asked));
    }

    /// <summary>The rules that read a fact. The planned date is read through the drugs that it leaves time to stop.</summary>
    private static WhyTopic OfFact(Fact fact) => new(
        [.. Guideline.Current.Rules.Where(rule => fact is ProcedureFact ? rule.Id == RuleIds.MissedHold : rule.When.Facts.Contains(fact))], fact);

    private static bool IsADrug(string asked, Case known) =>
        DrugTable.Current.Recognise(asked).Drugs.Any()
        || known.Find(Vocabulary.Medications)?.Any(drug => DrugNames.Fold(drug.Drug) == DrugNames.Fold(asked)) is true;

    /// <summary>The rules in whose id, statement or effect every word begins one.</summary>
    private static IReadOnlyList<Rule> WithWords(string asked)
    {
        var words = Fold.Text(asked).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
        return words.Length == 0 ? [] : [.. Guideline.Current.Rules.Where(rule =>
        {
            var said = WordsOf(rule);
            return Array.TrueForAll(words, word => Array.Exists(said, one => one.StartsWith(word, StringComparison.Ordinal)));
        })];
    }

    private static string[] WordsOf(Rule rule) => Fold.Text(string.Join(' ',
        rule.Id, rule.Statement.Fr, rule.Statement.En, rule.Effect?.Label().Fr, rule.Effect?.Label().En)).Split(BetweenWords, StringSplitOptions.RemoveEmptyEntries);
}
