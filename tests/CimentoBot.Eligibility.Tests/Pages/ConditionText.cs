using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;
using CimentoBot.Eligibility.Rules;

namespace CimentoBot.Eligibility.Tests.Pages;

/// <summary>
/// A condition as a list to read down rather than a formula: what must all hold, what may, and, where a part is another
/// rule's condition, the name of that rule.
/// </summary>
internal sealed class ConditionText(Guideline guideline, Language language)
{
    private string AllOfThese => language == Language.French ? "toutes ces conditions sont réunies :" : "all of these hold:";

    private string OneOfThese => language == Language.French ? "l’une au moins de ces conditions est remplie :" : "at least one of these holds:";

    private string NotThisRule => language == Language.French ? "cette règle ne vaut pas : " : "this rule does not hold: ";

    private string NoneOfThese => language == Language.French ? "aucune de ces règles ne vaut : " : "none of these rules holds: ";

    private string AnyOfTheseRules => language == Language.French ? "l’une au moins de ces règles vaut : " : "at least one of these rules holds: ";

    /// <summary>In a cell of a table.</summary>
    public string Short(Criterion criterion) => RulesIn(criterion) is { } rules ? AnyOfTheseRules + rules : criterion.Print(language);

    /// <summary>Under a bullet that begins with <paramref name="opening"/>; one line where the condition is simple.</summary>
    /// <param name="criterion">The condition.</param>
    /// <param name="opening">What stands before it.</param>
    /// <param name="extra">A further condition in words, or null.</param>
    public IEnumerable<string> Outline(Criterion criterion, string opening, string? extra)
    {
        var parts = criterion is AllOf ? [.. Flat(criterion)] : new List<Criterion> { criterion };
        var lines = parts.SelectMany(part => Lines(part, 1)).ToList();
        if (extra is not null)
        {
            lines.Add($"  - {extra}");
        }

        if (lines.Count == 1)
        {
            return [$"- {opening} {lines[0].TrimStart(' ', '-')}"];
        }

        return lines.Count(line => line.StartsWith("  - ", StringComparison.Ordinal)) == 1
            ? [$"- {opening} {lines[0].TrimStart(' ', '-')}", .. lines.Skip(1).Select(line => line[2..])]
            : [$"- {opening} {AllOfThese}", .. lines];
    }

    private IEnumerable<string> Lines(Criterion criterion, int depth)
    {
        var indent = new string(' ', 2 * depth);
        if (criterion is NotThat not)
        {
            return RuleOf(not.Part) is { } rule
                ? [$"{indent}- {NotThisRule}{Links.To(rule)}"]
                : RulesIn(not.Part) is { } rules ? [$"{indent}- {NoneOfThese}{rules}"] : [$"{indent}- {not.Print(language)}"];
        }

        if (RulesIn(criterion) is { } any)
        {
            return [$"{indent}- {AnyOfTheseRules}{any}"];
        }

        return criterion switch
        {
            AllOf => [$"{indent}- {AllOfThese}", .. Flat(criterion).SelectMany(part => Lines(part, depth + 1))],
            AnyOf some => [$"{indent}- {OneOfThese}", .. some.Parts.SelectMany(part => Lines(part, depth + 1))],
            _ => [$"{indent}- {criterion.Print(language)}"],
        };
    }

    /// <summary>The parts of an «and», those of an «and» within it among them.</summary>
    private static IEnumerable<Criterion> Flat(Criterion criterion) =>
        criterion is AllOf all ? all.Parts.SelectMany(Flat) : [criterion];

    /// <summary>The rules of which a choice is made, where every part is a rule's condition.</summary>
    private string? RulesIn(Criterion criterion)
    {
        if (criterion is not AnyOf any)
        {
            return null;
        }

        var rules = any.Parts.Select(RuleOf).OfType<Rule>().ToList();
        return rules.Count == any.Parts.Count ? string.Join(", ", rules.Select(Links.To)) : null;
    }

    private Rule? RuleOf(Criterion criterion) => guideline.Rules.FirstOrDefault(rule => ReferenceEquals(rule.When, criterion));
}
