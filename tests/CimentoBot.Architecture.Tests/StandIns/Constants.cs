using System.Text.RegularExpressions;
using Mono.Cecil;

namespace CimentoBot.Architecture.Tests.StandIns;

/// <summary>Compilers copy the value of a constant to where it is named: only sources still say who names it.</summary>
internal static class Constants
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Those that the text of users names with their type, and those that the text of stand-ins names beside their declarations.</summary>
    public static IEnumerable<(FieldDefinition Constant, Use Use)> Named(BuiltSolution solution, string users, string standIns)
    {
        foreach (var constant in solution.StandIns.SelectMany(module => module.AllTypes()).SelectMany(type => type.Fields).Where(field => field.IsLiteral))
        {
            if (Has(users, $@"\b{constant.DeclaringType.Name}\.{constant.Name}\b"))
            {
                yield return (constant, Use.Direct);
            }
            else if (!constant.DeclaringType.IsEnum && Has(standIns, $@"\b{constant.Name}\b(?! = )"))
            {
                yield return (constant, Use.Called);
            }
        }
    }

    private static bool Has(string text, string pattern) => Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, Patience);
}
