using System.Collections.Immutable;
using System.Globalization;
using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Eligibility.Citations;

/// <summary>Where a statement stands in the source, with the reference numbers given there.</summary>
/// <param name="Where">A question (<c>Q4</c>), table 8 (<c>T8</c>) or a recommendation (<c>R1</c>).</param>
/// <param name="References">Numbers of the source's bibliography, 117–130.</param>
public sealed record Citation(string Where, ImmutableArray<int> References)
{
    /// <summary>Unique among citations: <c>Q4</c>, or <c>Q4-122-123</c> with references.</summary>
    public string Id { get; } = string.Join('-', References.Select(number => number.ToString(CultureInfo.InvariantCulture)).Prepend(Where));

    /// <summary>As a reader finds it: «question 4 [122, 123]».</summary>
    public string In(Language language) => References.IsEmpty
        ? Place(language)
        : $"{Place(language)} [{string.Join(", ", References)}]";

    /// <summary>The citation without its references.</summary>
    public Citation WithoutReferences() => Source.At(Where);

    private string Place(Language language) => (Where[0], language) switch
    {
        ('Q', Language.French) => "question " + Where[1..],
        ('Q', Language.English) => "question " + Where[1..],
        ('T', Language.French) => "tableau " + Where[1..],
        ('T', Language.English) => "table " + Where[1..],
        ('R', Language.French) => "recommandation " + Where[1..],
        ('R', Language.English) => "recommendation " + Where[1..],
        _ => throw new InvalidOperationException($"'{Where}' is no place of the source."),
    };
}

/// <summary>Makes citations.</summary>
public static class Source
{
    public static Citation At(string where, params int[] references) => new(where, [.. references]);
}
