using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview;

/// <summary>How a field is answered.</summary>
public enum FieldShape
{
    Choice,
    Choices,
    Text,
    Date,
    Time,
}

/// <summary>One question of a step: an input of its card, a line of its text, a line of its recap.</summary>
/// <param name="Id">The input's id, which is the path of its fact where it has one.</param>
/// <param name="Label">What is asked.</param>
/// <param name="Shape">How it is answered.</param>
public sealed record Field(string Id, Phrase Label, FieldShape Shape)
{
    /// <summary>The values to choose from, <c>none</c> and <c>unknown</c> included; empty for free input.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>An example of what may be written.</summary>
    public Phrase? Hint { get; init; }

    /// <summary>Characters at most, for text.</summary>
    public int MaxLength { get; init; } = 200;

    /// <summary>Other words by which a typed line may name it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>True for a question asked back about another answer.</summary>
    public bool AsksBack { get; init; }
}

/// <summary>The values that every question takes beside its own.</summary>
public static class Common
{
    public const string Unknown = "unknown";
    public const string None = "none";

    public static readonly Option UnknownOption = new(Unknown, new("Pas encore connu", "Not known yet"));
    public static readonly Option NoneOption = new(None, new("Aucune", "None"));
    public static readonly Option YesOption = new("true", new("Oui", "Yes"));
    public static readonly Option NoOption = new("false", new("Non", "No"));
}
