using CimentoBot.Conversation.Interview;
using CimentoBot.Eligibility.Facts;
using NodaTime;

namespace CimentoBot.Conversation.Paper;

/// <summary>What paper needs of a case and nothing else: no owner, no channel, no conversation. It leaves Teams.</summary>
public sealed record HoldSheet
{
    /// <summary>The case code: a pseudonym, not anonymity.</summary>
    public required string Code { get; init; }

    /// <summary>The language of the paper.</summary>
    public required Language Language { get; init; }

    /// <summary>What is known.</summary>
    public required Case Facts { get; init; }

    /// <summary>The day on which the case is evaluated.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The procedure as the board agreed on it; null = as the facts have it.</summary>
    public PlannedProcedure? Procedure { get; init; }

    /// <summary>
    /// How often what was agreed has changed, or was taken back: 0 at first. A calendar takes an event over what it has only
    /// with a higher number.
    /// </summary>
    public int Sequence { get; init; }

    /// <summary>The board and both signatories agreed: only then is there a calendar.</summary>
    public bool Agreed { get; init; }

    /// <summary>What had been agreed holds no longer: refused, postponed, reopened. Calendars then take their events back.</summary>
    public bool Cancelled { get; init; }

    /// <summary>
    /// Drugs (English INN) for which an earlier calendar of this case had an event (<see cref="HoldCalendar.DrugsOf"/>): those
    /// that no longer have one are taken back.
    /// </summary>
    public IReadOnlyList<string> Issued { get; init; } = [];

    /// <summary>The verdict that was last given, so that paper too says where the rules changed since; null = none was.</summary>
    public Decision? Verdict { get; init; }

    /// <summary>The board's decision in one line, as in «Accepté, RCP du jeudi 3 décembre 2026»; null = not yet decided.</summary>
    public Phrase? Decision { get; init; }

    /// <summary>The clinician's question to the board; empty = none.</summary>
    public string Question { get; init; } = "";

    /// <summary>The code and, where it was said, the label of the lesion.</summary>
    internal string Title => Facts.Find(Vocabulary.Label) is { Length: > 0 } label ? $"{Code} · {label}" : Code;

    /// <summary>The case with the procedure that was agreed: a file that belongs to nobody, for what is said of one.</summary>
    internal CaseFile File => new()
    {
        Code = Code,
        Owner = "",
        Conversation = "",
        StartedAt = default,
        Language = Language,
        Facts = Procedure is { } agreed ? Facts.With(Vocabulary.ProcedureAt, agreed) : Facts,
        Decision = Verdict,
    };
}

/// <summary>Finds what a case has to put on paper.</summary>
public interface ISheets
{
    /// <summary>The sheet of the case with that code, or null.</summary>
    Task<HoldSheet?> FindAsync(string code, CancellationToken cancellationToken);
}
