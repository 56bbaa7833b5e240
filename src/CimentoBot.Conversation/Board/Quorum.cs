using System.Collections.Immutable;

namespace CimentoBot.Conversation.Board;

/// <summary>What makes a board (RCP); without it a decision is one of a staff meeting.</summary>
/// <param name="Number">How many specialties have to have given an opinion, 1 to 8.</param>
/// <param name="Required">Those that have to be among them; empty = any.</param>
public sealed record Quorum(int Number, ImmutableArray<Specialty> Required)
{
    /// <summary>Three specialties, as French rules for tumour boards ask.</summary>
    public static Quorum Usual { get; } = new(3, []);

    /// <summary>A number of specialties, or their names separated by commas; null where it is neither.</summary>
    public static Quorum? Read(string text)
    {
        var parts = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts is [var one] && int.TryParse(one, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
        {
            return number >= 1 && number <= BoardChoices.Specialties.Length ? new(number, []) : null;
        }

        var named = parts.Select(part => BoardChoices.Specialties.Find(part)).ToList();
        return named.Count == 0 || named.Contains(null) ? null : new(named.Distinct().Count(), [.. named.OfType<Specialty>().Distinct()]);
    }

    public bool IsMetBy(IReadOnlyCollection<Specialty> heard) => heard.Count >= Number && Required.All(heard.Contains);
}
