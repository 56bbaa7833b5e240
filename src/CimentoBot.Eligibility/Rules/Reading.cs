using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Eligibility.Rules;

/// <summary>A place where the source leaves room, and what was chosen. None is a setting: a verdict means the same everywhere.</summary>
/// <param name="Id">Permanent; findings and holds carry it.</param>
/// <param name="Words">The choice, in words.</param>
public sealed record Reading(string Id, Phrase Words)
{
    /// <summary>Where the source leaves room.</summary>
    public required IReadOnlyList<Citation> Where { get; init; }

    /// <summary>What is left open there, and what is not.</summary>
    public required Phrase Room { get; init; }

    /// <summary>Why this choice is the safer one, with its reverse side where it has one.</summary>
    public required Phrase Safer { get; init; }

    /// <summary>What would change if a team read the place otherwise.</summary>
    public required Phrase Otherwise { get; init; }

    /// <summary>The review by somebody who may judge it; null = not reviewed.</summary>
    public Review? Review { get; init; }
}

/// <summary>Somebody outside the project has judged a reading.</summary>
/// <param name="Role">In which role, as in «pharmacist, hospital X»; never a name.</param>
/// <param name="On">The day.</param>
public sealed record Review(Phrase Role, LocalDate On);
