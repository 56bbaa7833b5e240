using CimentoBot.Conversation.Interview.Reading;
using CimentoBot.Eligibility.Assessment;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Interview.Steps;

/// <summary>What a section needs to know of the world.</summary>
public sealed record Bedside(Assessor Assessor, LocalDate Today)
{
    /// <summary>Why the guideline is suspended; empty = it is in force.</summary>
    public string Suspended { get; init; } = "";

    /// <summary>While it is, questions are asked and nothing is evaluated.</summary>
    public bool IsSuspended => Suspended.Length > 0;
}

/// <summary>A step of the interview: its questions for this case, and how their answers are read together.</summary>
public abstract class Section(string id, Phrase title)
{
    /// <summary>Language-neutral; cards carry it.</summary>
    public string Id { get; } = id;

    public Phrase Title { get; } = title;

    /// <summary>The questions that concern this case; empty = nothing to ask.</summary>
    public abstract IReadOnlyList<Field> FieldsFor(CaseFile file, Bedside bedside);

    /// <summary>What it leaves out for this case, and why.</summary>
    public abstract IReadOnlyList<Skip> SkippedFor(CaseFile file, Bedside bedside);

    /// <summary>Reads the section's answers into the case.</summary>
    /// <param name="file">The case as it stands.</param>
    /// <param name="answers">Raw answers by input id; absent or blank = «not known yet».</param>
    /// <param name="bedside">The world.</param>
    public abstract StepReading Read(CaseFile file, IReadOnlyDictionary<string, string> answers, Bedside bedside);

    /// <summary>What is known already, as the inputs would send it.</summary>
    public abstract IReadOnlyDictionary<string, string> Known(Case facts);
}
