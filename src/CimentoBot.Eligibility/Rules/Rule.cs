using CimentoBot.Eligibility.Citations;
using CimentoBot.Eligibility.Criteria;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Rules;

/// <summary>One statement of the guideline: a row, not code.</summary>
/// <param name="Id">Permanent; charts and audits quote it.</param>
/// <param name="When">When it holds.</param>
/// <param name="Effect">What it does to the verdict; null for what supports, suggests or informs.</param>
/// <param name="Where">Where it stands in the source.</param>
/// <param name="Statement">What it says, in our own words.</param>
public sealed record Rule(string Id, Criterion When, Effect? Effect, IReadOnlyList<Citation> Where, Phrase Statement)
{
    private static readonly Phrase WithoutRefusal = new(
        "sauf si le verdict est au mieux Non indiqué ou Contre-indiqué", "unless the verdict is at best Not indicated or Contraindicated");

    /// <summary>When it holds, in words.</summary>
    public string Condition(Language language) =>
        UnlessRefused ? $"{When.Print(language)}, {WithoutRefusal.In(language)}" : When.Print(language);

    /// <summary>Stands directly under the verdict whatever it is (a display mark, ours).</summary>
    public bool Urgent { get; init; }

    /// <summary>Not shown, and not holding, where cement is refused at best.</summary>
    public bool UnlessRefused { get; init; }

    /// <summary>The reading of ours that it leans on, where the source leaves room.</summary>
    public Reading? Reading { get; init; }

    /// <summary>References given only for the five drugs for which the source gives them.</summary>
    public bool ReferencesOnlyForNamedDrugs { get; init; }
}
