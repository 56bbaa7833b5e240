using CimentoBot.Conversation.Interview;
using CimentoBot.Conversation.Wording;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Conversation.Cards;

/// <summary>What was answered, as «label: value»; of the medicines, those that a rule is about.</summary>
/// <param name="facts">The case.</param>
/// <param name="holds">What its medicines ask.</param>
/// <param name="language">The language.</param>
internal sealed class FactWords(Case facts, IReadOnlyList<Hold> holds, Language language)
{
    private const int MostDrugs = 5;
    private const int LongestName = 40;

    public string Colon => language == Language.French ? " : " : ": ";

    public string Semicolon => language == Language.French ? " ; " : "; ";

    /// <summary>The facts that settle a rule.</summary>
    public string Of(IEnumerable<Fact> because, Rule rule) => string.Join(" · ", because.Select(fact => Of(fact, rule)));

    public string Of(Fact fact, Rule? rule = null) =>
        $"{fact.Label.In(language)}{Colon}{(fact is MedicationsFact ? Drugs(rule) : CardKit.Plain(Recap.ValueOf(fact, facts).In(language)))}";

    /// <summary>The drugs that a rule is about; beside a window that is missed or not, the day that it is counted to.</summary>
    private string Drugs(Rule? rule)
    {
        var responsible = holds.Where(hold => IsAbout(rule, hold.Demands)).ToList();
        var names = Named(responsible.Count > 0 ? responsible : holds);
        return IsAbout(rule, MedicationDemands.WindowMissed) ? $"{names} ({Of(Vocabulary.ProcedureAt)})" : names;
    }

    private string Named(IReadOnlyList<Hold> shown)
    {
        if (shown.Count == 0)
        {
            return Recap.ValueOf(Vocabulary.Medications, facts).In(language);
        }

        var names = shown.Take(MostDrugs).Select(hold => CardKit.Plain(Shortened.WithEllipsis(hold.Name.In(language), LongestName)));
        return string.Join(", ", shown.Count > MostDrugs ? names.Append(WhyWords.More(shown.Count - MostDrugs).In(language)) : names);
    }

    /// <summary>Whether what a drug asks is what the rule holds for.</summary>
    private static bool IsAbout(Rule? rule, MedicationDemands asked) =>
        rule?.When is Atom { Fact: MedicationsFact } atom && atom.Holds(asked);
}
