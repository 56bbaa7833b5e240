using System.Collections.Immutable;

namespace CimentoBot.Eligibility.Facts;

/// <summary>What is known of one lesion in one patient. A fact that is absent is unknown. Immutable.</summary>
public sealed class Case
{
    private readonly object?[] values;

    private Case(object?[] values) => this.values = values;

    /// <summary>Nothing is known.</summary>
    public static Case Empty { get; } = new(new object?[Vocabulary.All.Count]);

    /// <summary>The facts that were said, in order.</summary>
    public IEnumerable<Fact> Said => Vocabulary.All.Where(Knows);

    public bool Knows(Fact fact) => values[fact.Index] is not null;

    /// <summary>The value of a fact, or null.</summary>
    public object? Value(Fact fact) => values[fact.Index];

    public T? Find<T>(Fact<T> fact)
        where T : struct => (T?)values[fact.Index];

    public string? Find(Fact<string> fact) => (string?)values[fact.Index];

    /// <summary>The medicines; null = the list is unknown, empty = known to be none.</summary>
    public IReadOnlyList<Medication>? Find(MedicationsFact fact) => (IReadOnlyList<Medication>?)values[fact.Index];

    /// <summary>The case with another value of a fact; null takes it back to unknown.</summary>
    public Case With(Fact fact, object? value)
    {
        var changed = (object?[])values.Clone();
        changed[fact.Index] = value;
        return new(changed);
    }
}
