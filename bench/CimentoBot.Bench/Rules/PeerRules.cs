using System.Reflection;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Holds;
using CimentoBot.Eligibility.Rules;
using NodaTime;
using RulesEngine.Models;
using Engine = RulesEngine.RulesEngine;
using PeerRule = RulesEngine.Models.Rule;

namespace CimentoBot.Bench.Rules;

/// <summary>The guideline's rows in the package RulesEngine. It finds the rules that hold, and nothing of what else an assessment says.</summary>
internal sealed class PeerRules
{
    private const string Name = "guideline";

    private readonly Guideline guideline;
    private readonly Engine engine;

    public PeerRules(Guideline guideline)
    {
        this.guideline = guideline;
        engine = new(
            [new Workflow { WorkflowName = Name, Rules = guideline.Rules.Select(rule => new PeerRule { RuleName = rule.Id, Expression = Expressions.Holds(rule.When) }).ToList() }],
            new ReSettings { EnableExceptionAsErrorMessage = false, UseFastExpressionCompiler = true });
    }

    /// <summary>The ids of the rules that hold, in table order.</summary>
    public async Task<IReadOnlyList<string>> FindingsAsync(RuleParameter facts)
    {
        var results = await engine.ExecuteAllRulesAsync(Name, facts);
        var refused = false;
        for (var row = 0; row < results.Count; row++)
        {
            refused |= results[row].IsSuccess && guideline.Rules[row].Effect >= Effect.NotIndicated;
        }

        var findings = new List<string>(16);
        for (var row = 0; row < results.Count; row++)
        {
            if (results[row].IsSuccess && !(refused && guideline.Rules[row].UnlessRefused))
            {
                findings.Add(guideline.Rules[row].Id);
            }
        }

        return findings;
    }

    /// <summary>A case laid flat; it is not measured.</summary>
    public static RuleParameter Flat(Case subject, LocalDate asOf, DateTimeZone zone)
    {
        var flat = new FlatFacts();
        foreach (var fact in subject.Said)
        {
            var value = subject.Value(fact)!;
            if (fact is IChoiceFact choice)
            {
                SetChoice(flat, fact, choice, value);
            }
            else
            {
                Set(flat, Expressions.MemberOf(fact), value);
            }
        }

        var demands = Schedule.Of(subject.Find(Vocabulary.Medications), DrugTable.Current, subject.Find(Vocabulary.ProcedureAt), asOf, zone).Demands;
        foreach (var asked in Expressions.Demands)
        {
            var settled = demands.Select(demand => demand.HasFlag(asked)).Distinct().ToList();
            Set(flat, Expressions.MemberOf(Vocabulary.Medications, asked.ToString()), settled.Count == 1 ? settled[0] : null);
        }

        return new(Expressions.Parameter, flat);
    }

    private static void SetChoice(FlatFacts flat, Fact fact, IChoiceFact choice, object value)
    {
        var ids = choice.IdsOf(value);
        if (!choice.IsList)
        {
            Set(flat, Expressions.MemberOf(fact), ids[0]);
            return;
        }

        Set(flat, Expressions.MemberOf(fact, "any"), ids.Count > 0);
        foreach (var option in choice.Options)
        {
            Set(flat, Expressions.MemberOf(fact, option.Id), ids.Contains(option.Id));
        }
    }

    /// <summary>A fact that no rule reads has no member.</summary>
    private static void Set(FlatFacts flat, string member, object? value) =>
        typeof(FlatFacts).GetProperty(member, BindingFlags.Public | BindingFlags.Instance)?.SetValue(flat, value);
}
