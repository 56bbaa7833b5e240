using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading.Quick;

/// <summary>What a piece of a line is.</summary>
internal enum QuickKind
{
    /// <summary>Words that change nothing: «de», «avec», «patient».</summary>
    Filler,

    /// <summary>The end of a group of words.</summary>
    Comma,

    /// <summary>The end of a sentence or of a line.</summary>
    Stop,

    /// <summary>A word that the grammar does not know.</summary>
    Unknown,

    /// <summary>A number that no word goes with.</summary>
    Number,

    Negation,

    /// <summary>A doubt, another time, another person.</summary>
    Doubt,

    QuestionMark,

    /// <summary>Words that state facts, or that name something to be asked about.</summary>
    Phrase,
}

/// <summary>A fact with the value that words give it; a drug is a value of the list of medicines.</summary>
internal sealed record QuickFact(Fact Fact, object Value);

/// <summary>A piece of a line, from one place to another.</summary>
internal sealed record QuickPiece(QuickKind Kind, int Start, int End)
{
    /// <summary>What it states.</summary>
    public IReadOnlyList<QuickFact> Facts { get; init; } = [];

    /// <summary>The facts that it speaks of, whether or not it says their value.</summary>
    public IReadOnlyList<Fact> About { get; init; } = [];

    /// <summary>What has to be asked about it; null = nothing.</summary>
    public Phrase? Question { get; init; }

    /// <summary>An answer that its step asks back about, as it was typed: the input's id and the text.</summary>
    public (string Id, string Text)? Pending { get; init; }

    /// <summary>The language of its words, where they are of one alone.</summary>
    public Language? Language { get; init; }

    public bool IsDrug => About.Contains(Vocabulary.Medications);

    /// <summary>Words that are not understood by themselves and make those beside them doubtful.</summary>
    public bool IsInTheWay => Kind is QuickKind.Unknown or QuickKind.Number or QuickKind.Negation or QuickKind.Doubt or QuickKind.QuestionMark;

    public static QuickPiece States(int start, int end, params IReadOnlyList<QuickFact> facts) =>
        new(QuickKind.Phrase, start, end) { Facts = facts, About = [.. facts.Select(fact => fact.Fact)] };

    public static QuickPiece Asks(int start, int end, Phrase question, params IReadOnlyList<Fact> about) =>
        new(QuickKind.Phrase, start, end) { Question = question, About = about };
}
