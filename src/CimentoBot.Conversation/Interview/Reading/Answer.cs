using CimentoBot.Eligibility.Facts;

namespace CimentoBot.Conversation.Interview.Reading;

/// <summary>What became of one answer. A mistyped count is an ordinary event: it is a value, not an exception.</summary>
public abstract record Answer
{
    /// <summary>Understood; a null value means «not known yet».</summary>
    public sealed record Understood(object? Value) : Answer;

    /// <summary>Not understood; the message says what is taken.</summary>
    public sealed record Bad(Phrase Message) : Answer;

    /// <summary>To be asked back: which unit, an INR?, which drug was meant.</summary>
    public sealed record Ask(Phrase Message, Field Question) : Answer
    {
        /// <summary>With the question and its answers: nobody can guess them.</summary>
        public Phrase WithAnswers => new(
            $"{Message.Fr} {Question.Label.Fr} : {string.Join(" / ", Question.Options.Select(option => option.Title.Fr))}",
            $"{Message.En} {Question.Label.En}: {string.Join(" / ", Question.Options.Select(option => option.Title.En))}");
    }

    public static Answer NotKnown { get; } = new Understood(null);
}

/// <summary>A step's answers, read.</summary>
/// <param name="Facts">The case with what was understood.</param>
/// <param name="Errors">What is wrong, by input id.</param>
/// <param name="Questions">What is asked back.</param>
public sealed record StepReading(Case Facts, IReadOnlyDictionary<string, Phrase> Errors, IReadOnlyList<Field> Questions)
{
    public bool IsGood => Errors.Count == 0 && Questions.Count == 0;
}
